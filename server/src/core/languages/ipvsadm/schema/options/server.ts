/** Options that name a server and say how it is reached (ipvsadm(8), PARAMETERS). */

import type { Word } from "../../../../syntax/ast.ts";
import { fill, list, text } from "../../../../text/localized.ts";
import { type Checksum, type Draft, type Method, readNumber, type TunnelType } from "../../model/draft.ts";
import { instead, meant, refuse, remark } from "../../model/faults.ts";
import { readServer } from "../../model/readService.ts";
import { type Option, option } from "../option.ts";
import { serverNames } from "../suggestions.ts";

const messages = {
  weight: text('Weight "{0}" is not within 0–2147483647', '权重"{0}"不在 0–2147483647 范围内'),
  large: text(
    'Weight "{0}" is above 65535, which ipvsadm refuses as its authors publish it',
    '权重"{0}"大于 65535，官方发布的 ipvsadm 会拒绝',
  ),
  threshold: text('"{0}" is not within 0–2147483647', '"{0}"不在 0–2147483647 范围内'),
  tunnel: text('Tunnel type "{0}" is none of {1}', '隧道类型"{0}"无效，可选：{1}'),
  port: text('Port "{0}" is not within 1–65535', '端口"{0}"不在 1–65535 范围内'),
};

const tunnelTypes: readonly TunnelType[] = ["ipip", "gue", "gre"];

function method(names: string, sets: Method, facts: { en: string; zh: string; ok: string }): Option {
  return option(names, "forwarding-method", {
    doc: text(facts.en, facts.zh),
    ok: [facts.ok],
    bad: [`${facts.ok} ${sets === "NAT" ? "-g" : "-m"}`],
    read(draft) {
      draft.method = sets;
    },
  });
}

function checksum(name: Checksum, en: string, zh: string): Option {
  return option(`--tun-${name}`, `tun-${name}`, {
    since: "1.31",
    doc: text(en, zh),
    ok: [`-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-type gue --tun-port 6080 --tun-${name}`],
    bad: [`-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-${name}`, `-a -t 192.0.2.1:80 -r 192.0.2.12 -m --tun-${name}`],
    read(draft) {
      draft.checksum = name;
    },
  });
}

function threshold(draft: Draft, value: Word | undefined): number {
  const read = readNumber(value?.value ?? "", 0, 2_147_483_647);
  if (read === undefined && value !== undefined) {
    refuse(draft, "invalid-threshold", value, fill(messages.threshold, value.value));
  }
  return read ?? 0;
}

export const serverOptions: readonly Option[] = [
  option("-r --real-server", "real-server", {
    value: "ADDRESS[:PORT]",
    doc: text(
      "The server. Without a port it has that of the service; with `-g` and `-i` it always has.",
      "服务器。不写端口则与服务相同；使用 `-g` 或 `-i` 时总是与服务相同。",
    ),
    ok: ["-a -t 192.0.2.1:80 -r 192.0.2.12", "-a -t 192.0.2.1:80 -r 192.0.2.12:8080 -m"],
    bad: ["-a -t 192.0.2.1:80 -r 192.0.2.300", "-a -t 192.0.2.1:80 -r 8080", "-a -t 192.0.2.1:80 -r 224.0.0.1"],
    read: readServer,
    suggest: serverNames,
  }),
  method("-g --gatewaying", "DR", {
    en: "Direct routing, which is the default: packets go to the server's hardware address unchanged, and answers to the client without the director.",
    zh: "直接路由，即默认方式：数据包原样送往服务器的硬件地址，应答不经调度器直接返回客户端。",
    ok: "-a -t 192.0.2.1:80 -r 192.0.2.12:80 -g",
  }),
  method("-i --ipip", "TUN", {
    en: "Tunneling: packets go to the server within others, as `--tun-type` says; answers go to the client without the director.",
    zh: "隧道：数据包按 `--tun-type` 封装后送往服务器，应答不经调度器直接返回客户端。",
    ok: "-a -t 192.0.2.1:80 -r 192.0.2.12:80 -i",
  }),
  method("-m --masquerading", "NAT", {
    en: "Masquerading: addresses and ports are rewritten both ways, so answers must come back through the director. Only with it may the server have another port.",
    zh: "地址转换：双向改写地址和端口，应答须经调度器返回。只有此方式允许服务器使用另外的端口。",
    ok: "-a -t 192.0.2.1:80 -r 192.0.2.12:8080 -m",
  }),
  option("-w --weight", "weight", {
    value: "WEIGHT",
    default: "1",
    doc: text(
      "How much the server can take beside the others. With 0 it gets no new connections and keeps those that it has.",
      "服务器相对于其他服务器的处理能力。为 0 时不再接受新连接，但保留已有连接。",
    ),
    rows: [{ label: text("Range", "范围"), value: "0–65535" }],
    ok: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -m -w 5", "-a -t 192.0.2.1:80 -r 192.0.2.12 -m -w 0"],
    bad: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -w -1", "-a -t 192.0.2.1:80 -r 192.0.2.12 -w 1.5"],
    read(draft, value) {
      if (value === undefined) return;
      const weight = readNumber(value.value, 0, 2_147_483_647);
      if (weight === undefined) refuse(draft, "invalid-weight", value, fill(messages.weight, value.value));
      else draft.weight = weight;
      // The sources say 65535, Debian's patched command goes up to what the kernel takes.
      if (weight !== undefined && weight > 65_535) {
        const mends = [instead(value, "65535")];
        remark(draft, "large-weight", value, fill(messages.large, value.value), { severity: "warning", mends });
      }
    },
  }),
  option("-x --u-threshold", "u-threshold", {
    value: "CONNECTIONS",
    default: text("0, no limit", "0，不限"),
    doc: text(
      "With this many connections the server gets no new ones, until they are fewer than `-y`. `ipvsadm -S` does not save it.",
      "连接数达到该值后不再向服务器分配新连接，直到少于 `-y`。`ipvsadm -S` 不会保存它。",
    ),
    ok: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -m -x 100 -y 50"],
    bad: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -x -1", "-a -t 192.0.2.1:80 -r 192.0.2.12 -x 10k"],
    read(draft, value) {
      draft.upper = threshold(draft, value);
    },
  }),
  option("-y --l-threshold", "l-threshold", {
    value: "CONNECTIONS",
    default: text("three quarters of the upper threshold", "上限的四分之三"),
    doc: text(
      "With fewer connections than this a full server gets new ones again. It may not be above `-x`.",
      "连接数少于该值时，已满的服务器重新接受新连接。不能大于 `-x`。",
    ),
    ok: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -m -x 100 -y 50"],
    bad: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -y 50", "-a -t 192.0.2.1:80 -r 192.0.2.12 -x 5 -y 10"],
    read(draft, value) {
      draft.lower = threshold(draft, value);
    },
  }),
  option("--tun-type", "tun-type", {
    value: "ipip|gue|gre",
    since: "1.30",
    default: "ipip",
    doc: text(
      "What packets are put into with `-i`: IP in IP, UDP (`gue`, which needs `--tun-port`) or GRE.",
      "使用 `-i` 时的封装方式：IP in IP、UDP（`gue`，须写 `--tun-port`）或 GRE。",
    ),
    ok: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-type gre"],
    bad: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-type gue", "-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-type vxlan"],
    read(draft, value) {
      if (value === undefined) return;
      const type = tunnelTypes.find((name) => name === value.value);
      if (type !== undefined) draft.tunnel = type;
      else {
        const near = meant(value, tunnelTypes);
        const mends = near === undefined ? [] : [near.mend];
        refuse(draft, "tunnel-option", value, fill(messages.tunnel, value.value, list(tunnelTypes)), mends);
      }
    },
    suggest: () => tunnelTypes.map((label) => ({ label, kind: "value" })),
  }),
  option("--tun-port", "tun-port", {
    value: "PORT",
    since: "1.30",
    doc: text("The UDP port to which `gue` sends.", "`gue` 发往的 UDP 端口。"),
    ok: ["-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-type gue --tun-port 6080"],
    bad: [
      "-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-port 6080",
      "-a -t 192.0.2.1:80 -r 192.0.2.12 -i --tun-type gue --tun-port 0",
    ],
    read(draft, value) {
      if (value === undefined) return;
      const port = readNumber(value.value, 1, 65_535);
      if (port === undefined) refuse(draft, "tunnel-option", value, fill(messages.port, value.value));
      else draft.tunnelPort = port;
    },
  }),
  checksum("nocsum", "The tunnel has no checksum, which is the default.", "隧道不带校验和，即默认方式。"),
  checksum("csum", "The tunnel has a checksum.", "隧道带校验和。"),
  checksum(
    "remcsum",
    "The checksum is left to the other end of the tunnel. Only with `gue`.",
    "校验和交由隧道另一端计算，仅用于 `gue`。",
  ),
];

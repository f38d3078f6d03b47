/** Options that name a service and say how it works (ipvsadm(8), PARAMETERS). */
import type { Word } from "../../../../syntax/ast.ts";
import { fill, text } from "../../../../text/localized.ts";
import { refuse } from "../../model/faults.ts";
import { readMark, readNetmask, readPersistence, readService } from "../../model/readService.ts";
import { type Option, option } from "../option.ts";
import { engines, schedulerFlags, schedulers } from "../schedulers.ts";
import { serviceNames } from "../suggestions.ts";

const noMark = text(
  '"{0}" is for firewall marks: it must stand behind "-f"',
  '"{0}"只用于防火墙标记，必须写在"-f"之后',
);

/** An empty value, `--pe=`, is as good as none. */
function given(value: Word | undefined): Word | undefined {
  return value?.value === "" ? undefined : value;
}

export const serviceOptions: readonly Option[] = [
  option("-t --tcp-service", "service-address", {
    value: "ADDRESS[:PORT]",
    doc: text(
      "The TCP service at this address and port. Without a port, or with port 0, it is every port, and only for a persistent service. IPv6 addresses stand in brackets.",
      "该地址与端口上的 TCP 服务。不写端口或端口为 0 表示所有端口，仅限持久服务。IPv6 地址须写在方括号中。",
    ),
    ok: ["-A -t 192.0.2.2:80 -s rr", "-A -t [2001:db8::1]:80 -s rr", "-A -t 192.0.2.2 -p 300"],
    bad: ["-A -t 192.0.2.300:80", "-A -t 192.0.2.2:70000", "-A -t 80", "-A -t [2001:db8::1]"],
    read: (draft, value) => readService(draft, value, "tcp"),
    suggest: (context, command) => serviceNames(context, command, "tcp"),
  }),
  option("-u --udp-service", "service-address", {
    value: "ADDRESS[:PORT]",
    doc: text("The UDP service at this address and port.", "该地址与端口上的 UDP 服务。"),
    ok: ["-A -u 192.0.2.2:53 -s rr"],
    bad: ["-A -u 192.0.2.2:x: -s rr"],
    read: (draft, value) => readService(draft, value, "udp"),
    suggest: (context, command) => serviceNames(context, command, "udp"),
  }),
  option("--sctp-service", "service-address", {
    value: "ADDRESS[:PORT]",
    since: "1.26",
    doc: text("The SCTP service at this address and port.", "该地址与端口上的 SCTP 服务。"),
    ok: ["-A --sctp-service 192.0.2.2:3868 -s rr"],
    bad: ["-A --sctp-service 192.0.2:70000"],
    read: (draft, value) => readService(draft, value, "sctp"),
    suggest: (context, command) => serviceNames(context, command, "sctp"),
  }),
  option("-f --fwmark-service", "service-address", {
    value: "MARK",
    doc: text(
      "Whatever the packet filter gave this mark: several addresses and ports as one service.",
      "被包过滤打上该标记的所有流量，可把多个地址和端口合为一个服务。",
    ),
    rows: [{ label: text("Range", "范围"), value: "1–4294967295" }],
    ok: ["-A -f 1 -s rr", "-A -f 1 -6 -s rr"],
    bad: ["-A -f 0", "-A -f abc", "-A -f 4294967296"],
    read: readMark,
    suggest: (context, command) => serviceNames(context, command, "fwmark"),
  }),
  option("-6 --ipv6", undefined, {
    since: "1.25",
    doc: text("The service of the mark before it is for IPv6.", "前面的标记所指的服务用于 IPv6。"),
    ok: ["-A -f 1 -6 -s rr"],
    bad: ["-A -6 -f 1", "-A -t [2001:db8::1]:80 -6"],
    read(draft, _value, word) {
      if (draft.mark === 0) refuse(draft, "ipv6-flag", word, fill(noMark, word.value));
      draft.family = 6;
      draft.netmask = "128";
    },
  }),
  option("-s --scheduler", "scheduler", {
    value: "SCHEDULER",
    default: "wlc",
    doc: text("How the service chooses a server for a new connection.", "服务如何为新连接选择服务器。"),
    ok: ["-A -t 192.0.2.2:80 -s wrr"],
    bad: ["-A -t 192.0.2.2:80 -s RR", "-A -t 192.0.2.2:80 -s roundrobin"],
    read(draft, value) {
      draft.scheduler = given(value);
    },
    suggest: () => schedulers.map(({ keyword }) => ({ label: keyword.name, kind: "value", keyword })),
  }),
  option("-b --sched-flags", "sched-flags", {
    value: "FLAG[,FLAG…]",
    since: "1.28",
    doc: text("Flags of the scheduler. Only `sh` and `mh` have some.", "调度算法的标志，只有 `sh` 和 `mh` 有。"),
    ok: ["-A -t 192.0.2.2:80 -s sh -b sh-port", "-A -t 192.0.2.2:80 -s mh -b mh-port,mh-fallback"],
    bad: ["-A -t 192.0.2.2:80 -s rr -b sh-port", "-A -t 192.0.2.2:80 -s sh -b port"],
    read(draft, value) {
      draft.schedulerFlags = given(value);
    },
    suggest: () => schedulerFlags.map(({ name, doc }) => ({ label: name, kind: "value", doc })),
  }),
  option("-p --persistent", "persistent", {
    value: "[SECONDS]",
    doc: text(
      "Persistent: a client that comes again within this time goes to the same server, on whatever port.",
      "持久服务：客户端在该时间内再次到来时，不论端口都会交给同一台服务器。",
    ),
    rows: [
      { label: text("Without a value", "不带值时"), value: "360" },
      { label: text("Range", "范围"), value: "1–2678400" },
    ],
    ok: ["-A -t 192.0.2.2:80 -s rr -p", "-A -t 192.0.2.2:80 -s rr -p 600"],
    bad: ["-A -t 192.0.2.2:80 -p 0", "-A -t 192.0.2.2:80 -p 2678401", "-A -t 192.0.2.2:80 -p 5m"],
    read: readPersistence,
  }),
  option("-M --netmask", "netmask", {
    value: "MASK",
    default: text("single addresses", "单个地址"),
    doc: text(
      "Clients of one network, cut by this mask, count as one for persistence: a mask in dots for IPv4, the length of the prefix for IPv6.",
      "按该掩码划出的同一网络中的客户端在持久性上视为一个：IPv4 写点分掩码，IPv6 写前缀长度。",
    ),
    ok: ["-A -t 192.0.2.2:80 -p -M 255.255.255.0", "-A -t [2001:db8::1]:80 -p -M 64"],
    bad: ["-A -t 192.0.2.2:80 -p -M /24", "-A -t [2001:db8::1]:80 -p -M 129"],
    read: readNetmask,
  }),
  option("--pe", "pe", {
    value: "ENGINE",
    since: "1.26",
    doc: text(
      "What else than the client's address persistence goes by: `sip` is the Call-ID of SIP over UDP.",
      "除客户端地址外，持久性所依据的内容：`sip` 为基于 UDP 的 SIP 的 Call-ID。",
    ),
    ok: ["-A -u 192.0.2.2:5060 -s rr -p 60 --pe sip"],
    bad: ["-A -u 192.0.2.2:5060 -s rr -p 60 --pe http"],
    read(draft, value) {
      draft.engine = given(value);
    },
    suggest: () => engines.map((label) => ({ label, kind: "value" })),
  }),
  option("-o --ops", "ops", {
    since: "1.26",
    doc: text(
      "One packet: each datagram is scheduled on its own. Only for UDP and for marks.",
      "单包调度：每个数据报单独调度。仅用于 UDP 和防火墙标记。",
    ),
    ok: ["-A -u 192.0.2.2:53 -s rr -o"],
    bad: ["-A -t 192.0.2.2:80 -s rr -o"],
    read(draft) {
      draft.onePacket = true;
    },
  }),
];

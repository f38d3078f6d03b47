/** The options of a route, as `ip route` names them. */
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { type Encapsulated, readEncap } from "./encap.ts";
import type { Line, Option } from "./line.ts";
import { needFamily, readGateway, readRealms } from "./nexthop.ts";
import {
  addressWord,
  type FamilyState,
  type NameOperand,
  networkWord,
  readAddress,
  readChoice,
  readInterface,
  readName,
  readNumber,
  settle,
  u32,
} from "./operands.ts";
import { locked, metric, number, time } from "./routeMetrics.ts";
import { type NameKind, wellKnown } from "./rttables.ts";

export interface RouteState extends FamilyState, Encapsulated {
  destination: Word | undefined;
  device: boolean;
  tracked: boolean;
  protocol: NameOperand | undefined;
  group: Word | undefined;
  /** The gateway after `or`. */
  or: boolean;
}

const messages = {
  deprecated: text('"{0}" is deprecated, use "{1}"', '"{0}"已弃用，请改用"{1}"'),
  unsupported: text('"{0}" is not supported', '不支持"{0}"'),
  only6: text('"{0}" must be an IPv6 network', '"{0}"必须是 IPv6 网段'),
};

function named(name: string, kind: NameKind, doc: Text, aliases: readonly string[] = []): Option<RouteState> {
  return {
    name,
    aliases,
    value: kind.toUpperCase(),
    examples: wellKnown(kind),
    doc,
    read: (line, _state, option) => readName(line, option, name, kind),
  };
}

function choice(name: string, choices: readonly string[], doc: Text): Option<RouteState> {
  return {
    name,
    value: choices.join("|"),
    examples: choices,
    doc,
    read: (line, _state, option) => readChoice(line, option, name, choices),
  };
}

export const routeOptions: readonly Option<RouteState>[] = [
  {
    name: "src",
    value: "ADDRESS",
    doc: text("The source address that is preferred for packets of this route.", "经此路由发出报文时首选的源地址。"),
    read(line, state, option) {
      const word = line.reader.peek();
      const family = readAddress(line, option, "src");
      if (family !== undefined && word !== undefined) settle(line, state, word, family);
    },
  },
  {
    name: "via",
    aliases: ["gw"],
    value: "[inet|inet6] ADDRESS",
    examples: ["inet", "inet6"],
    doc: text("The address of the gateway.", "网关地址。"),
    read(line, state, option) {
      if (option.value === "gw") deprecated(line, option, "via", "safe");
      readGateway(line, state, option);
    },
  },
  {
    name: "from",
    value: "IPv6[/LENGTH]",
    doc: text("Only packets from this network take the route; IPv6 only.", "仅对来自该网段的报文生效，仅用于 IPv6。"),
    read(line, state, option) {
      const word = line.take(option, "IPv6[/LENGTH]");
      if (word === undefined) return;
      const own: FamilyState = { family: undefined };
      if (!networkWord(line, own, word, "from")) return;
      if (own.family === 6) settle(line, state, word, 6);
      else line.drop(word, fill(messages.only6, word.value));
    },
  },
  named(
    "tos",
    "dsfield",
    text("Only packets with this service field take the route.", "仅对具有该服务字段的报文生效。"),
    ["dsfield"],
  ),
  named("table", "table", text("The routing table that the route is put into.", "路由所在的路由表。")),
  {
    name: "protocol",
    value: "PROTOCOL",
    examples: wellKnown("protocol"),
    doc: text(
      "Who is noted as the route's origin; anything but keepalived (18) needs no_track.",
      "记录为路由来源的协议；若不是 keepalived（18），须同时写 no_track。",
    ),
    read(line, state, option) {
      state.protocol = readName(line, option, "protocol", "protocol");
    },
  },
  named("scope", "scope", text("How far away the destination is; IPv4 only.", "目的地的范围，仅用于 IPv4。")),
  number(
    "metric",
    u32,
    text("Among equal routes the one with the lowest metric wins.", "相同路由中度量值最小者优先。"),
    ["priority", "preference"],
  ),
  {
    name: "dev",
    aliases: ["oif"],
    value: "INTERFACE",
    doc: text("The interface through which the packets leave.", "报文发出的接口。"),
    read(line, state, option) {
      state.device = true;
      readInterface(line, option);
    },
  },
  {
    name: "onlink",
    doc: text(
      "Takes the gateway as reachable even if no network of the interface has it.",
      "即使接口网段不含该网关，也视其可达。",
    ),
  },
  {
    name: "encap",
    value: "TYPE …",
    doc: text("Puts a tunnel header around the packets.", "为报文加上隧道封装头。"),
    read: (line, state, option) => readEncap(line, state, option),
  },
  {
    name: "expires",
    value: `0-${u32}`,
    doc: text("The route goes after so many seconds; IPv6 only.", "路由在该秒数后失效，仅用于 IPv6。"),
    read(line, state, option) {
      needFamily(line, state, option, 6);
      readNumber(line, option, "expires", { max: u32 });
    },
  },
  metric("mtu", text("The largest packet that the path takes, in bytes.", "路径允许的最大报文字节数。")),
  number("hoplimit", 255, text("How many routers a packet may pass.", "报文最多经过的路由器数。")),
  metric("advmss", text("The segment size that TCP announces, in bytes.", "TCP 通告的最大报文段字节数。")),
  time("rtt", 8, text("The first estimate of the round trip time.", "往返时间的初始估计值。")),
  time("rttvar", 4, text("The first estimate of how much the round trip time varies.", "往返时间偏差的初始估计值。")),
  metric(
    "reordering",
    text("How far packets may arrive out of order before TCP sees a loss.", "TCP 判定丢包前允许的乱序程度。"),
  ),
  number("window", u32, text("The largest window that TCP announces, in bytes.", "TCP 通告的最大窗口字节数。")),
  metric("cwnd", text("The limit of the congestion window; needs lock.", "拥塞窗口上限，须与 lock 同用。")),
  metric("ssthresh", text("The first slow start threshold.", "慢启动阈值的初始值。")),
  {
    name: "realms",
    value: "[FROM/]TO",
    doc: text("The realms that traffic on this route counts for; IPv4 only.", "该路由流量所属的 realm，仅用于 IPv4。"),
    read: (line, state, option) => readRealms(line, state, option),
  },
  time("rto_min", 1, text("The least time after which TCP sends again.", "TCP 重传的最短超时时间。")),
  number("initcwnd", u32, text("The congestion window that connections start with.", "连接初始的拥塞窗口。")),
  number("initrwnd", u32, text("The receive window that connections start with.", "连接初始的接收窗口。")),
  choice("features", ["ecn"], text("Turns on explicit congestion notification.", "启用显式拥塞通知（ECN）。")),
  number("quickack", 1, text("Whether TCP acknowledges at once.", "TCP 是否立即确认。")),
  {
    name: "congctl",
    value: "[lock] NAME",
    examples: ["lock", "cubic", "reno", "bbr"],
    doc: text("The congestion control that TCP uses on this route.", "该路由上 TCP 使用的拥塞控制算法。"),
    read: (line, _state, option) =>
      locked(line, option, (inner, before) => {
        const word = inner.take(before, "NAME");
        if (word !== undefined) inner.bind("congctl", word, word.value, "enumMember");
      }),
  },
  {
    name: "pref",
    value: "low|medium|high|0-255",
    examples: ["low", "medium", "high"],
    doc: text("Which router is preferred among equals; IPv6 only.", "同等路由器之间的优先程度，仅用于 IPv6。"),
    read(line, state, option) {
      needFamily(line, state, option, 6);
      const word = line.reader.peek();
      if (word === undefined || !["low", "medium", "high"].includes(word.value)) {
        readNumber(line, option, "pref", { max: 255 });
        return;
      }
      line.reader.next();
      line.bind("pref", word, word.value, "enumMember");
    },
  },
  choice(
    "ttl-propagate",
    ["enabled", "disabled"],
    text("Whether MPLS copies the time to live.", "MPLS 是否传递 TTL。"),
  ),
  number(
    "fastopen_no_cookie",
    1,
    text("Whether TCP fast open works without a cookie.", "TCP Fast Open 是否无需 cookie。"),
  ),
  { name: "add", doc: text("Adds the route only if there is none like it.", "仅当不存在同样的路由时添加。") },
  {
    name: "prepend",
    doc: text("Puts the route before others like it; this is the default.", "将路由置于同类路由之前（默认）。"),
  },
  { name: "append", doc: text("Puts the route after others like it.", "将路由置于同类路由之后。") },
  {
    name: "no_track",
    doc: text(
      "Losing the route, or its interface going down, does not bring the instance into fault state.",
      "该路由丢失或其接口断开时，实例不会进入 FAULT 状态。",
    ),
    read(_line, state) {
      state.tracked = false;
    },
  },
  {
    name: "vrf",
    value: "INTERFACE",
    doc: text("Puts the route into the table of this VRF interface.", "将路由放入该 VRF 接口的路由表。"),
    read: (line, _state, option) => readInterface(line, option),
  },
  {
    name: "or",
    value: "ADDRESS",
    doc: text("Outdated: a second gateway; write nexthop instead.", "已过时：第二个网关，请改用 nexthop。"),
    read(line, state, option) {
      deprecated(line, option, "nexthop");
      const word = line.take(option, "ADDRESS");
      if (word !== undefined && !state.or) addressWord(line, word, "or");
      state.or = true;
    },
  },
  {
    name: "as",
    value: "[to] ADDRESS",
    doc: text("Not supported; it is ignored with what follows it.", "不受支持，连同其后的内容一起被忽略。"),
    read(line, _state, option) {
      line.report(option, fill(messages.unsupported, option.value));
      const word = line.take(option, "[to] ADDRESS");
      if (word?.value === "to") line.reader.next();
    },
  },
];

function deprecated(line: Line, option: Word, use: string, fix?: "safe"): void {
  const message = fill(messages.deprecated, option.value, use);
  line.report(option, message, {
    tag: "deprecated",
    ...(fix === undefined ? {} : { fixes: [line.replace(option, use, fix)] }),
  });
}

/** The options and actions of a rule, as `ip rule` names them. */
import { fill, type Text, text } from "../../../text/localized.ts";
import { readFamily } from "./family.ts";
import type { Option } from "./line.ts";
import { readRealms } from "./nexthop.ts";
import { scan } from "./numbers.ts";
import { anyNetwork, networkWord, readInterface, readName, readNumber, u32 } from "./operands.ts";
import { wellKnown } from "./rttables.ts";
import { type RuleState, ruleActions, setAction } from "./ruleActions.ts";

const messages = {
  tableZero: text("The table 0 cannot be looked up", "不能查询 0 号表"),
  noMark: text('"{0}" is not a mark or MARK/MASK', '"{0}"不是 MARK 或 MARK/MASK'),
  noRange: text('"{0}" is not a range such as 1000-1999', '"{0}"不是区间（如 1000-1999）'),
  noProtocol: text('"{0}" is not a protocol name or a number from 0 to 127', '"{0}"不是协议名，也不是 0 到 127 的数字'),
};

function network(name: string, doc: Text): Option<RuleState> {
  return {
    name,
    value: "ADDRESS[/LENGTH]",
    examples: anyNetwork,
    doc,
    read(line, state, option) {
      const word = line.take(option, "ADDRESS[/LENGTH]");
      if (word !== undefined) networkWord(line, state, word, name);
    },
  };
}

/** `N-M`. A single port is refused, although the daemon has code for it. */
function range(name: string, doc: Text, kept: boolean): Option<RuleState> {
  return {
    name,
    value: "N-M",
    doc,
    read(line, _state, option) {
      const word = line.take(option, "N-M");
      if (word === undefined) return;
      line.bind(name, word, word.value, "number");
      if (/^\s*[+-]?\d+-\s*[+-]?\d/.test(word.value)) return;
      const single = kept && /^\d+$/.test(word.value);
      const fixes = single ? { fixes: [line.replace(word, `${word.value}-${word.value}`, "safe")] } : {};
      if (kept) line.report(word, fill(messages.noRange, word.value), fixes);
      else line.drop(word, fill(messages.noRange, word.value));
    },
  };
}

export const ruleOptions: readonly Option<RuleState>[] = [
  network("from", text("Only packets from this network.", "仅匹配来自该网段的报文。")),
  network("to", text("Only packets to this network.", "仅匹配发往该网段的报文。")),
  {
    name: "inet",
    doc: text(
      "The rule is for IPv4. The word that follows is skipped, so write it last.",
      "规则用于 IPv4。其后一个单词会被跳过，因此应写在行末。",
    ),
    read: readFamily,
  },
  {
    name: "inet6",
    doc: text(
      "The rule is for IPv6. The word that follows is skipped, so write it last.",
      "规则用于 IPv6。其后一个单词会被跳过，因此应写在行末。",
    ),
    read: readFamily,
  },
  {
    name: "table",
    aliases: ["lookup"],
    value: "TABLE",
    examples: wellKnown("table").filter((name) => name !== "unspec"),
    doc: text("Action: looks the route up in this table.", "动作：在该路由表中查找路由。"),
    read(line, state, option) {
      const found = readName(line, option, "table", "table");
      if (found?.id === 0) line.drop(found.word, messages.tableZero);
      setAction(line, state, option);
    },
  },
  { name: "not", doc: text("Matches what the conditions do not match.", "匹配不符合条件的报文。") },
  {
    name: "preference",
    aliases: ["order", "priority"],
    value: `0-${u32}`,
    doc: text("The rule's place: low numbers are tried first.", "规则的次序，数字小者先匹配。"),
    read(line, state, option) {
      state.prefers = true;
      state.preference = readNumber(line, option, "preference", { max: u32, base: 0 });
    },
  },
  {
    name: "tos",
    aliases: ["dsfield"],
    value: "DSFIELD",
    examples: wellKnown("dsfield"),
    doc: text("Only packets with this service field.", "仅匹配具有该服务字段的报文。"),
    read: (line, _state, option) => readName(line, option, "tos", "dsfield"),
  },
  {
    name: "fwmark",
    value: "MARK[/MASK]",
    doc: text("Only packets with this firewall mark.", "仅匹配具有该防火墙标记的报文。"),
    read(line, _state, option) {
      const word = line.take(option, "MARK[/MASK]");
      if (word === undefined) return;
      line.bind("fwmark", word, word.value, "number");
      if (!isMark(word.value)) line.drop(word, fill(messages.noMark, word.value));
    },
  },
  {
    name: "realms",
    value: "[FROM/]TO",
    doc: text("Only routes of these realms; IPv4 only.", "仅接受这些 realm 的路由，仅用于 IPv4。"),
    read(line, state, option) {
      state.tableOnly = option;
      readRealms(line, state, option);
    },
  },
  {
    name: "suppress_prefixlength",
    aliases: ["sup_pl"],
    value: "0-2147483647",
    doc: text("Rejects routes whose prefix is this long or shorter.", "拒绝前缀长度不超过该值的路由。"),
    read(line, state, option) {
      state.tableOnly = option;
      readNumber(line, option, "suppress_prefixlength", { max: 0x7fff_ffff });
    },
  },
  {
    name: "suppress_ifgroup",
    aliases: ["sup_group"],
    value: "GROUP",
    examples: wellKnown("group"),
    doc: text("Rejects routes through interfaces of this group.", "拒绝经该接口组的路由。"),
    read(line, state, option) {
      state.tableOnly = option;
      readName(line, option, "suppress_ifgroup", "group");
    },
  },
  {
    name: "iif",
    aliases: ["dev"],
    value: "INTERFACE",
    doc: text("Only packets that came in through this interface.", "仅匹配从该接口收到的报文。"),
    read(line, state, option) {
      state.device = true;
      readInterface(line, option);
    },
  },
  {
    name: "oif",
    value: "INTERFACE",
    doc: text("Only local packets bound to this interface.", "仅匹配绑定到该接口的本机报文。"),
    read: (line, _state, option) => readInterface(line, option),
  },
  {
    name: "tunnel-id",
    value: "0-18446744073709551615",
    doc: text("Only packets from the tunnel of this number.", "仅匹配来自该编号隧道的报文。"),
    read: (line, _state, option) => readNumber(line, option, "tunnel-id", { max: 2n ** 64n - 1n }),
  },
  range("uidrange", text("Only packets of these users.", "仅匹配这些用户的报文。"), false),
  {
    name: "protocol",
    value: "0-255",
    doc: text(
      "Who is noted as the rule's origin; anything but 18 needs no_track.",
      "记录为规则来源的协议号；若不是 18，须同时写 no_track。",
    ),
    read(line, state, option) {
      const word = line.reader.peek();
      const id = readNumber(line, option, "protocol", { max: 255, kept: true });
      if (word !== undefined && id !== undefined) state.protocol = { word, id };
    },
  },
  {
    name: "ipproto",
    value: "PROTOCOL",
    examples: ["tcp", "udp", "icmp"],
    doc: text("Only packets of this IP protocol.", "仅匹配该 IP 协议的报文。"),
    read(line, _state, option) {
      const word = line.take(option, "PROTOCOL");
      if (word === undefined) return;
      line.bind("ipproto", word, word.value, "enumMember");
      if (!isIpProtocol(word.value)) line.report(word, fill(messages.noProtocol, word.value));
    },
  },
  range("sport", text("Only packets from these ports.", "仅匹配这些源端口的报文。"), true),
  range("dport", text("Only packets to these ports.", "仅匹配这些目的端口的报文。"), true),
  {
    name: "no_track",
    doc: text(
      "Losing the rule does not bring the instance into fault state.",
      "该规则丢失时，实例不会进入 FAULT 状态。",
    ),
    read(_line, state) {
      state.tracked = false;
    },
  },
  ...ruleActions,
];

function isMark(word: string): boolean {
  const written = word.replace(/^[ \t\n\v\f\r]+/, "");
  const slash = written.indexOf("/");
  const parts = slash < 0 ? [written] : [written.slice(0, slash), written.slice(slash + 1)];
  return parts.every((piece) => {
    const { value, rest } = scan(piece, 0);
    return rest === "" && !/^[\s-]/.test(piece) && value <= BigInt(u32);
  });
}

/** A name is looked up in /etc/protocols, which nobody knows here. */
function isIpProtocol(word: string): boolean {
  const written = word.replace(/^[ \t\n\v\f\r]+/, "");
  return written !== "" && !written.startsWith("-") && scan(written, 10).value <= 127n;
}

/** The lines of virtual_ipaddress, virtual_ipaddress_excluded and static_ipaddress. */
import { type Family, familyOf, parseAddress } from "../../../net/address.ts";
import type { Value } from "../../../schema/value.ts";
import { byteLength } from "../../../schema/values/word.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { trackGroupOption } from "./family.ts";
import { Line, type Option, OptionTable } from "./line.ts";
import { addressWord, checkPrefix, readInterface, readName, readNumber, u32 } from "./operands.ts";
import { wellKnown } from "./rttables.ts";

const messages = {
  twice: text('"{0}" may stand only once', '"{0}"只能写一次'),
  noScope6: text('IPv6 addresses have no "scope": it is ignored', 'IPv6 地址没有"scope"，该选项会被忽略'),
  noLabel6: text('IPv6 addresses have no "label": it is ignored', 'IPv6 地址没有"label"，该选项会被忽略'),
  noBroadcast6: text("IPv6 addresses have no broadcast address", "IPv6 地址没有广播地址"),
  noBroadcast: text('"{0}" is not an IPv4 address, "+" or "-"', '"{0}"不是 IPv4 地址，也不是"+"或"-"'),
  tooNarrow: text(
    '"{0}" needs a prefix length of at most 30; this address has {1}',
    '"{0}"要求前缀长度不超过 30，而该地址为 {1}',
  ),
  broadcastAndPeer: text(
    "An address with a peer has no broadcast address: it is ignored",
    "有对端的地址没有广播地址，该选项会被忽略",
  ),
  labelTooLong: text('The label "{0}" is longer than 15 characters', '标签"{0}"超过 15 个字符'),
  peerFamily: text('The peer "{0}" must be IPv{1} like the address', '对端"{0}"必须与地址同为 IPv{1}'),
  prefixAndPeer: text(
    'An address with a peer must not have a prefix length: "{0}" is read without it',
    '有对端的地址不能带前缀长度："{0}"的前缀会被忽略',
  ),
  noLifetime: text('"{0}" is neither "forever" nor a number of seconds', '"{0}"既不是"forever"也不是秒数'),
};

interface Entry {
  readonly address: Word;
  readonly family: Family;
  /** Absent where the prefix or the address is wrong, so that nothing can be said about it. */
  readonly length: number | undefined;
  device: boolean;
  peer: boolean;
  scope: Word | undefined;
  label: Word | undefined;
  broadcast: Word | undefined;
  /** The `+` or `-` after `brd`, which counts even where an address is given too. */
  sign: Word | undefined;
  group: Word | undefined;
}

const scopes = wellKnown("scope");

const common: readonly Option<Entry>[] = [
  {
    name: "dev",
    value: "INTERFACE",
    doc: text("The interface that gets the address.", "地址所在的网络接口。"),
    read(line, entry, option) {
      if (entry.device) line.drop(option, fill(messages.twice, option.value));
      entry.device = true;
      readInterface(line, option);
    },
  },
  {
    name: "scope",
    value: "SCOPE",
    examples: scopes,
    doc: text("How far the address is valid; IPv4 only.", "地址的有效范围，仅用于 IPv4。"),
    read(line, entry, option) {
      const found = line.keep(() => readName(line, option, "scope", "scope"));
      if (found === undefined || found.fault === "refused") return;
      entry.scope = found.id === 0 ? undefined : option;
    },
  },
  {
    name: "brd",
    aliases: ["broadcast"],
    value: "IPv4|+|-",
    examples: ["+", "-"],
    doc: text(
      "The broadcast address: written out, or made by setting (+) or clearing (-) all host bits.",
      "广播地址：直接写出，或将主机位全部置 1（+）或置 0（-）得到。",
    ),
    read: readBroadcast,
  },
  {
    name: "label",
    value: "NAME",
    doc: text(
      "A name for the address that older tools show like an interface, such as eth0:1; IPv4 only.",
      "地址的标签，旧工具会将其显示为接口名（如 eth0:1），仅用于 IPv4。",
    ),
    read(line, entry, option) {
      const word = line.take(option, "NAME");
      if (word === undefined) return;
      line.bind("label", word, word.value, "string");
      entry.label = option;
      if (byteLength(word.value) > 15) line.drop(word, fill(messages.labelTooLong, word.value));
    },
  },
  {
    name: "peer",
    value: "ADDRESS",
    doc: text("The address at the other end of a point-to-point link.", "点对点链路对端的地址。"),
    read: readPeer,
  },
  { name: "home", doc: text("Marks the address as a Mobile IPv6 home address.", "标记为移动 IPv6 的家乡地址。") },
  {
    name: "-nodad",
    doc: text("Lets the kernel check that no other host has the address.", "让内核执行重复地址检测。"),
  },
  {
    name: "mngtmpaddr",
    doc: text("The kernel makes temporary privacy addresses from this one.", "内核以该地址为模板生成临时隐私地址。"),
  },
  {
    name: "noprefixroute",
    doc: text("Adds no route to the address's network.", "不为该地址的网段添加路由。"),
  },
  {
    name: "autojoin",
    doc: text("The kernel joins the multicast group by itself.", "内核自动加入该组播组。"),
  },
  {
    name: "no_track",
    doc: text(
      "Losing the address, or its interface going down, does not bring the instance into fault state.",
      "该地址丢失或其接口断开时，实例不会进入 FAULT 状态。",
    ),
  },
  {
    name: "preferred_lft",
    value: "SECONDS|forever",
    examples: ["forever", "0"],
    doc: text(
      "How long the address is preferred as a source, in seconds; 0 means never.",
      "该地址作为首选源地址的时长（秒），0 表示从不首选。",
    ),
    read(line, _entry, option) {
      const word = line.reader.peek();
      if (word?.value !== "forever") {
        readNumber(line, option, "preferred_lft", { max: u32, kept: true });
        return;
      }
      line.reader.next();
      line.bind("preferred_lft", word, "forever", "enumMember");
    },
  },
];

const useVmac: Option<Entry> = {
  name: "use_vmac",
  doc: text("Puts the address on a virtual MAC interface of its own.", "将地址放在独立的虚拟 MAC 接口上。"),
};

/**
 * Binds `address` (the word as written, prefix and all) and each option under its own name; the interface is the value
 * of `dev`.
 */
export function addressEntry(settings: { readonly kind: "virtual" | "excluded" | "static" }): Value {
  const table = new OptionTable([...common, settings.kind === "static" ? trackGroupOption : useVmac]);
  return {
    many: true,
    signature: "ADDRESS[/LENGTH] [OPTION…]",
    token: "number",
    match(reader) {
      const address = reader.next();
      if (address === undefined) return;
      const line = new Line(reader);
      line.bind("address", address, address.value, "number");
      const found = checkPrefix(line, address);
      const entry: Entry = {
        address,
        family: found?.family ?? familyOf(address.value),
        length: found?.length,
        device: false,
        peer: false,
        scope: undefined,
        label: undefined,
        broadcast: undefined,
        sign: undefined,
        group: undefined,
      };
      for (let word = reader.next(); word !== undefined; word = reader.next()) {
        const option = table.get(word.value);
        if (option !== undefined) {
          table.read(line, entry, option, word);
          continue;
        }
        const meant = table.get(line.unknown(word, table.names()) ?? "");
        const next = reader.peek();
        // The value of a misspelt option is no mistake of its own.
        if (meant?.value !== undefined && next !== undefined && table.get(next.value) === undefined) reader.next();
      }
      if (!line.dropped) checkWhole(line, entry);
    },
    suggest: (before, context) => (before.length === 0 ? [] : table.suggest(before.slice(1), context)),
    describe: (word) => table.describe(word),
  };
}

function readBroadcast(line: Line, entry: Entry, option: Word): void {
  const word = line.take(option, "IPv4|+|-");
  if (word === undefined) return;
  const sign = word.value === "+" || word.value === "-";
  line.bind("brd", word, word.value, sign ? "enumMember" : "number");
  entry.broadcast = word;
  if (sign) entry.sign = word;
  if (entry.family === 6) line.drop(option, messages.noBroadcast6);
  else if (!sign && parseAddress(word.value)?.family !== 4) line.drop(word, fill(messages.noBroadcast, word.value));
}

function readPeer(line: Line, entry: Entry, option: Word): void {
  const word = line.take(option, "ADDRESS");
  if (word === undefined) return;
  if (entry.peer) line.report(option, fill(messages.twice, option.value));
  const family = line.keep(() => addressWord(line, word, "peer"));
  if (family === undefined) return;
  if (family !== entry.family) {
    line.report(word, fill(messages.peerFamily, word.value, entry.family));
    return;
  }
  if (!entry.peer && entry.length !== undefined && entry.length !== (family === 4 ? 32 : 128)) {
    line.report(entry.address, fill(messages.prefixAndPeer, entry.address.value));
  }
  entry.peer = true;
}

/** What only the whole line shows. */
function checkWhole(line: Line, entry: Entry): void {
  const { broadcast, sign, length } = entry;
  if (broadcast !== undefined && entry.peer) {
    line.report(broadcast, messages.broadcastAndPeer);
  } else if (sign !== undefined && length !== undefined && length > 30) {
    line.report(sign, fill(messages.tooNarrow, sign.value, length));
  }
  if (entry.family !== 6) return;
  if (entry.scope !== undefined) line.report(entry.scope, messages.noScope6);
  if (entry.label !== undefined) line.report(entry.label, messages.noLabel6);
}

/** `nexthop …` at the end of a route: the gateways that share its traffic. */
import type { Family } from "../../../net/address.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { type Encapsulated, readEncap } from "./encap.ts";
import { type Line, OptionTable } from "./line.ts";
import { addressWord, checkName, type FamilyState, readInterface, readName, readNumber, settle } from "./operands.ts";

const messages = {
  trailing: text(
    'Only next hops may follow a "nexthop"; "{0}" must stand before it',
    '"nexthop"之后只能是下一跳，"{0}"必须写在其前面',
  ),
  family: text('"{0}" is for IPv{1}, but the line is IPv{2}', '"{0}"用于 IPv{1}，但本行是 IPv{2}'),
  unsupported: text('"{0}" is not supported', '不支持"{0}"'),
  twoRealms: text('"{0}" has more than two realms', '"{0}"包含两个以上的 realm'),
};

type HopState = FamilyState & Encapsulated;

export const hopOptions = new OptionTable<HopState>([
  {
    name: "via",
    value: "[inet|inet6] ADDRESS",
    examples: ["inet", "inet6"],
    doc: text("The address of the gateway.", "网关地址。"),
    read: (line, state, option) => readGateway(line, state, option),
  },
  {
    name: "dev",
    value: "INTERFACE",
    doc: text("The interface through which the gateway is reached.", "到达网关所用的接口。"),
    read: (line, _state, option) => readInterface(line, option),
  },
  {
    name: "weight",
    value: "1-256",
    doc: text("This gateway's share of the traffic, relative to the others.", "该网关相对于其他网关分担的流量比重。"),
    read: (line, _state, option) => readNumber(line, option, "weight", { min: 1, max: 256 }),
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
    name: "realms",
    value: "[FROM/]TO",
    doc: text(
      "The realms that traffic over this gateway counts for; IPv4 only.",
      "经该网关的流量所属的 realm，仅用于 IPv4。",
    ),
    read: (line, state, option) => readRealms(line, state, option),
  },
]);

/** Reads from the first `nexthop`, which is still to be taken, to the end of the line. */
export function readNextHops(line: Line, state: HopState): void {
  for (let word = line.reader.next(); word !== undefined; word = line.reader.next()) {
    if (word.value === "nexthop") {
      line.bind("nexthop", word, true, "property");
      state.encap = undefined;
      continue;
    }
    const option = hopOptions.get(word.value);
    if (option !== undefined) {
      hopOptions.read(line, state, option, word);
      continue;
    }
    const message = word.value === "as" ? messages.unsupported : messages.trailing;
    line.report(word, fill(message, word.value), { code: "unknown-option" });
    while (line.reader.next() !== undefined);
  }
}

/** `via [inet|inet6] ADDRESS`. */
export function readGateway(line: Line, state: FamilyState, option: Word): void {
  const signature = "[inet|inet6] ADDRESS";
  let word = line.take(option, signature);
  if (word?.value === "inet" || word?.value === "inet6") {
    line.bind("via", word, word.value, "enumMember");
    needFamily(line, state, word, word.value === "inet" ? 4 : 6);
    word = line.take(word, "ADDRESS");
  }
  if (word === undefined) return;
  const family = addressWord(line, word, "via");
  if (family !== undefined) settle(line, state, word, family);
}

/** `realms [FROM/]TO`; for IPv4 only. */
export function readRealms(line: Line, state: FamilyState, option: Word): void {
  const word = line.reader.peek();
  const slash = word?.value.indexOf("/") ?? -1;
  if (word === undefined || slash < 0) readName(line, option, "realms", "realm");
  else readRealmPair(line, word, slash);
  needFamily(line, state, option, 4);
}

function readRealmPair(line: Line, word: Word, slash: number): void {
  line.reader.next();
  line.bind("realms", word, word.value, "enumMember");
  checkName(line, word, "realm", 0, slash);
  if (word.value.includes("/", slash + 1)) line.drop(word, fill(messages.twoRealms, word.value));
  else checkName(line, word, "realm", slash + 1);
}

/** Notes a family that an option needs. */
export function needFamily(line: Line, state: FamilyState, option: Word, family: Family): void {
  if (state.family === undefined) state.family = family;
  else if (state.family !== family) line.drop(option, fill(messages.family, option.value, family, state.family));
}

/** The lines of virtual_routes and static_routes. */
import type { Value } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import { describeEncap, suggestEncap } from "./encap.ts";
import { readFamily, reportSwallowed, type Swallowed, trackGroupOption } from "./family.ts";
import { Line, type Option, OptionTable } from "./line.ts";
import { hopOptions, readNextHops } from "./nexthop.ts";
import { scan } from "./numbers.ts";
import { anyNetwork, networkWord } from "./operands.ts";
import { type RouteState, routeOptions } from "./routeOptions.ts";

export const routeTypes = [
  "unicast",
  "local",
  "broadcast",
  "brd",
  "multicast",
  "anycast",
  "blackhole",
  "unreachable",
  "prohibit",
  "throw",
  "nat",
  "xresolve",
];

const messages = {
  noDestination: text(
    'The route needs a destination such as "default" or 192.0.2.0/24',
    '路由缺少目的地，如"default"或 192.0.2.0/24',
  ),
  replaced: text('"{0}" is replaced by the destination "{1}"', '"{0}"会被后面的目的地"{1}"取代'),
  hopsAfterOr: text('"nexthop" cannot follow "or"', '"or"之后不能再写"nexthop"'),
  noDevice: text(
    'The route to "{0}" cannot be tracked without "dev"; write "no_track" if that is meant',
    '到"{0}"的路由没有"dev"，无法跟踪；如确实不需要跟踪，请写"no_track"',
  ),
  groupNeedsDevice: text('"track_group" needs "dev"', '"track_group"要求同时写"dev"'),
  protocol: text(
    'A tracked route has the protocol keepalived (18): "{0}" is ignored unless "no_track" is written',
    '被跟踪的路由协议固定为 keepalived（18）：未写"no_track"时"{0}"会被忽略',
  ),
};

interface State extends RouteState, Swallowed {}

const types = text(
  "The kind of route: what becomes of packets for the destination.",
  "路由类型：决定如何处理发往目的地的报文。",
);

const ownOptions: readonly Option<State>[] = [
  {
    name: "to",
    value: "ADDRESS[/LENGTH]",
    examples: anyNetwork,
    doc: text("The destination follows.", "其后为目的地。"),
    read: readTo,
  },
  {
    name: "inet",
    doc: text(
      "The route is for IPv4. The word that follows is skipped, so write to after it.",
      "路由用于 IPv4。其后一个单词会被跳过，因此后面应写 to。",
    ),
    read: readFamily,
  },
  {
    name: "inet6",
    doc: text(
      "The route is for IPv6. The word that follows is skipped, so write to after it.",
      "路由用于 IPv6。其后一个单词会被跳过，因此后面应写 to。",
    ),
    read: readFamily,
  },
  { name: "nexthop", doc: text("One of several gateways; must stand at the end.", "多个网关之一，必须写在行末。") },
];

export function route(settings: { readonly kind: "virtual" | "static" }): Value {
  const table = new OptionTable<State>([
    ...ownOptions,
    ...routeOptions,
    ...(settings.kind === "static" ? [trackGroupOption] : []),
  ]);
  return {
    many: true,
    signature: "[TYPE] [to] ADDRESS[/LENGTH] [OPTION…] [nexthop …]",
    token: "number",
    match(reader) {
      const line = new Line(reader);
      const head = reader.peek();
      const state: State = {
        family: undefined,
        destination: undefined,
        device: false,
        tracked: true,
        protocol: undefined,
        group: undefined,
        or: false,
        encap: undefined,
        swallowed: undefined,
      };
      for (let word = reader.peek(); word !== undefined; word = reader.peek()) {
        if (word.value === "nexthop") {
          if (state.or) line.drop(word, messages.hopsAfterOr);
          line.keep(() => readNextHops(line, state));
          break;
        }
        reader.next();
        const option = table.get(word.value);
        if (option !== undefined) table.read(line, state, option, word);
        else readDestination(line, state, word, table);
      }
      if (head !== undefined && !line.dropped) checkWhole(line, state, head);
    },
    suggest(before, context) {
      const inner = suggestEncap(before, context);
      const hops = before.some((word) => word.value === "nexthop");
      const outer = hops
        ? hopOptions.suggest(before.slice(lastHop(before) + 1), context)
        : table.suggest(before, context);
      const last = before.at(-1);
      const waiting = last !== undefined && table.get(last.value)?.value !== undefined;
      const first = before.length === 0 ? [...anyNetwork.slice(0, 1), ...routeTypes] : [];
      if (waiting && inner === undefined) return outer;
      if (last?.value === "encap") return inner ?? [];
      return [...first.map((label) => ({ label, kind: "value" as const })), ...(inner ?? []), ...outer];
    },
    describe: (word) =>
      table.describe(word) ??
      hopOptions.describe(word) ??
      describeEncap(word) ??
      (isType(word.value) ? types : undefined),
  };
}

function lastHop(before: readonly Word[]): number {
  return before.findLastIndex((word) => word.value === "nexthop");
}

function isType(word: string): boolean {
  const { value, rest } = scan(word, 0);
  return routeTypes.includes(word) || (rest === "" && value >= 0n && value <= 255n && !word.startsWith("-"));
}

function readTo(line: Line, state: State, to: Word): void {
  const word = line.take(to, "ADDRESS[/LENGTH]");
  if (word !== undefined) noteDestination(line, state, word);
}

/** Reads `[TYPE] DESTINATION`, which is what every word means that is no option. */
function readDestination(line: Line, state: State, first: Word, table: OptionTable<State>): void {
  let word: Word | undefined = first;
  if (isType(first.value)) {
    line.bind("type", first, first.value, "enumMember");
    word = line.take(first, "ADDRESS[/LENGTH]");
    if (word === undefined) return;
  } else if (!isNetwork(first.value)) {
    // Nothing like an address: an option that is misspelt. What follows it means nothing until the next option.
    line.unknown(first, [...table.names(), ...routeTypes, ...anyNetwork]);
    line.dropped = true;
    skipValues(line, table);
    return;
  }
  noteDestination(line, state, word);
}

/** Whether a word is at least meant as a network. */
function isNetwork(word: string): boolean {
  return anyNetwork.includes(word) || word === "default6" || /^\d|^[\da-f]*:|\.|^$/i.test(word);
}

function skipValues(line: Line, table: OptionTable<State>): void {
  for (let next = line.reader.peek(); next !== undefined; next = line.reader.peek()) {
    if (table.get(next.value) !== undefined || routeTypes.includes(next.value)) return;
    line.reader.next();
  }
}

function noteDestination(line: Line, state: State, word: Word): void {
  networkWord(line, state, word, "destination");
  if (state.destination !== undefined) {
    const message = fill(messages.replaced, state.destination.value, word.value);
    line.report(state.destination, message, { code: "ignored-words", severity: "warning", tag: "unnecessary" });
  }
  state.destination = word;
}

/** What only the whole line shows. */
function checkWhole(line: Line, state: State, head: Word): void {
  const { destination, protocol } = state;
  if (destination === undefined) {
    const eaten = state.swallowed;
    if (eaten === undefined) line.report(head, messages.noDestination, { code: "missing-value" });
    else reportSwallowed(line, eaten, true, isNetwork(eaten.word.value) ? "to" : undefined);
    return;
  }
  if (state.swallowed !== undefined && state.swallowed.word.value !== "to")
    reportSwallowed(line, state.swallowed, false);
  if (state.tracked && protocol !== undefined && protocol.id !== 18 && protocol.fault === undefined) {
    const certain = protocol.id !== undefined ? {} : { severity: "warning" as const };
    line.report(protocol.word, fill(messages.protocol, protocol.word.value), certain);
  }
  if (state.tracked && !state.device && !atLeast(line.reader.version, "2.3.2")) {
    line.report(destination, fill(messages.noDevice, destination.value));
  }
  if (state.group !== undefined && !state.device) line.report(state.group, messages.groupNeedsDevice);
}

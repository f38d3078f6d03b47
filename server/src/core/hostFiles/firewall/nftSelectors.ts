/** What rules of nft look at, as far as an advert has it (nft(8), "Primary expressions", "Payload expressions"). */
import type { NftScope } from "./nftRule.ts";
import type { NftPart } from "./nftStatements.ts";
import { valuesOf } from "./nftValues.ts";
import type { AddressSpan, Cast, Match } from "./ruleset.ts";
import { protocolNumber, spanOf } from "./spans.ts";

/** Makes matches of a value. */
export type Reader = (
  parts: readonly NftPart[],
  negated: boolean,
  isPlain: boolean,
  scope: NftScope,
) => readonly Match[];

export interface Selector {
  readonly match: Reader;
  /** Where its value begins. */
  readonly next: number;
}

const perhaps: Match = { kind: "perhaps" };
const only4: Match = { kind: "family", family: 4, negated: false };
const only6: Match = { kind: "family", family: 6, negated: false };

/** A reader of words that are all known; otherwise the rule matches perhaps. */
function reader(
  read: (values: readonly string[], negated: boolean) => Match | undefined,
  also: readonly Match[] = [],
): Reader {
  return (parts, negated, isPlain, scope) => {
    const values = isPlain ? valuesOf(parts, scope.names, scope.table) : undefined;
    return [...also, (values === undefined ? undefined : read(values, negated)) ?? perhaps];
  };
}

function protocolReader(also: readonly Match[]): Reader {
  return reader((values, negated) => {
    const numbers = values.map(protocolNumber);
    if (numbers.includes(undefined)) return undefined;
    return { kind: "protocol", numbers: numbers.filter((number) => number !== undefined), negated };
  }, also);
}

function interfaceReader(side: "in" | "out"): Reader {
  return reader((names, negated) => ({ kind: "interface", side, names, negated }));
}

function addressReader(side: "source" | "destination", family: Match): Reader {
  return reader(
    (values, negated) => {
      const spans: AddressSpan[] = [];
      for (const value of values) {
        const span = spanOf(value);
        if (span === undefined) return undefined;
        spans.push(span);
      }
      // An empty set holds no address.
      return spans.length === 0 ? undefined : { kind: "address", side, spans, negated };
    },
    [family],
  );
}

function familyReader(words: Readonly<Record<string, 4 | 6>>): Reader {
  return reader((values, negated) => {
    const [word = ""] = values;
    const family = Object.hasOwn(words, word) && values.length === 1 ? words[word] : undefined;
    return family === undefined ? undefined : { kind: "family", family, negated };
  });
}

function castReader(of: "route" | "frame", words: ReadonlyMap<string, Cast | "none">): Reader {
  return reader((values, negated) => {
    const casts = values.map((value) => words.get(value));
    if (casts.includes(undefined)) return undefined;
    return {
      kind: "cast",
      of,
      casts: casts.flatMap((one) => (one === undefined || one === "none" ? [] : [one])),
      negated,
    };
  });
}

const stateReader = reader((states, negated) => ({ kind: "state", states, negated }));
export const open: Reader = () => [perhaps];
const never: Reader = () => [{ kind: "never" }];
const familyWords = { ipv4: 4, ipv6: 6, ip: 4, ip6: 6, "2": 4, "10": 6 } as const;

/** By the words that name them, of which one or two stand before the value. */
const selectors: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["meta l4proto", protocolReader([])],
  ["meta nfproto", familyReader(familyWords)],
  ["meta protocol", familyReader(familyWords)],
  ["ether type", familyReader(familyWords)],
  ["ip protocol", protocolReader([only4])],
  ["ip6 nexthdr", protocolReader([only6])],
  ["ip saddr", addressReader("source", only4)],
  ["ip daddr", addressReader("destination", only4)],
  ["ip6 saddr", addressReader("source", only6)],
  ["ip6 daddr", addressReader("destination", only6)],
  [
    "meta pkttype",
    castReader(
      "frame",
      new Map([
        ["host", "local"],
        ["unicast", "local"],
        ["multicast", "multicast"],
        ["broadcast", "none"],
      ]),
    ),
  ],
  ["ct state", stateReader],
]);

/** Words that also stand without `meta`. */
const metaWords = new Set(["iif", "iifname", "oif", "oifname", "pkttype"]);
const routeTypes: ReadonlyMap<string, Cast | "none"> = new Map([
  ["local", "local"],
  ["unicast", "unicast"],
  ["multicast", "multicast"],
  ["broadcast", "none"],
  ["anycast", "none"],
  ["blackhole", "none"],
  ["unreachable", "none"],
  ["prohibit", "none"],
]);
/** Headers that an advert has not. */
const otherHeaders = new Set(
  "tcp udp udplite sctp dccp icmp icmpv6 igmp esp comp arp gre vxlan geneve frag hbh dst mh rt0 srh".split(" "),
);
const metaReaders: ReadonlyMap<string, Reader> = new Map([
  ["iif", interfaceReader("in")],
  ["iifname", interfaceReader("in")],
  ["oif", interfaceReader("out")],
  ["oifname", interfaceReader("out")],
]);

/** What the words at `at` select; undefined for words that are no selector known here. */
export function selectorAt(parts: readonly NftPart[], at: number): Selector | undefined {
  const first = wordOf(parts[at]);
  const second = wordOf(parts[at + 1]);
  if (first === "fib") return fibAt(parts, at);
  const isShort = metaWords.has(first);
  const name = isShort ? first : first === "meta" ? second : "";
  const own = metaReaders.get(name) ?? selectors.get(isShort ? `meta ${first}` : `${first} ${second}`);
  const length = isShort ? 1 : 2;
  // With a dot several values are joined into one.
  if (isDot(parts[at + length])) return undefined;
  if (own !== undefined) return { match: own, next: at + length };
  if (otherHeaders.has(first)) return { match: never, next: at + 2 };
  return /^(?:meta|ip|ip6|ct|ether|vlan|rt|socket|osf|th|ah)$/.test(first) ? { match: open, next: at + 2 } : undefined;
}

/** `fib daddr type`; with the interface beside the address, or asking for anything else, it stays open. */
function fibAt(parts: readonly NftPart[], at: number): Selector | undefined {
  const result = parts.findIndex((part, index) => index > at && /^(?:type|oifname|oif|check)$/.test(wordOf(part)));
  if (result < 0) return undefined;
  const isPlain = result === at + 2 && wordOf(parts[at + 1]) === "daddr" && wordOf(parts[result]) === "type";
  return { match: isPlain ? castReader("route", routeTypes) : open, next: result + 1 };
}

/** How many words a statement takes that lets the packet go on: counters, logs, marks. */
export function isPassing(words: readonly string[]): number {
  const [first, second, third] = words;
  if (first === "counter") {
    if (second === "packets") return 5;
    return second === "name" ? 3 : 1;
  }
  if (first === "log") return 1 + logWords(words.slice(1));
  if ((first === "meta" || first === "ct" || first === "ip" || first === "ip6") && third === "set") return 4;
  return 0;
}

/** `prefix "…" level info flags all group 1 snaplen 20 queue-threshold 3`. */
function logWords(words: readonly string[]): number {
  let count = 0;
  while (/^(?:prefix|level|flags|group|snaplen|queue-threshold)$/.test(words[count] ?? "")) {
    const isFlags = words[count] === "flags";
    count += 2;
    // `flags tcp sequence,options` and `flags ip options` have more words.
    if (isFlags && /^(?:tcp|ip)$/.test(words[count - 1] ?? "")) count++;
    while (isFlags && words[count] === ",") count += 2;
  }
  return count;
}

function isDot(part: NftPart | undefined): boolean {
  return part?.kind === "sign" && part.text === ".";
}

function wordOf(part: NftPart | undefined): string {
  return part?.kind === "word" ? part.text : "";
}

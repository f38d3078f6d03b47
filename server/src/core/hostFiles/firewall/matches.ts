/** Whether an advert meets the matches of a rule: yes, no, or perhaps where the file alone does not tell. */
import { type Address, type Family, isMulticast } from "../../net/address.ts";
import type { AddressSpan, AdvertProtocol, Match } from "./ruleset.ts";

/** An advert on its way; what is undefined is not known. */
export interface Advert {
  readonly direction: "in" | "out";
  readonly family: Family;
  readonly protocol: AdvertProtocol;
  readonly interface: string | undefined;
  readonly source: Address | undefined;
  /** 224.0.0.18 or ff02::12, or a unicast peer. */
  readonly destination: Address | undefined;
}

export type Certainty = "yes" | "no" | "perhaps";

/** All of them hold; `isTracked` tells whether connection tracking is sure to see the advert. */
export function matchesAll(matches: readonly Match[], advert: Advert, isTracked: boolean): Certainty {
  let result: Certainty = "yes";
  for (const match of matches) {
    const one = matchesOne(match, advert, isTracked);
    if (one === "no") return "no";
    if (one === "perhaps") result = "perhaps";
  }
  return result;
}

function matchesOne(match: Match, advert: Advert, isTracked: boolean): Certainty {
  switch (match.kind) {
    case "never":
      return "no";
    case "perhaps":
      return "perhaps";
    case "family":
      return signed(sure(match.family === advert.family), match.negated);
    case "protocol":
      return signed(sure(match.numbers.includes(advert.protocol)), match.negated);
    case "interface":
      return matchesInterface(match, advert);
    case "address":
      return matchesAddress(match, advert);
    case "cast":
      return signed(hasCast(match, advert), match.negated);
    case "state":
      // The first of its connection; what reads 'untracked' or works on a part of all packets is not followed.
      return isTracked ? signed(sure(match.states.includes("new")), match.negated) : "perhaps";
  }
}

function matchesInterface(match: Match & { kind: "interface" }, advert: Advert): Certainty {
  // A packet that comes in has no outgoing interface yet. Kernels differ in whether that is unequal to every name.
  if (match.side !== advert.direction) return match.negated ? "perhaps" : "no";
  const { interface: name } = advert;
  if (match.names.includes("*")) return signed("yes", match.negated);
  // Whatever its name, it is not the loopback: adverts do not go there.
  if (name === undefined) return match.names.every((one) => one === "lo") ? signed("no", match.negated) : "perhaps";
  const fits = match.names.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : one === name));
  return signed(sure(fits), match.negated);
}

function matchesAddress(match: Match & { kind: "address" }, advert: Advert): Certainty {
  const spans = match.spans.filter(({ from }) => from.family === advert.family);
  // An address of the other family means that the rule is for the other family, negated or not.
  if (spans.length === 0 && match.spans.length > 0) return "no";
  if (spans.some(isWhole)) return signed("yes", match.negated);
  const address = advert[match.side];
  if (address === undefined) return mayBeAny(spans, match.side) ? "perhaps" : signed("no", match.negated);
  return signed(sure(spans.some((span) => lies(address, span))), match.negated);
}

/** A source is never a multicast address. */
function mayBeAny(spans: readonly AddressSpan[], side: "source" | "destination"): boolean {
  return side === "destination" || spans.some(({ from, to }) => !isMulticast(from) || !isMulticast(to));
}

function hasCast({ of, casts }: Match & { kind: "cast" }, { destination, direction }: Advert): Certainty {
  if (casts.length === 0) return "no";
  // What goes out has no frame yet.
  if (destination === undefined || (of === "frame" && direction === "out")) return "perhaps";
  if (isMulticast(destination)) return sure(casts.includes("multicast"));
  return sure(casts.includes(direction === "in" ? "local" : "unicast"));
}

function isWhole({ from, to }: AddressSpan): boolean {
  return from.bytes.every((byte) => byte === 0) && to.bytes.every((byte) => byte === 255);
}

function lies(address: Address, { from, to }: AddressSpan): boolean {
  return compare(from, address) <= 0 && compare(address, to) <= 0;
}

function compare(a: Address, b: Address): number {
  for (const [index, byte] of a.bytes.entries()) {
    const difference = byte - (b.bytes[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sure(holds: boolean): Certainty {
  return holds ? "yes" : "no";
}

function signed(certainty: Certainty, negated: boolean): Certainty {
  if (!negated || certainty === "perhaps") return certainty;
  return certainty === "yes" ? "no" : "yes";
}

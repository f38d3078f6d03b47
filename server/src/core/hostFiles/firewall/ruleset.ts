/**
 * The part of a packet filter that can meet an advert of VRRP, in one form for nftables, iptables and firewalld. Matches
 * that speak of anything else have become "never" or "perhaps" when the file was read.
 */
import type { Address, Family } from "../../net/address.ts";
import type { Range } from "../../text/range.ts";

/** Numbers of IP protocols: VRRP itself, and the authentication header of VRRPv2's auth_type AH. */
export type AdvertProtocol = 112 | 51;

/** Inclusive; both ends are of one family. */
export interface AddressSpan {
  readonly from: Address;
  readonly to: Address;
}

/** An address of this host, one of another host, a group's. */
export type Cast = "local" | "unicast" | "multicast";

export type Match =
  | { readonly kind: "never" }
  /** Something that the file alone does not decide. */
  | { readonly kind: "perhaps" }
  | { readonly kind: "family"; readonly family: Family; readonly negated: boolean }
  | { readonly kind: "protocol"; readonly numbers: readonly number[]; readonly negated: boolean }
  /** Names of interfaces, with `*` at the end for any that begin so. */
  | {
      readonly kind: "interface";
      readonly side: "in" | "out";
      readonly names: readonly string[];
      readonly negated: boolean;
    }
  | {
      readonly kind: "address";
      readonly side: "source" | "destination";
      readonly spans: readonly AddressSpan[];
      readonly negated: boolean;
    }
  /** What the destination is: to routing (`fib daddr type`, `-m addrtype`), or as the frame says (`pkttype`). */
  | {
      readonly kind: "cast";
      readonly of: "route" | "frame";
      readonly casts: readonly Cast[];
      readonly negated: boolean;
    }
  /** States of connection tracking. */
  | { readonly kind: "state"; readonly states: readonly string[]; readonly negated: boolean };

export type Action =
  | { readonly kind: "accept" }
  | { readonly kind: "drop" }
  /** Goes on with the next rule: counters, logs. */
  | { readonly kind: "continue" }
  | { readonly kind: "return" }
  | { readonly kind: "jump"; readonly chain: string }
  | { readonly kind: "goto"; readonly chain: string }
  /** What becomes of the packet cannot be told. */
  | { readonly kind: "unclear" };

export interface Rule extends Range {
  /** All must hold. */
  readonly matches: readonly Match[];
  readonly action: Action;
}

export type Hook = "ingress" | "prerouting" | "input" | "output" | "postrouting" | "egress";

export interface Chain {
  readonly rules: readonly Rule[];
}

/** A chain that the kernel begins with. */
export interface BaseChain extends Range {
  readonly chain: string;
  readonly hook: Hook;
  /** Lower ones come first at one hook. */
  readonly priority: number;
  readonly families: readonly Family[];
  /** Device of an ingress or egress hook. */
  readonly device: string | undefined;
  /** What happens to a packet that no rule decides; the range of the base chain points at what says so. */
  readonly policy: "accept" | "drop" | "unclear";
}

export interface Ruleset {
  /** What the file can filter at all. */
  readonly families: readonly Family[];
  /** Whether more belongs to it that the file does not show: included files, what was loaded before a script ran. */
  readonly isPartial: boolean;
  readonly bases: readonly BaseChain[];
  /** By a name that is unique in the file, such as `inet filter input`. */
  readonly chains: ReadonlyMap<string, Chain>;
  /** Whether connection tracking sees every packet; `notrack` takes some out. */
  readonly tracksAll: boolean;
}

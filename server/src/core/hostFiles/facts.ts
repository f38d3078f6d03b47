/**
 * What the other files of a host tell: files that are no language of ours, and of which only a few facts matter. A fact
 * points at the text that says so. What a reader does not understand it leaves out: a missing fact claims nothing.
 */
import type { Address } from "../net/address.ts";
import type { Range } from "../text/range.ts";
import type { Ruleset } from "./firewall/ruleset.ts";

/** An address that the host gives to one of its interfaces. */
export interface AddressFact extends Range {
  readonly kind: "address";
  /** The device, without the tail of an alias: `eth0` for `eth0:1`. Undefined where the file picks it by other means. */
  readonly interface: string | undefined;
  readonly address: Address;
  readonly prefixLength: number | undefined;
}

/** An interface that the file sets up. */
export interface InterfaceFact extends Range {
  readonly kind: "interface";
  readonly interface: string;
}

/** The interface gets further addresses that no file shows: DHCP, router advertisements. */
export interface DynamicFact extends Range {
  readonly kind: "dynamic";
  readonly interface: string | undefined;
}

/** A kernel setting in the form of sysctl(8): dots between parts, a slash for a dot within one. */
export interface SettingFact extends Range {
  readonly kind: "setting";
  readonly key: string;
  readonly value: string;
}

/** The name of the host itself. */
export interface HostNameFact extends Range {
  readonly kind: "host name";
  readonly name: string;
}

/** A name that stands for an address, from /etc/hosts. */
export interface NameFact extends Range {
  readonly kind: "name";
  readonly name: string;
  readonly address: Address;
}

/** A daemon that runs on the host, by the name of its program. An empty range where the mere file tells. */
export interface ProcessFact extends Range {
  readonly kind: "process";
  readonly name: string;
}

/** What the file makes of the packet filter; `judgeAdvert` asks it. */
export interface FirewallFact extends Range {
  readonly kind: "firewall";
  readonly ruleset: Ruleset;
}

export type HostFact =
  | AddressFact
  | InterfaceFact
  | DynamicFact
  | SettingFact
  | HostNameFact
  | NameFact
  | ProcessFact
  | FirewallFact;

export type HostFileFacts = readonly HostFact[];

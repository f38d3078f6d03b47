/** What a simulation tells: who held which address when, what each instance was, and why. Times in milliseconds. */
import type { Host } from "../../model/cluster/host.ts";
import type { Location } from "../../schema/problem.ts";
import type { Text } from "../../text/localized.ts";

/** As the daemon writes it; INIT while it does not run (RFC 9568, section 6.3: Initialize). */
export type InstanceState = "INIT" | "BACKUP" | "MASTER" | "FAULT";

/** Hosts on which an address is configured from `t` on, in the order of the hosts. */
export interface HolderChange {
  readonly t: number;
  readonly hosts: readonly Host[];
}

export interface AddressHolders {
  /** As RFC 5952 writes it, without prefix length. */
  readonly address: string;
  /** The hosts whose files list it. */
  readonly candidates: readonly Host[];
  /** The first entry is that of the start. */
  readonly holders: readonly HolderChange[];
}

export interface StateChange {
  readonly t: number;
  readonly state: InstanceState;
  /** What it advertises, or would. */
  readonly priority: number;
}

export interface InstanceStates {
  readonly host: Host;
  readonly name: string;
  readonly virtualRouterId: number | undefined;
  /** The first entry is that of the start. */
  readonly states: readonly StateChange[];
}

/** One thing that happened, with the lines that made it happen. */
export interface Explanation {
  readonly t: number;
  readonly host: Host | undefined;
  readonly instance: string | undefined;
  readonly text: Text;
  readonly because: readonly Location[];
}

/** An address of which milliseconds that nobody controls decide who holds it in the end. */
export interface Race {
  readonly address: string;
  /** Who may hold it, by the runs that were tried. */
  readonly outcomes: readonly (readonly Host[])[];
  readonly text: Text;
}

export interface Timeline {
  readonly virtualAddresses: readonly AddressHolders[];
  readonly instances: readonly InstanceStates[];
  readonly explanations: readonly Explanation[];
  readonly races: readonly Race[];
  /** When the simulation ends. */
  readonly until: number;
}

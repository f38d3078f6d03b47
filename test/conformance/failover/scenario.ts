/**
 * What a laboratory run is given and what it returns. Both are plain values: nothing here knows how nodes are made.
 * The kinds of events are the words in which a failover is described anywhere in this project.
 */

export interface LabAddress {
  readonly interface: string;
  readonly address: string;
  readonly prefix: number;
}

export interface LabNode {
  /** Also the id that `@id` lines are compared with. */
  readonly name: string;
  /** Path, among `files`, of the file that the daemon is started with. */
  readonly main: string;
  /**
   * Text by path on that host, without the leading slash: `etc/keepalived/keepalived.conf`. What lies in `etc` is found
   * there by absolute paths too; a text that begins with `#!` may be run.
   */
  readonly files: ReadonlyMap<string, string>;
  /** Addresses of the host itself; those that are not given are chosen to suit the files. */
  readonly addresses: readonly LabAddress[];
  /** How long after the others the daemon starts, in milliseconds. */
  readonly delay?: number;
  /** Such as `net.ipv4.ip_nonlocal_bind=1`. */
  readonly sysctls?: readonly string[];
}

/**
 * - `power-off`, `power-on`: the whole host, with its links
 * - `crash`: the processes are gone, and what they configured stays
 * - `stop`, `start`: in good order
 * - `freeze`, `thaw`: the processes stand still
 * - `link-down`, `link-up` of an interface, so that the host knows
 * - `detach`, `attach` of an interface: cut from the network while its carrier stays up
 * - `script-fail`, `script-ok`: what the check script of that name finds from now on
 * - `drop-vrrp` `in` or `out`: a firewall on the host; `allow-vrrp` takes it away
 * - `reload` of a file of the node in the place of its main file
 */
export type EventKind =
  | "power-off"
  | "power-on"
  | "crash"
  | "stop"
  | "start"
  | "freeze"
  | "thaw"
  | "link-down"
  | "link-up"
  | "detach"
  | "attach"
  | "script-fail"
  | "script-ok"
  | "drop-vrrp"
  | "allow-vrrp"
  | "reload";

/** What happens to which node, without a time. */
export interface LabAction {
  readonly node: string;
  readonly kind: EventKind;
  /** The interface, the script, the direction or the file. */
  readonly argument?: string;
}

export interface LabEvent extends LabAction {
  /** Milliseconds after the start, at once where that is over; or when nothing has changed for as long as the scenario says. */
  readonly at: number | "settled";
}

export interface LabScenario {
  readonly name: string;
  readonly nodes: readonly LabNode[];
  /** In the order in which they happen. */
  readonly events: readonly LabEvent[];
  /** It ends after this many milliseconds at the latest. */
  readonly duration: number;
  /**
   * It ends earlier when every event has happened and nothing has changed for this many milliseconds; by default as
   * long as the slowest election that the files allow.
   */
  readonly settle?: number;
}

export interface HolderChange {
  /** Milliseconds after the start. */
  readonly at: number;
  /** Nodes on which the address is configured from then on, sorted. */
  readonly hosts: readonly string[];
}

export interface StateChange {
  readonly at: number;
  /** As the daemon writes it: MASTER, BACKUP, FAULT. */
  readonly state: string;
}

/** An advert as a node sent it. */
export interface SentAdvert {
  readonly at: number;
  readonly node: string;
  readonly routerId: number;
  readonly priority: number;
}

export interface LogLine {
  readonly at: number;
  readonly node: string;
  readonly text: string;
}

export interface Observation {
  readonly name: string;
  /** Who held an address, by address as the kernel writes it, without the nodes' own. */
  readonly holders: ReadonlyMap<string, readonly HolderChange[]>;
  /** Every advert that left a node, whoever heard it. */
  readonly adverts: readonly SentAdvert[];
  /** States by node, then by instance, as the logs tell them: of an instance that begins with FAULT they may tell nothing. */
  readonly states: ReadonlyMap<string, ReadonlyMap<string, readonly StateChange[]>>;
  /** States at the end by node, then by instance, as the daemons that run tell them. */
  readonly final: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** When each event began, in the order of the scenario; an event that came too late is missing. */
  readonly happened: readonly number[];
  /** Nodes whose daemon runs at the end. */
  readonly running: readonly string[];
  /** Nothing changed any more at the end. */
  readonly settled: boolean;
  readonly log: readonly LogLine[];
  /** How long it was observed, in milliseconds. */
  readonly duration: number;
}

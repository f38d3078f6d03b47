/**
 * What the daemon makes of a vrrp_instance, with the global settings and after it has completed the instance
 * (vrrp_parser.c, vrrp.c: vrrp_complete_instance).
 */
import type { Bound } from "../../../schema/bound.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Globals } from "../globals.ts";
import { mayHoldMore } from "./gaps.ts";
import { type InstanceAddresses, readAddresses } from "./instanceAddresses.ts";

export const owner = 255;

export interface Instance extends InstanceAddresses {
  readonly strict: boolean;
  /** The version in use; undefined where only the host knows it. */
  readonly version: 2 | 3 | undefined;
  /** Undefined where only the host knows it. */
  readonly priority: number | undefined;
  readonly priorityFrom: Bound | undefined;
  /** The state as it is written: MASTER cannot be taken back. Undefined where none is written. */
  readonly state: Bound | undefined;
  /** The state it starts in, before preemption is judged; undefined where only the host knows it. */
  readonly starts: "MASTER" | "BACKUP" | undefined;
  /** `nopreempt`, unless a later `preempt` takes it back. */
  readonly nopreempt: Bound | undefined;
  /** `preempt_delay` of more than nothing. */
  readonly preemptDelay: Bound | undefined;
  /** Statements that make the daemon expect unicast peers. */
  readonly unicastWords: readonly Bound[];
  /** There are peers, or lines that were meant as peers or may turn out to be some. */
  readonly unicast: boolean;
  /** The interface it is bound to, as far as the file tells. */
  readonly interface: Bound | undefined;
  /** Uses a virtual MAC or an ipvlan interface. */
  readonly vmac: Bound | undefined;
  readonly ipvlan: Bound | undefined;
}

/** Words that make an instance a unicast one even without peers. */
const unicastKeywords = [
  "unicast_peer",
  "unicast_src_ip",
  "unicast_fault_no_peer",
  "check_unicast_src",
  "old_unicast_checksum",
];

interface Kept {
  readonly globals: Globals;
  readonly version: string;
  readonly instance: Instance;
}

/** What was made of a block is kept: many rules ask. */
const kept = new WeakMap<Bound, Kept>();

export function readInstance(block: Bound, globals: Globals, version: string): Instance {
  const before = kept.get(block);
  if (before?.globals === globals && before.version === version) return before.instance;
  const instance = complete(block, globals);
  kept.set(block, { globals, version, instance });
  return instance;
}

function complete(block: Bound, globals: Globals): Instance {
  const addresses = readAddresses(block);
  const strict = isStrict(block, globals);
  const inUse = versionInUse(addresses, globals, strict);
  const state = stateOf(block);
  const wanted = state === undefined ? undefined : isMaster(state) ? "MASTER" : "BACKUP";
  const stateKnown = block.all("state").every((statement) => statement.values[0]?.word.unknown !== true);
  const priorityFrom = block.find("priority");
  const priority = priorityOf(priorityFrom, stateKnown ? wanted : undefined, stateKnown);
  const peerLists = block.all("unicast_peer");
  return {
    ...addresses,
    strict,
    version: inUse,
    priority,
    priorityFrom,
    state,
    starts: startOf(block, { wanted, stateKnown, priority, strict, version: inUse, addresses }),
    nopreempt: nopreemptOf(block),
    preemptDelay: (block.number("preempt_delay") ?? 0) > 0 ? block.find("preempt_delay") : undefined,
    unicastWords: block.children.filter((child) => unicastKeywords.includes(child.keyword?.name ?? "")),
    unicast: peerLists.some((list) => list.children.length > 0 || mayHoldMore(list)),
    interface: block.find("interface"),
    vmac: block.find("use_vmac"),
    ipvlan: block.find("use_ipvlan"),
  };
}

/** Whether an on/off statement says on; undefined where its word says neither. */
export function switchOf(statement: Bound | undefined): boolean | undefined {
  if (statement === undefined) return undefined;
  const word = statement.values[0]?.word;
  if (word === undefined) return true;
  if (["on", "true", "yes"].includes(word.value)) return true;
  return ["off", "false", "no"].includes(word.value) ? false : undefined;
}

function isStrict(block: Bound, globals: Globals): boolean {
  const own = block.all("strict_mode").findLast((statement) => switchOf(statement) !== undefined);
  return switchOf(own) ?? globals.strict;
}

function versionInUse(addresses: InstanceAddresses, globals: Globals, strict: boolean): 2 | 3 | undefined {
  const { family, ownVersion } = addresses;
  if (family === undefined || Number.isNaN(ownVersion)) return undefined;
  if (family === 6) return ownVersion === 2 && !strict ? 2 : 3;
  const version = ownVersion ?? globals.vrrpVersion;
  return version === 2 || version === 3 ? version : undefined;
}

function isMaster(state: Bound): boolean {
  return state.values[0]?.word.value === "MASTER";
}

function stateOf(block: Bound): Bound | undefined {
  const states = block.all("state");
  return states.findLast(isMaster) ?? states.at(-1);
}

/** Without a number it follows from the state; a number that is refused becomes 100. */
function priorityOf(statement: Bound | undefined, wanted: string | undefined, stateKnown: boolean): number | undefined {
  const value = statement?.values[0];
  if (value === undefined) return stateKnown ? (wanted === "MASTER" ? owner : 100) : undefined;
  if (value.word.unknown === true) return undefined;
  const number = Number(value.data);
  return number >= 1 && number <= owner ? number : 100;
}

/** `preempt` and `nopreempt`: the later one counts. */
function nopreemptOf(block: Bound): Bound | undefined {
  const last = block.children.findLast((child) => ["preempt", "nopreempt"].includes(child.keyword?.name ?? ""));
  return last?.keyword?.name === "nopreempt" ? last : undefined;
}

function startOf(
  block: Bound,
  known: {
    wanted: "MASTER" | "BACKUP" | undefined;
    stateKnown: boolean;
    priority: number | undefined;
    strict: boolean;
    version: number | undefined;
    addresses: InstanceAddresses;
  },
): "MASTER" | "BACKUP" | undefined {
  const { wanted, stateKnown, priority, strict, version, addresses } = known;
  const byPriority = priority === undefined ? undefined : priority === owner ? "MASTER" : "BACKUP";
  // Strict mode lets only the owner of the addresses start as MASTER.
  if (strict) return byPriority;
  if (!stateKnown) return undefined;
  if (wanted !== "MASTER" || priority === owner) return wanted ?? byPriority;
  const authentication = block.find("authentication");
  const header = authentication?.string("auth_type") === "AH" && authentication.has("auth_pass");
  // An AH instance first has to learn the sequence number of the others.
  return header && version === 2 && addresses.family === 4 ? "BACKUP" : "MASTER";
}

/** Whether a block surely lacks a keyword: nothing out of view may hold it, and no word looks like a misspelling. */
export function lacks(block: Bound, keyword: string): boolean {
  if (block.has(keyword) || mayHoldMore(block)) return false;
  return !block.children.some(
    (child) => child.keyword === undefined && nearest(child.head.value, [keyword]) !== undefined,
  );
}

/** The names of interfaces that carry no multicast, as far as a name can tell. */
export function mayLackMulticast(interfaceName: string): boolean {
  return /^(?:wg|tunl|gre|sit|ip6tnl|ip6gre|vti|dummy)\d/.test(interfaceName);
}

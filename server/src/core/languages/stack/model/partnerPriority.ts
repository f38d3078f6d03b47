/**
 * The priority of a partner: low enough that it does not lead while all is well, and close enough that it does as soon
 * as any tracked thing with a weight fails on the other node.
 */
import type { VrrpInstance } from "../../../model/facts.ts";
import { priorityOf } from "../../../vrrp/priority.ts";

type Weighted = Pick<VrrpInstance, "priority" | "trackers">;

/** Ten is what most people leave between two nodes; less where weights are small. */
const usual = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** More, where the sums of both would stop at the highest priority. */
const far = Array.from({ length: 243 }, (_, index) => index + 11);

/**
 * The configured priority of a node that takes over from this instance, or with `leads` of one that this instance takes
 * over from. Undefined where there is none, or where the instance's own is not known.
 */
export function partnerPriority(instance: Weighted, leads: boolean): number | undefined {
  const own = instance.priority;
  if (own === undefined) return undefined;
  const bases = [...usual, ...far]
    .map((step) => own.value + (leads ? step : -step))
    .filter((base) => base >= 1 && base <= 254);
  const pairs = bases.map((base) => {
    const partner = { ...instance, priority: { ...own, value: base } };
    return leads ? { base, master: partner, backup: instance } : { base, master: instance, backup: partner };
  });
  const ordered = pairs.filter(({ master, backup }) => leadsOver(master, backup));
  const [first] = ordered;
  return (ordered.find(({ master, backup }) => everyFailureMoves(master, backup)) ?? first)?.base ?? bases[0];
}

function leadsOver(master: Weighted, backup: Weighted): boolean {
  const [high, low] = [priorityOf(master), priorityOf(backup)];
  return high !== undefined && low !== undefined && high > low;
}

function everyFailureMoves(master: Weighted, backup: Weighted): boolean {
  const low = priorityOf(backup);
  const weighted = master.trackers.filter(
    ({ weight, isIgnored }) => weight !== 0 && weight !== undefined && !isIgnored,
  );
  return weighted.every((tracker) => {
    const left = priorityOf(master, [tracker]);
    return left === undefined || low === undefined || left < low;
  });
}

/**
 * The priority that a node really advertises: the configured one with the weights of what it tracks. Written from
 * keepalived's own arithmetic (vrrp_track.c: initialise_tracking_priorities, process_script_update_priority,
 * vrrp_set_effective_priority): a positive weight counts while the tracked thing is up, a negative one while it is
 * down, and `reverse` turns the sign of both.
 */
import type { Tracker, VrrpInstance } from "../model/facts.ts";

/** The priority of the owner of the addresses, which no weight changes (RFC 9568, section 5.2.4). */
export const ownerPriority = 255;

const lowest = 1;
const highest = ownerPriority - 1;

/** How far a weight may go (keepalived.conf(5), `weight`). */
export const mostWeight = 253;

export type TrackedState = "up" | "down";

/** What weights are read of. */
export type Weighted = Pick<Tracker, "kind" | "weight" | "isReversed" | "isIgnored">;

/**
 * What a tracker adds to the priority while the tracked thing is up or down. Undefined where only the host knows the
 * weight, or the number in the tracked file.
 */
export function contribution(
  { kind, weight, isReversed, isIgnored }: Weighted,
  state: TrackedState,
): number | undefined {
  if (isIgnored) return 0;
  if (weight === undefined) return undefined;
  if (weight === 0) return 0;
  if (kind === "file") return undefined;
  const counts = weight > 0 ? state === "up" : state === "down";
  if (!counts) return 0;
  return isReversed ? -weight : weight;
}

/** The state in which a tracker leaves the priority higher: with `reverse`, that of the tracked thing being down. */
export function goodState({ isReversed }: Weighted): TrackedState {
  return isReversed ? "down" : "up";
}

/** The sum as it goes into adverts. */
export function effectivePriority(base: number, contributions: readonly number[]): number {
  if (base === ownerPriority) return base;
  const total = contributions.reduce((sum, one) => sum + one, base);
  return Math.min(highest, Math.max(lowest, total));
}

/**
 * The priority of an instance while all that it tracks is well but `failed`; undefined where something of it is not
 * known. A failure without a weight, which means FAULT, changes no priority.
 */
export function priorityOf(
  { priority, trackers }: Pick<VrrpInstance, "priority" | "trackers">,
  failed: readonly Tracker[] = [],
): number | undefined {
  if (priority === undefined) return undefined;
  if (priority.value === ownerPriority) return ownerPriority;
  const contributions: number[] = [];
  for (const tracker of trackers) {
    const good = goodState(tracker);
    const bad = good === "up" ? "down" : "up";
    const one = contribution(tracker, failed.includes(tracker) ? bad : good);
    if (one === undefined) return undefined;
    contributions.push(one);
  }
  return effectivePriority(priority.value, contributions);
}

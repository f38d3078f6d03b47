/** What the daemon makes of a file when it starts: instances that it leaves out, and files with which it does not run. */
import type { Facts, Tracker, VrrpInstance } from "../../model/facts.ts";
import { fill, text } from "../../text/localized.ts";
import type { TrackedState } from "../priority.ts";
import type { Refusal } from "./advert.ts";

const reasons = {
  twice: text('"{0}" and "{1}" have the VRID {2} on {3}', '"{0}"和"{1}"在 {3} 上的 VRID 都是 {2}'),
  nothing: text("no instance of the file can run", "文件中没有可以运行的实例"),
};

/** An instance that runs: it has a VRID and an interface, and in strict mode addresses (vrrp.c: vrrp_complete_instance). */
export function isTakenIn({
  virtualRouterId,
  interface: on,
  family,
  strict,
  addresses,
  ...more
}: VrrpInstance): boolean {
  const hasAddresses = addresses.length > 0 || more.addressesAreUnknown;
  return virtualRouterId !== undefined && on !== undefined && family !== undefined && (!strict || hasAddresses);
}

/** Why the daemon ends at once, if it does (vrrp.c: check_vrid_conflicts). */
export function refusesToStart({ instances }: Facts): Refusal | undefined {
  const taken = instances.filter(isTakenIn);
  const [first] = instances;
  if (first !== undefined && taken.length === 0) return { text: reasons.nothing, because: [first.at] };
  for (const [at, one] of taken.entries()) {
    const other = taken.slice(0, at).find((before) => isRival(before, one));
    if (other === undefined) continue;
    const id = one.virtualRouterId?.value ?? 0;
    return {
      text: fill(reasons.twice, other.name, one.name, id, one.interface?.value ?? ""),
      because: [other, one].flatMap(({ virtualRouterId }) => virtualRouterId?.at ?? []),
    };
  }
  return undefined;
}

/** Two that would take each other's adverts: unicast ones are told apart by their addresses. */
function isRival(a: VrrpInstance, b: VrrpInstance): boolean {
  const isOneLink = a.interface?.value === b.interface?.value && a.family === b.family;
  return isOneLink && a.virtualRouterId?.value === b.virtualRouterId?.value && !a.isUnicast && !b.isUnicast;
}

/** Whether the daemon knows what it tracks: a script that is not defined is left out. */
export function isDefined({ kind, definition }: Tracker): boolean {
  return kind === "interface" || definition !== undefined;
}

/** Trackers whose failure means FAULT. */
export function faultTrackers(conf: VrrpInstance): readonly Tracker[] {
  return conf.trackers.filter(
    (tracker) =>
      tracker.weight === 0 &&
      tracker.kind !== "file" &&
      isDefined(tracker) &&
      !(tracker.kind === "interface" && conf.tracksInterface && conf.interface?.value === tracker.name),
  );
}

/** What a tracker without a weight makes of what it tracks: FAULT, or not. */
export function isBad({ isReversed }: Tracker, state: TrackedState): boolean {
  return (state === "down") !== isReversed;
}

/** After a reload, an instance goes on where the virtual router and its link are the same (vrrp.c: vrrp_exist). */
export function isHeir(now: VrrpInstance, before: VrrpInstance): boolean {
  const isSameRouter = now.virtualRouterId?.value === before.virtualRouterId?.value && now.family === before.family;
  const isSameSource = now.source?.address.bytes.join() === before.source?.address.bytes.join();
  return (
    isSameRouter &&
    now.interface?.value === before.interface?.value &&
    now.isUnicast === before.isUnicast &&
    (!now.isUnicast || isSameSource)
  );
}

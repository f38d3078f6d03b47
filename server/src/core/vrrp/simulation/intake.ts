/** What the daemon makes of a file when it starts: instances that it leaves out, and files with which it does not run. */
import type { Facts, Tracker, VrrpInstance } from "../../model/facts.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { TrackedState } from "../priority.ts";
import type { Refusal } from "./advert.ts";

const reasons = {
  twice: text('"{0}" and "{1}" have the VRID {2} on {3}', '"{0}"和"{1}"在 {3} 上的 VRID 都是 {2}'),
  nothing: text("no instance of the file can run", "文件中没有可以运行的实例"),
  noId: text('"{0}" has no virtual_router_id', '"{0}"没有 virtual_router_id'),
  noInterface: text('"{0}" has no interface', '"{0}"没有 interface'),
  noAddress: text('"{0}" is strict and has no address', '"{0}"处于严格模式却没有地址'),
};

/** What the daemon does not run without. */
const lacks: readonly (readonly [(one: VrrpInstance) => boolean, Text])[] = [
  [lacksId, reasons.noId],
  [lacksInterface, reasons.noInterface],
  [lacksAddresses, reasons.noAddress],
];

/** An instance of which enough is known to run: it has a VRID and an interface, and in strict mode addresses. */
export function isTakenIn(instance: VrrpInstance): boolean {
  const { virtualRouterId, interface: on, family } = instance;
  return virtualRouterId !== undefined && on !== undefined && family !== undefined && !lacksAddresses(instance);
}

/** Strict mode wants addresses (vrrp.c: vrrp_complete_instance). */
function lacksAddresses({ strict, addresses, addressesAreUnknown }: VrrpInstance): boolean {
  return strict && addresses.length === 0 && !addressesAreUnknown;
}

/** It surely has none: no line sets it, and none is out of view (vrrp.c: chk_min_cfg). */
function lacksId({ virtualRouterId, isPartial, block }: VrrpInstance): boolean {
  return virtualRouterId === undefined && !isPartial && !block.has("virtual_router_id");
}

/** The same of an interface, without which only unicast goes (vrrp.c: chk_min_cfg). */
function lacksInterface({ interface: on, isUnicast, isPartial, block }: VrrpInstance): boolean {
  return on === undefined && !isUnicast && !isPartial && !block.has("interface");
}

/** Why the daemon ends at once, if it does (vrrp.c: chk_min_cfg, vrrp_complete_instance, check_vrid_conflicts). */
export function refusesToStart({ instances }: Facts): Refusal | undefined {
  for (const one of instances) {
    const [lack] = lacks.filter(([isLacking]) => isLacking(one));
    if (lack !== undefined) return { text: fill(lack[1], one.name), because: [one.at] };
  }
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
function isDefined({ kind, definition }: Tracker): boolean {
  return kind === "interface" || definition !== undefined;
}

/**
 * Interfaces whose loss means FAULT: that of the instance, and those that tracked addresses are on (vrrp.c:
 * vrrp_complete_instance, add_vrrp_to_interface). A weight that is given for one of them counts for nothing.
 */
export function faultInterfaces(conf: VrrpInstance): ReadonlySet<string> {
  const own = conf.interface?.value;
  const devices = conf.addresses.filter(({ isTracked }) => isTracked).flatMap((one) => one.interface ?? []);
  const names = new Set(devices.filter((name) => conf.tracksInterface || name !== own));
  return own !== undefined && conf.tracksInterface ? names.add(own) : names;
}

/** Trackers that are not taken care of otherwise. */
export function ownTrackers(conf: VrrpInstance): readonly Tracker[] {
  const covered = faultInterfaces(conf);
  return conf.trackers.filter((one) => isDefined(one) && !(one.kind === "interface" && covered.has(one.name)));
}

/** Trackers whose failure means FAULT. */
export function faultTrackers(conf: VrrpInstance): readonly Tracker[] {
  return ownTrackers(conf).filter(({ weight, kind }) => weight === 0 && kind !== "file");
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

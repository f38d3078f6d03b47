/** vrrp_instance blocks as facts: what the daemon makes of them once it has read the whole file (vrrp.c). */
import type { Configuration } from "../../../model/configuration.ts";
import type { Authentication, StatedAddress, Tracker, VirtualAddress, VrrpInstance } from "../../../model/facts.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Location } from "../../../schema/problem.ts";
import type { Globals } from "../globals.ts";
import { readAuthentication } from "../model/authentication.ts";
import { mayHoldMore } from "../model/gaps.ts";
import { type Named, namedAddress } from "../model/instanceAddresses.ts";
import { groupOf, type SyncGroup, syncGroups } from "../model/syncGroups.ts";
import { type Instance, owner, readInstance, switchOf } from "../model/vrrpInstance.ts";
import { takenInterval } from "../model/vrrpTimers.ts";
import { bareAddress } from "../values/endpoint.ts";
import { known, knownNumber, stated } from "./stated.ts";
import { trackersOfInstance } from "./trackers.ts";

/** How much of `auth_pass` is compared (vrrp.h: the field in an advert has eight bytes). */
export const comparedSecret = 8;

/** The instances of a configuration. A second one of the same name is not taken in by the daemon. */
export function instanceFacts(configuration: Configuration, globals: Globals): readonly VrrpInstance[] {
  const groups = syncGroups(configuration);
  const seen = new Set<string>();
  return configuration.all("vrrp_instance").flatMap((block) => {
    if (seen.has(block.name) || block.nameWord.unknown === true) return [];
    seen.add(block.name);
    const instance = readInstance(block, globals, configuration.version);
    const group = groupOf(block, groups);
    const trackers = trackersOfInstance(block, instance, group, configuration);
    return [instanceFact(block, instance, { configuration, globals, group, trackers })];
  });
}

interface Around {
  readonly configuration: Configuration;
  readonly globals: Globals;
  readonly group: SyncGroup | undefined;
  readonly trackers: readonly Tracker[];
}

function instanceFact(block: Bound, instance: Instance, around: Around): VrrpInstance {
  const { configuration, globals, group, trackers } = around;
  const { family, version, priority, priorityFrom, strict } = instance;
  const state = instance.state;
  const wanted = state?.nameWord.value;
  return {
    name: block.name,
    at: block.at(block.nameWord),
    block,
    isPartial: mayHoldMore(block) || configuration.incomplete || family === undefined,
    virtualRouterId: idOf(block),
    family,
    interface: interfaceOf(block, globals, configuration),
    version,
    versionAt: versionAt(instance, configuration),
    priority: known(block, priorityFrom, priority),
    state: wanted === "MASTER" || wanted === "BACKUP" ? stated(state, wanted) : undefined,
    advertInterval: intervalOf(block, version),
    nopreempt: instance.nopreempt === undefined ? undefined : instance.nopreempt.at(instance.nopreempt.head),
    preemptDelay: stated(instance.preemptDelay, block.number("preempt_delay")),
    strict,
    strictAt: strict ? placeOf(strictFrom(block, configuration)) : undefined,
    refusal: refusalOf(block, instance, configuration),
    ...authenticationOf(block),
    addresses: instance.listed.map((vip) => virtualAddress(vip, vip.excluded)),
    addressesAreUnknown: listsAreUnknown(block, /^virtual_ipaddress/),
    source: instance.source === undefined ? undefined : statedAddress(instance.source),
    peers: instance.peers.map(statedAddress),
    peersAreUnknown: listsAreUnknown(block, /^unicast_peer$/),
    isUnicast: instance.unicast,
    multicastGroup: groupOfAdverts(instance, configuration),
    skipsAddressCheck: switchFor(block, "skip_check_adv_addr", globals, "vrrp_skip_check_adv_addr"),
    checksSource: switchFor(block, "check_unicast_src", globals, "vrrp_check_unicast_src"),
    // Strict mode says no to both (vrrp.c: vrrp_complete_instance).
    answersLower: !strict && !switchFor(block, "lower_prio_no_advert", globals, "vrrp_lower_prio_no_advert"),
    answersHigher: !strict && switchFor(block, "higher_prio_send_advert", globals, "vrrp_higher_prio_send_advert"),
    startupDelay: numberIn(globals, "vrrp_startup_delay") ?? 0,
    missedAdverts: block.number("down_timer_adverts") ?? numberIn(globals, "vrrp_down_timer_adverts") ?? 3,
    tracksInterface: !block.has("dont_track_primary"),
    usesVirtualMac: instance.vmac !== undefined,
    trackers,
    group: group?.bound.name,
  };
}

/** An id out of range is refused, and the instance with it (vrrp_parser.c: vrrp_vrid_handler). */
function idOf(block: Bound): VrrpInstance["virtualRouterId"] {
  const id = block.number("virtual_router_id");
  return id === undefined || id < 1 || id > 255 ? undefined : stated(block.find("virtual_router_id"), id);
}

function interfaceOf(block: Bound, globals: Globals, configuration: Configuration): VrrpInstance["interface"] {
  const own = stated(block.find("interface"), block.string("interface"));
  const { default_interface: shared } = globals.values;
  if (own !== undefined || block.has("interface") || typeof shared !== "string") return own;
  return stated(configuration.all("default_interface").at(-1), shared);
}

function versionAt({ versionFrom }: Instance, configuration: Configuration): Location | undefined {
  const from = versionFrom ?? configuration.all("vrrp_version").at(-1);
  return from?.at(from.nameWord);
}

function strictFrom(block: Bound, configuration: Configuration): Bound | undefined {
  return block.find("strict_mode") ?? configuration.all("vrrp_strict").at(-1);
}

function placeOf(statement: Bound | undefined): Location | undefined {
  return statement?.at(statement.head);
}

/** The accept mode (vrrp.c: vrrp_complete_instance); in strict mode only version 3 has one. */
function refusalOf(block: Bound, { strict, version, priority }: Instance, from: Configuration): Bound | undefined {
  if (priority === undefined || priority === owner) return undefined;
  const written = block.children.findLast(({ keyword }) => ["accept", "no_accept"].includes(keyword?.name ?? ""));
  if (written?.keyword?.name === "no_accept") return written;
  const accepts = !strict || version === undefined || (version === 3 && written !== undefined);
  return accepts ? undefined : strictFrom(block, from);
}

/** In seconds, as the protocol's version can express it. */
function intervalOf(block: Bound, version: 2 | 3 | undefined): VrrpInstance["advertInterval"] {
  const written = knownNumber(block, "advert_int", 1);
  if (written === undefined || version === undefined) return undefined;
  return { ...written, value: takenInterval(written.value, version) };
}

function authenticationOf(block: Bound): Pick<VrrpInstance, "authentication" | "authenticationIsUnknown"> {
  const { blocks, type, password } = readAuthentication(block);
  const word = password?.values[0]?.word;
  const isUnknown = word?.unknown === true || blocks.some(mayHoldMore);
  if (type === undefined || password === undefined || word === undefined || isUnknown) {
    return { authentication: undefined, authenticationIsUnknown: isUnknown };
  }
  const authentication: Authentication = {
    type: type.name === "AH" ? "AH" : "PASS",
    secret: word.value.slice(0, comparedSecret),
    at: password.at(word),
  };
  return { authentication, authenticationIsUnknown: false };
}

/** `mcast_dst_ip`, or the group of `global_defs` for its family (vrrp_data.c: alloc_vrrp). */
function groupOfAdverts({ group, family }: Instance, configuration: Configuration): StatedAddress | undefined {
  const keyword = family === 6 ? "vrrp_mcast_group6" : "vrrp_mcast_group4";
  const globally = configuration.all(keyword).at(-1);
  const found = group ?? (globally === undefined ? undefined : namedAddress(globally));
  return found === undefined ? undefined : statedAddress(found);
}

function listsAreUnknown(block: Bound, names: RegExp): boolean {
  const lists = block.children.filter((child) => names.test(child.keyword?.name ?? ""));
  return lists.some(
    (list) => mayHoldMore(list) || list.children.some((line) => line.value("address")?.word.unknown === true),
  );
}

function virtualAddress(named: Named, isExcluded: boolean): VirtualAddress {
  const device = named.bound.value("dev")?.data;
  const isTracked = !named.bound.statement.words.some(({ value }) => value === "no_track");
  return {
    ...statedAddress(named),
    interface: device === undefined ? undefined : String(device),
    isExcluded,
    isTracked,
  };
}

function statedAddress({ bound, word, address }: Named): StatedAddress {
  const length = /\/(\d{1,3})$/.exec(word.value)?.[1];
  return {
    address,
    text: bareAddress(word.value),
    prefixLength: length === undefined ? undefined : Number(length),
    at: bound.at(word),
    line: bound.keyword === undefined ? bound : undefined,
  };
}

function switchFor(block: Bound, keyword: string, globals: Globals, global: string): boolean {
  const own = block.find(keyword);
  if (own !== undefined) return switchOf(own) ?? true;
  const value = globals.values[global];
  return value !== undefined && value !== false;
}

function numberIn({ values }: Globals, keyword: string): number | undefined {
  const value = values[keyword];
  return typeof value === "number" ? value : undefined;
}

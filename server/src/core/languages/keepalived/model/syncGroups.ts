/** Sync groups as the daemon builds them from the whole file (vrrp_sync.c: vrrp_sync_set_group). */
import type { Configuration } from "../../../model/configuration.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Word } from "../../../syntax/ast.ts";

export interface Member {
  /** The line that names it. */
  readonly line: Bound;
  readonly word: Word;
  readonly instance: Bound;
}

/** A name that does not join because its instance is in a group already. */
export interface Surplus extends Member {
  readonly first: Member;
  readonly firstGroup: Bound;
}

export interface SyncGroup {
  readonly bound: Bound;
  readonly members: readonly Member[];
  readonly surplus: readonly Surplus[];
  /** All names that are written, known or not. */
  readonly names: readonly Word[];
  /** Every name is known here. */
  readonly isComplete: boolean;
  /** Members keep their own weights. */
  readonly keepsWeights: boolean;
}

interface Kept {
  readonly groups: readonly Bound[];
  readonly instances: readonly Bound[];
  readonly made: readonly SyncGroup[];
}

/** Several rules ask after every edit; the lists stay the same objects while no group and no instance changes. */
const kept = new WeakMap<Configuration, Kept>();

/** The groups in the order of reading; a second one of the same name is none. */
export function syncGroups(configuration: Configuration): readonly SyncGroup[] {
  const groups = configuration.all("vrrp_sync_group");
  const instances = configuration.all("vrrp_instance");
  const before = kept.get(configuration);
  if (before?.groups === groups && before.instances === instances) return before.made;
  const made = makeGroups(configuration);
  kept.set(configuration, { groups, instances, made });
  return made;
}

function makeGroups(configuration: Configuration): readonly SyncGroup[] {
  const taken = new Map<Bound, { member: Member; group: Bound }>();
  const names = new Set<string>();
  const groups: SyncGroup[] = [];
  for (const bound of configuration.all("vrrp_sync_group")) {
    if (names.has(bound.name)) continue;
    names.add(bound.name);
    groups.push(makeGroup(bound, configuration, taken));
  }
  return groups;
}

function makeGroup(
  bound: Bound,
  configuration: Configuration,
  taken: Map<Bound, { member: Member; group: Bound }>,
): SyncGroup {
  const list = bound.all("group").find((one) => one.children.length > 0);
  const written = (list?.children ?? []).flatMap((line) => line.values.map((value) => ({ line, word: value.word })));
  const members: Member[] = [];
  const surplus: Surplus[] = [];
  let isComplete = true;
  for (const { line, word } of written) {
    const instance =
      word.unknown === true ? undefined : configuration.definitions("vrrp_instance", word.value)[0]?.bound;
    if (instance === undefined) {
      isComplete = false;
      continue;
    }
    const member = { line, word, instance };
    const before = taken.get(instance);
    if (before === undefined) {
      taken.set(instance, { member, group: bound });
      members.push(member);
    } else surplus.push({ ...member, first: before.member, firstGroup: before.group });
  }
  return {
    bound,
    members,
    surplus,
    names: written.map((one) => one.word),
    isComplete,
    keepsWeights: bound.has("sync_group_tracking_weight") || bound.has("global_tracking"),
  };
}

const byInstance = new WeakMap<readonly SyncGroup[], ReadonlyMap<Bound, SyncGroup>>();

/** The group that an instance belongs to. */
export function groupOf(instance: Bound, groups: readonly SyncGroup[]): SyncGroup | undefined {
  let index = byInstance.get(groups);
  if (index === undefined) {
    index = new Map(groups.flatMap((group) => group.members.map((member) => [member.instance, group] as const)));
    byInstance.set(groups, index);
  }
  return index.get(instance);
}

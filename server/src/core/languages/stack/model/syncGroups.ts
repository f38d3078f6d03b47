/** Sync groups beside what other hosts make of the same virtual routers. */
import type { Cluster, Host, Member, VirtualRouter } from "../../../model/cluster/host.ts";
import type { SyncGroup } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";
import type { Location } from "../../../schema/problem.ts";

/** A member of a group whose virtual router other hosts share. */
export interface GroupMember {
  readonly router: VirtualRouter;
  readonly member: Member;
  /** Where the group names it. */
  readonly at: Location;
}

/** How another host groups the virtual routers of a group. */
export interface Counterpart {
  readonly host: Host;
  /** Its instances of those virtual routers, in the order of the group; two at least. */
  readonly members: readonly Member[];
  /** They are all in one group there. */
  readonly isTogether: boolean;
}

/** A group of two virtual routers or more, with all other hosts that take part in two of them or more. */
export interface SharedGroup {
  readonly host: Host;
  readonly group: SyncGroup;
  readonly members: readonly GroupMember[];
  readonly counterparts: readonly Counterpart[];
}

/** The groups of all hosts of a cluster, as far as they are known in full. */
export const sharedGroups: (cluster: Cluster) => readonly SharedGroup[] = derived((cluster) => {
  const known = cluster.hosts.filter(({ facts }) => !facts.isPartial && facts.groups.every((one) => one.isComplete));
  return known.flatMap((host) =>
    host.facts.groups.flatMap((group): SharedGroup[] => {
      const members = membersOf(group, host, cluster.routers);
      if (members.length < 2) return [];
      const others = known.filter((other) => other !== host);
      return [{ host, group, members, counterparts: others.flatMap((other) => counterpart(other, members)) }];
    }),
  );
});

function membersOf(group: SyncGroup, host: Host, routers: readonly VirtualRouter[]): readonly GroupMember[] {
  return group.members.flatMap(({ value, at }) =>
    routers.flatMap((router): GroupMember[] => {
      const member = memberOn(host, router);
      const isIt = member?.instance.name === value && member.instance.group === group.name;
      return isIt && router.members.length > 1 ? [{ router, member, at }] : [];
    }),
  );
}

function counterpart(host: Host, members: readonly GroupMember[]): readonly Counterpart[] {
  const own = members.flatMap(({ router }) => memberOn(host, router) ?? []);
  if (own.length < 2 || own.some(({ instance }) => instance.isPartial)) return [];
  const groups = new Set(own.map(({ instance }) => instance.group));
  return [{ host, members: own, isTogether: groups.size === 1 && !groups.has(undefined) }];
}

function memberOn(host: Host, { members }: VirtualRouter): Member | undefined {
  return members.find((member) => member.host === host);
}

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
  const shared = sharedInstances(cluster);
  return known.flatMap((host) =>
    host.facts.groups.flatMap((group): SharedGroup[] => {
      const members = group.members.flatMap(({ value, at }): GroupMember[] => {
        const found = shared.get(host)?.get(value);
        return found?.member.instance.group === group.name ? [{ ...found, at }] : [];
      });
      if (members.length < 2) return [];
      const others = known.filter((other) => other !== host);
      return [{ host, group, members, counterparts: others.flatMap((other) => counterpart(other, members)) }];
    }),
  );
});

type SharedInstance = Pick<GroupMember, "router" | "member">;

/** The instances of each host whose virtual routers others share, by name. */
function sharedInstances({ hosts, routers }: Cluster): ReadonlyMap<Host, ReadonlyMap<string, SharedInstance>> {
  const found = new Map(hosts.map((host) => [host, new Map<string, SharedInstance>()]));
  for (const router of routers) {
    if (router.members.length < 2) continue;
    for (const member of router.members) found.get(member.host)?.set(member.instance.name, { router, member });
  }
  return found;
}

function counterpart(host: Host, members: readonly GroupMember[]): readonly Counterpart[] {
  const own = members.flatMap(({ router }) => router.members.find((member) => member.host === host) ?? []);
  if (own.length < 2 || own.some(({ instance }) => instance.isPartial)) return [];
  const groups = new Set(own.map(({ instance }) => instance.group));
  return [{ host, members: own, isTogether: groups.size === 1 && !groups.has(undefined) }];
}

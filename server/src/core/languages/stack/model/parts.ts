/** What rules across files judge: virtual routers, hosts, clusters. Each is the same object while nothing in it changes. */
import type { Cluster, Estate, Host, Member, VirtualRouter } from "../../../model/cluster/host.ts";
import { derived } from "../../../model/gather.ts";

/** Virtual routers of which more than one host takes part. */
export const sharedRouters: (estate: Estate) => readonly VirtualRouter[] = derived((estate) =>
  estate.clusters.flatMap(({ routers }) => routers.filter(({ members }) => members.length > 1)),
);

/**
 * The same, of those members only that have one VRID and so judge each other's adverts: what else differs between others
 * counts for nothing.
 */
export const hearingRouters: (estate: Estate) => readonly VirtualRouter[] = derived((estate) =>
  sharedRouters(estate).flatMap(byId),
);

const byId: (router: VirtualRouter) => readonly VirtualRouter[] = derived((router) => {
  const groups = new Map<number | undefined, Member[]>();
  for (const member of router.members) {
    const id = member.instance.virtualRouterId?.value;
    groups.set(id, [...(groups.get(id) ?? []), member]);
  }
  if (groups.size === 1 && !groups.has(undefined)) return [router];
  return [...groups].flatMap(([id, members]) =>
    id === undefined || members.length < 2 ? [] : [{ ...router, id: `${router.id} ${id}`, members }],
  );
});

export const hosts = (estate: Estate): readonly Host[] => estate.hosts;

export const clusters = (estate: Estate): readonly Cluster[] => estate.clusters;

/** The whole estate, for a rule that looks at what lies between clusters: it runs again after every change of facts. */
export const wholeEstate: (estate: Estate) => readonly Estate[] = derived((estate) => [estate]);

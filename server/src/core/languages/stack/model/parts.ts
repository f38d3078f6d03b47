/** What rules across files judge: virtual routers, hosts, clusters. Each is the same object while nothing in it changes. */
import type { Cluster, Estate, Host, VirtualRouter } from "../../../model/cluster/host.ts";
import { derived } from "../../../model/gather.ts";

/** Virtual routers of which more than one host takes part. */
export const sharedRouters: (estate: Estate) => readonly VirtualRouter[] = derived((estate) =>
  estate.clusters.flatMap(({ routers }) => routers.filter(({ members }) => members.length > 1)),
);

export const hosts = (estate: Estate): readonly Host[] => estate.hosts;

export const clusters = (estate: Estate): readonly Cluster[] => estate.clusters;

/** The whole estate, for a rule that looks at what lies between clusters: it runs again after every change of facts. */
export const wholeEstate: (estate: Estate) => readonly Estate[] = derived((estate) => [estate]);

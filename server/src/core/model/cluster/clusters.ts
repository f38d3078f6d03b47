/** Hosts that belong together: those that share a virtual router, and those of which `.ha-config.json` says so. */
import type { Cluster, Host, VirtualRouter } from "./host.ts";

/** A cluster that is stated, with the ids of its hosts. */
export interface StatedCluster {
  readonly name: string;
  readonly hosts: readonly string[];
}

/** The clusters of all hosts, in the order of their first hosts. */
export function clustersOf(
  hosts: readonly Host[],
  routers: readonly VirtualRouter[],
  stated: readonly StatedCluster[],
): readonly Cluster[] {
  const leader = new Map(hosts.map((host) => [host, host]));
  const lead = (host: Host): Host => {
    const next = leader.get(host) ?? host;
    return next === host ? host : lead(next);
  };
  const join = (list: readonly (Host | undefined)[]) => {
    const [first, ...others] = list.flatMap((host) => host ?? []);
    for (const other of others) if (first !== undefined) leader.set(lead(other), lead(first));
  };
  for (const { members } of routers) join(members.map((member) => member.host));
  for (const one of stated) join(one.hosts.map((id) => hosts.find((host) => host.id === id)));
  const groups = new Map<Host, Host[]>();
  for (const host of hosts) {
    const own = groups.get(lead(host));
    if (own === undefined) groups.set(lead(host), [host]);
    else own.push(host);
  }
  const routersOf = new Map<Host, VirtualRouter[]>();
  for (const router of routers) {
    const [first] = router.members;
    const of = first === undefined ? undefined : lead(first.host);
    const own = of === undefined ? undefined : routersOf.get(of);
    if (own !== undefined) own.push(router);
    else if (of !== undefined) routersOf.set(of, [router]);
  }
  return [...groups].map(([of, group]) => {
    const ids = new Set(group.map((host) => host.id));
    const named = stated.find((one) => one.hosts.some((id) => ids.has(id)));
    return {
      id: group[0]?.id ?? "",
      name: named?.name ?? group.map((host) => host.name).join(", "),
      hosts: group,
      routers: routersOf.get(of) ?? [],
    };
  });
}

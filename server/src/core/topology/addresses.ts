/** Virtual addresses of a cluster, which instances may hold them, and who elects with whom. */
import type { Cluster, Host, Member, VirtualRouter } from "../model/cluster/host.ts";
import { formatAddress } from "../net/address.ts";
import type { Location } from "../schema/problem.ts";
import type { AddressDraft } from "./draft.ts";
import type { ElectEdge, GraphEdge, HoldEdge } from "./graph.ts";
import { instanceId } from "./hostCard.ts";
import { edgeId, idOf } from "./ids.ts";
import type { Roles } from "./roles.ts";

interface Found {
  readonly text: string;
  prefixLength: number | undefined;
  readonly virtualRouterIds: Set<number>;
  readonly sources: Location[];
}

/** The nodes of a cluster's addresses, which `key` tells from those of others, with the edges to instances and between these. */
export function addressesOf(
  cluster: Cluster,
  key: string,
  called: (host: Host) => string,
  { roles }: Roles,
): { readonly nodes: readonly AddressDraft[]; readonly edges: readonly GraphEdge[] } {
  const found = new Map<string, Found>();
  const edges = new Map<string, GraphEdge>();
  for (const { host, instance } of cluster.routers.flatMap(({ members }) => members)) {
    const to = instanceId(called(host), instance);
    for (const { address, prefixLength, at, line } of instance.addresses) {
      const text = formatAddress(address);
      const from = addressId(key, text);
      const one = found.get(from) ?? { text, prefixLength, virtualRouterIds: new Set(), sources: [] };
      found.set(from, one);
      one.prefixLength ??= prefixLength;
      if (instance.virtualRouterId !== undefined) one.virtualRouterIds.add(instance.virtualRouterId.value);
      one.sources.push(line === undefined ? at : line.at(line.statement));
      const id = edgeId("hold", from, to);
      const edge: HoldEdge = { kind: "hold", id, from, to, isActive: roles.get(instance)?.state === "MASTER" };
      edges.set(id, edge);
    }
  }
  for (const router of cluster.routers) for (const edge of elections(router, called, roles)) edges.set(edge.id, edge);
  const nodes = [...found].map(
    ([id, { text, prefixLength, virtualRouterIds, sources }]): AddressDraft => ({
      kind: "address",
      id,
      address: text,
      prefixLength,
      virtualRouterIds: [...virtualRouterIds],
      cluster: idOf("cluster", key),
      sources,
    }),
  );
  return { nodes, edges: [...edges.values()] };
}

/** The id of an address in a cluster; `text` is written as RFC 5952 does it. */
function addressId(key: string, text: string): string {
  return idOf("address", key, text);
}

/** Each member with the next one; of several that are MASTER each with the next one of these. */
function elections(
  { members }: VirtualRouter,
  called: (host: Host) => string,
  roles: Roles["roles"],
): readonly ElectEdge[] {
  const leads = ({ instance }: Member) => roles.get(instance)?.state === "MASTER";
  const masters = members.filter(leads);
  const pairs = [...consecutive(members), ...consecutive(masters)];
  return pairs.map(([one, other]): ElectEdge => {
    const [from, to] = [one, other].map(({ host, instance }) => instanceId(called(host), instance)) as [string, string];
    return {
      kind: "elect",
      id: edgeId("elect", from, to),
      from,
      to,
      isUnicast: one.instance.isUnicast && other.instance.isUnicast,
      isBroken: leads(one) && leads(other),
    };
  });
}

function consecutive<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).map((one, at) => [list[at] as T, one] as const);
}

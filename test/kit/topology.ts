/** Graphs for tests: files go in, the graph or its lines come out; and graphs at random for what has a law. */
import fc from "fast-check";
import type { Service } from "../../server/src/core/service.ts";
import { toTree } from "../../server/src/core/topology/export/tree.ts";
import type { Graph, GraphCluster, GraphEdge, GraphNode, HostNode, Row } from "../../server/src/core/topology/graph.ts";
import { workspaceOf } from "./estate.ts";
import { readFixture } from "./fixture.ts";

/** A service that has taken in the files of a drawing. */
export function drawnService(drawing: string): Service {
  return workspaceOf(Object.fromEntries(readFixture(drawing, "keepalived.conf").map(({ name, text }) => [name, text])));
}

/** The graph of the files of a drawing. */
export function drawnGraph(drawing: string): Graph {
  return drawnService(drawing).topology("en");
}

/** The same as lines, without the numbers of problems. */
export function drawnTree(drawing: string): string {
  return toTree(drawnGraph(drawing), "en").replace(/ \[(?:errors|warnings): [^\]]*\]/g, "");
}

const nothingWrong = { sources: [], problems: { error: 0, warning: 0, information: 0 }, messages: [] } as const;

/** What a random graph is made of: numbers that are taken modulo what there is. */
export interface Plan {
  readonly clusters: readonly { readonly hosts: number; readonly addresses: number; readonly rows: number }[];
  readonly services: readonly (readonly [number, number])[];
  readonly servers: number;
  readonly sends: readonly (readonly [number, number])[];
}

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  clusters: fc.array(fc.record({ hosts: fc.integer({ min: 1, max: 4 }), addresses: fc.nat(4), rows: fc.nat(4) }), {
    minLength: 1,
    maxLength: 6,
  }),
  services: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 14 }),
  servers: fc.nat(12),
  sends: fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 30 }),
});

/** A graph after a plan; `only` leaves nodes out, with their edges. */
export function planned(plan: Plan, only: (id: string) => boolean = () => true): Graph {
  const nodes: GraphNode[] = [{ kind: "clients", id: "clients", ...nothingWrong }];
  const edges: GraphEdge[] = [];
  const clusters: GraphCluster[] = [];
  const hosts: HostNode[] = [];
  for (const [index, { hosts: many, addresses, rows }] of plan.clusters.entries()) {
    const cluster = `cluster ${index}`;
    const own = Array.from({ length: many }, (_, at) => hostNode(`${index}-${at}`, cluster, rows));
    hosts.push(...own);
    clusters.push({ id: cluster, name: cluster, hosts: own.map(({ id }) => id) });
    for (let at = 0; at < addresses; at++) {
      const address = `192.0.${index}.${at}`;
      const id = `address ${address}`;
      nodes.push({ kind: "address", id, address, prefixLength: 24, virtualRouterIds: [at], cluster, ...nothingWrong });
      edges.push({ kind: "ask", id: `ask ${id}`, from: "clients", to: id });
      for (const host of own) {
        const to = `instance ${host.name} ${at % (rows + 1)}`;
        edges.push({ kind: "hold", id: `hold ${id} ${to}`, from: id, to, isActive: host === own[0] });
      }
    }
    for (const [at, host] of own.slice(1).entries()) {
      const [from, to] = [`instance ${own[at]?.name} 0`, `instance ${host.name} 0`];
      edges.push({ kind: "elect", id: `elect ${from} ${to}`, from, to, isUnicast: false, isBroken: false });
    }
  }
  nodes.push(...hosts);
  for (const [index, [from, row]] of plan.services.entries()) {
    const host = hosts[from % hosts.length];
    const id = `service ${index}`;
    nodes.push({ kind: "service", id, by: "haproxy", name: id, scheduler: undefined, hosts: [], ...nothingWrong });
    if (host === undefined) continue;
    const start = host.rows[row % host.rows.length]?.id ?? host.id;
    edges.push({ kind: "serve", id: `serve ${start} ${id}`, from: start, to: id });
  }
  for (let index = 0; index < plan.servers; index++) {
    const address = `198.51.100.${index}`;
    const more = { port: 80, host: undefined, files: [], rows: [] };
    nodes.push({ kind: "server", id: `server ${index}`, name: address, address, ...more, ...nothingWrong });
  }
  for (const [from, to] of plan.servers === 0 || plan.services.length === 0 ? [] : plan.sends) {
    const ends = { from: `service ${from % plan.services.length}`, to: `server ${to % plan.servers}` };
    const more = { method: undefined, port: 80, weight: undefined, isBackup: false };
    edges.push({ kind: "send", id: `send ${ends.from} ${ends.to}`, ...ends, ...more });
  }
  return filtered({ nodes, edges: [...new Map(edges.map((edge) => [edge.id, edge])).values()], clusters }, only);
}

function hostNode(name: string, cluster: string, rows: number): HostNode {
  return {
    kind: "host",
    id: `host ${name}`,
    name,
    eventName: name,
    files: [],
    cluster,
    rows: Array.from({ length: rows + 1 }, (_, at) => instanceRow(`instance ${name} ${at}`)),
    ...nothingWrong,
  };
}

function instanceRow(id: string): Row {
  return {
    kind: "instance",
    id,
    name: id,
    virtualRouterId: 1,
    version: 2,
    interface: "eth0",
    priority: 100,
    state: "BACKUP",
    interval: 1,
    takeover: undefined,
    syncGroup: undefined,
    isUnicast: false,
    ...nothingWrong,
  };
}

function filtered(
  { nodes, edges, clusters }: Pick<Graph, "nodes" | "edges" | "clusters">,
  only: (id: string) => boolean,
): Graph {
  const kept = nodes.filter(({ id }) => only(id));
  const ids = new Set(
    kept.flatMap((node) => [node.id, ...(node.kind === "host" ? node.rows : []).map(({ id }) => id)]),
  );
  return {
    nodes: kept,
    edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    clusters: clusters
      .map((cluster) => ({ ...cluster, hosts: cluster.hosts.filter((id) => ids.has(id)) }))
      .filter(({ hosts }) => hosts.length > 0),
    problems: nothingWrong.problems,
    daemons: [],
  };
}

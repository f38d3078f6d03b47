/** The part of a graph that some of its nodes have to do with: what leads to them, what they lead to, whom they elect with. */
import type { Graph, GraphEdge, GraphNode } from "./graph.ts";

/** The nodes with these ids, or with rows of these ids, and all that lies before and behind them on the ways of clients. */
export function relatedTo(graph: Graph, ids: readonly string[]): Graph {
  const cards = new Map(graph.nodes.flatMap((node) => rowIds(node).map((id) => [id, node.id] as const)));
  const nodeOf = (id: string) => cards.get(id) ?? id;
  const start = new Set(ids.map(nodeOf));
  const ways = graph.edges.filter(({ kind }) => kind !== "elect");
  const kept = new Set([
    ...closure(start, ways, nodeOf, (edge) => [edge.from, edge.to]),
    ...closure(start, ways, nodeOf, (edge) => [edge.to, edge.from]),
  ]);
  for (const { kind, from, to } of graph.edges) {
    if (kind === "elect" && (start.has(nodeOf(from)) || start.has(nodeOf(to)))) kept.add(nodeOf(from)).add(nodeOf(to));
  }
  return partOf(graph, kept, nodeOf);
}

/** The hosts of a cluster with all that they have to do with. */
export function clusterPart(graph: Graph, cluster: string): Graph {
  return relatedTo(graph, graph.clusters.find(({ id }) => id === cluster)?.hosts ?? []);
}

function partOf(graph: Graph, kept: ReadonlySet<string>, nodeOf: (id: string) => string): Graph {
  const clusters = graph.clusters.flatMap((cluster) => {
    const hosts = cluster.hosts.filter((id) => kept.has(id));
    return hosts.length === 0 ? [] : [{ ...cluster, hosts }];
  });
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => kept.has(id)),
    edges: graph.edges.filter(({ from, to }) => kept.has(nodeOf(from)) && kept.has(nodeOf(to))),
    clusters,
  };
}

function closure(
  start: ReadonlySet<string>,
  edges: readonly GraphEdge[],
  nodeOf: (id: string) => string,
  ends: (edge: GraphEdge) => readonly [string, string],
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] = ends(edge).map(nodeOf);
    if (from === undefined || to === undefined) continue;
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reached = new Set(start);
  for (const id of reached) for (const to of next.get(id) ?? []) reached.add(to);
  return reached;
}

function rowIds(node: GraphNode): readonly string[] {
  return node.kind === "host" || node.kind === "server" ? node.rows.map(({ id }) => id) : [];
}

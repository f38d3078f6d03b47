/** The part of a graph that has to do with one file: the clusters that read it, or that send to a server which does. */
import type { Graph, GraphNode } from "./graph.ts";

/** The part of a graph for a file; problems and daemons are those of the whole. */
export function partFor(graph: Graph, uri: string): Graph {
  const homes = new Map<string, string>();
  const found = new Set<string>();
  for (const node of graph.nodes) {
    if (node.kind === "host" || node.kind === "server") {
      for (const row of node.rows) homes.set(row.id, node.id);
      if (node.files.includes(uri)) found.add(node.id);
    }
  }
  const homeOf = (id: string) => homes.get(id) ?? id;
  // Against the lines from servers to services and hosts, then to the other hosts of these, then along the lines.
  for (const kind of ["send", "serve"] as const) {
    for (const edge of graph.edges) if (edge.kind === kind && found.has(edge.to)) found.add(homeOf(edge.from));
  }
  for (const { hosts } of graph.clusters) {
    if (hosts.some((host) => found.has(host))) for (const host of hosts) found.add(host);
  }
  for (const kind of ["serve", "send"] as const) {
    for (const edge of graph.edges) if (edge.kind === kind && found.has(homeOf(edge.from))) found.add(edge.to);
  }
  for (const { kind, from, to } of graph.edges) if (kind === "hold" && found.has(homeOf(to))) found.add(from);
  const isShown = (id: string) => found.has(homeOf(id));
  const edges = graph.edges.filter(({ kind, from, to }) => isShown(to) && (kind === "ask" || isShown(from)));
  if (edges.some(({ kind }) => kind === "ask")) found.add("clients");
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }: GraphNode) => found.has(id)),
    edges,
    clusters: graph.clusters.filter(({ hosts }) => hosts.some((host) => found.has(host))),
  };
}

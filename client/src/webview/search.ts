/** Finds parts of the picture by what is written on them. */
import type { Graph, GraphNode, Row } from "../../../server/src/core/topology/graph.ts";

export interface Match {
  readonly id: string;
  readonly name: string;
  /** Where it is, or what it is beside. */
  readonly detail: string;
}

/** No list is longer. */
const most = 12;

/** Parts that hold all words of a search, those whose name begins with it first. */
export function matchesOf(graph: Graph, search: string): readonly Match[] {
  const wanted = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return [];
  const names = new Map(graph.clusters.map(({ id, name }) => [id, name]));
  const all = [
    ...graph.clusters.map(({ id, name }): Match => ({ id, name, detail: "" })),
    ...graph.nodes.flatMap((node) => matchesIn(node, names)),
  ];
  const found = all.filter(({ name, detail }) =>
    wanted.every((word) => `${name} ${detail}`.toLowerCase().includes(word)),
  );
  const rank = ({ name }: Match) => (name.toLowerCase().startsWith(wanted[0] ?? "") ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

function matchesIn(node: GraphNode, clusterNames: ReadonlyMap<string, string>): readonly Match[] {
  switch (node.kind) {
    case "clients":
      return [];
    case "address":
      return [{ id: node.id, name: node.address, detail: node.virtualRouterIds.map((id) => `VRID ${id}`).join(" ") }];
    case "service":
      return [{ id: node.id, name: node.name, detail: node.hosts.slice(0, 3).join(" ") }];
    case "server":
      return [
        { id: node.id, name: node.name, detail: node.address },
        ...node.rows.map((row) => matchOf(row, node.name)),
      ];
    case "host":
      return [
        { id: node.id, name: node.name, detail: clusterNames.get(node.cluster) ?? "" },
        ...node.rows.map((row) => matchOf(row, node.name)),
      ];
  }
}

function matchOf(row: Row, on: string): Match {
  const { id } = row;
  if (row.kind === "kernel") return { id, name: row.text, detail: on };
  if (row.kind === "interface") return { id, name: row.name, detail: `${on} ${row.addresses.join(" ")}` };
  if (row.kind === "listener") return { id, name: row.name, detail: `${on} ${row.process} ${row.sockets.join(" ")}` };
  return { id, name: row.name, detail: on };
}

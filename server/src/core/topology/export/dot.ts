/** The graph in the language of Graphviz. */
import { type Locale, say } from "../../text/localized.ts";
import type { Graph, GraphEdge, GraphNode } from "../graph.ts";
import {
  nodeLines,
  plain,
  problemWords,
  rowsOf,
  rowWords,
  sayAll,
  sendWords,
  shortNames,
  twoMasters,
} from "./labels.ts";

/** Writes a graph for `dot`. Names in a configuration stay text, whatever they look like. */
export function toDot(graph: Graph, locale: Locale): string {
  const names = shortNames(graph);
  const nameOf = (id: string) => names.get(id) ?? id;
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const grouped = new Set(graph.clusters.flatMap(({ hosts }) => hosts));
  const lines: string[] = ["digraph topology {", "  rankdir=LR", "  node [shape=box]"];
  for (const node of graph.nodes) if (!grouped.has(node.id)) lines.push(...nodeText(node, nameOf, locale));
  for (const [index, { name, hosts }] of graph.clusters.entries()) {
    lines.push(`  subgraph cluster_${index + 1} {`, `    label=${quoted(name)}`);
    for (const id of hosts) {
      const host = byId.get(id);
      if (host !== undefined) lines.push(...nodeText(host, nameOf, locale).map((line) => `  ${line}`));
    }
    lines.push("  }");
  }
  for (const edge of graph.edges) {
    const attributes = attributesOf(edge, byId, locale);
    lines.push(`  ${nameOf(edge.from)} -> ${nameOf(edge.to)}${attributes === "" ? "" : ` [${attributes}]`}`);
  }
  return `${[...lines, "}"].join("\n")}\n`;
}

const shapes: Readonly<Record<GraphNode["kind"], string>> = {
  clients: "circle",
  address: "oval",
  host: "box",
  service: "hexagon",
  server: "box",
};

function nodeText(node: GraphNode, nameOf: (id: string) => string, locale: Locale): readonly string[] {
  const label = [...nodeLines(node), ...problemWords(node.problems)].map((line) => say(line, locale)).join("\n");
  const rows = rowsOf(node);
  const name = nameOf(node.id);
  const colour = node.problems.error > 0 ? " color=red" : "";
  if (rows.length === 0) return [`  ${name} [shape=${shapes[node.kind]} label=${quoted(label)}${colour}]`];
  // The frame is a subgraph, and no node: what leads to the host itself leads to a point in it.
  return [
    `  subgraph cluster_${name} {`,
    `    label=${quoted(label)}${colour}`,
    `    ${name} [shape=point style=invis]`,
    ...rows.map((row) => {
      const isMaster = row.kind === "instance" && row.state === "MASTER";
      const style = isMaster ? " color=green penwidth=2" : row.problems.error > 0 ? " color=red" : "";
      return `    ${nameOf(row.id)} [label=${quoted(sayAll(rowWords(row), locale))}${style}]`;
    }),
    "  }",
  ];
}

function attributesOf(edge: GraphEdge, byId: ReadonlyMap<string, GraphNode>, locale: Locale): string {
  switch (edge.kind) {
    case "hold":
      return edge.isActive ? "color=green penwidth=2" : "style=dashed";
    case "elect":
      return edge.isBroken
        ? `dir=none color=red constraint=false label=${quoted(say(twoMasters, locale))}`
        : "dir=none style=dotted constraint=false";
    case "send": {
      const words = sayAll(sendWords(edge, byId.get(edge.to)), locale);
      return words === "" ? "" : `label=${quoted(words)}`;
    }
    default:
      return "";
  }
}

/** In quotes, a backslash begins an escape, also of names of the node (Graphviz: escString). */
function quoted(written: string): string {
  const lines = written.split("\n").map((line) => plain(line).replace(/[\\"]/g, "\\$&"));
  return `"${lines.join("\\n")}"`;
}

/** The graph as a flowchart of Mermaid, which many documents draw. */
import { type Locale, say } from "../../text/localized.ts";
import type { Graph, GraphNode, HostNode, Row } from "../graph.ts";
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

/** Writes a graph for Mermaid. Names in a configuration stay text, whatever they look like. */
export function toMermaid(graph: Graph, locale: Locale): string {
  const names = shortNames(graph);
  const nameOf = (id: string) => names.get(id) ?? id;
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const grouped = new Set(graph.clusters.flatMap(({ hosts }) => hosts));
  const classes = new Map<string, string[]>();
  const mark = (kind: string, id: string) => classes.set(kind, [...(classes.get(kind) ?? []), nameOf(id)]);
  const lines: string[] = ["flowchart LR"];
  for (const node of graph.nodes) if (!grouped.has(node.id)) lines.push(...nodeText(node, nameOf, locale).map(indent));
  for (const [index, { name, hosts }] of graph.clusters.entries()) {
    const own = hosts.flatMap((id) => byId.get(id) ?? []).flatMap((host) => nodeText(host, nameOf, locale));
    const isGroup = hosts.length > 1;
    if (isGroup) lines.push(indent(`subgraph c${index + 1}["${quoted(name)}"]`));
    lines.push(...own.map(isGroup ? (line) => indent(indent(line)) : indent));
    if (isGroup) lines.push(indent("end"));
  }
  for (const edge of graph.edges) lines.push(indent(edgeText(edge, nameOf, byId, locale)));
  for (const node of graph.nodes) {
    if (node.problems.error > 0) mark("wrong", node.id);
    for (const row of rowsOf(node)) markRow(row, mark);
  }
  for (const [kind, ids] of classes) {
    lines.push(indent(`classDef ${kind} ${styles[kind] ?? ""}`), indent(`class ${ids.join(",")} ${kind}`));
  }
  return `${lines.join("\n")}\n`;
}

const styles: Readonly<Record<string, string>> = {
  master: "stroke:#1a7f37,stroke-width:3px",
  fault: "stroke:#cf222e,stroke-width:3px",
  wrong: "stroke:#cf222e",
};

function markRow(row: Row, mark: (kind: string, id: string) => void): void {
  if (row.kind === "instance" && row.state === "MASTER") mark("master", row.id);
  else if (row.kind === "instance" && row.state === "FAULT") mark("fault", row.id);
  else if (row.problems.error > 0) mark("wrong", row.id);
}

function nodeText(node: GraphNode, nameOf: (id: string) => string, locale: Locale): readonly string[] {
  const label = [...nodeLines(node), ...problemWords(node.problems)].map((line) => quoted(say(line, locale)));
  const rows = rowsOf(node);
  const name = nameOf(node.id);
  if (rows.length === 0) return [`${name}${shapes[node.kind](label.join("<br>"))}`];
  return [
    `subgraph ${name}["${label.join(" · ")}"]`,
    ...rows.map((row) => indent(`${nameOf(row.id)}["${quoted(sayAll(rowWords(row), locale))}"]`)),
    "end",
  ];
}

const shapes: Readonly<Record<GraphNode["kind"] | HostNode["kind"], (label: string) => string>> = {
  clients: (label) => `(("${label}"))`,
  address: (label) => `(["${label}"])`,
  host: (label) => `["${label}"]`,
  service: (label) => `{{"${label}"}}`,
  server: (label) => `["${label}"]`,
};

function edgeText(
  edge: Graph["edges"][number],
  nameOf: (id: string) => string,
  byId: ReadonlyMap<string, GraphNode>,
  locale: Locale,
): string {
  const [from, to] = [nameOf(edge.from), nameOf(edge.to)];
  const labelled = (words: string) => (words === "" ? "" : `|"${quoted(words)}"|`);
  switch (edge.kind) {
    case "hold":
      return edge.isActive ? `${from} ==> ${to}` : `${from} -.-> ${to}`;
    case "elect":
      return edge.isBroken ? `${from} x--x${labelled(say(twoMasters, locale))} ${to}` : `${from} -.- ${to}`;
    case "send":
      return `${from} -->${labelled(sayAll(sendWords(edge, byId.get(edge.to)), locale))} ${to}`;
    default:
      return `${from} --> ${to}`;
  }
}

/** Between quotes, Mermaid reads entities with `#` and a bit of HTML and Markdown; all of that becomes an entity. */
function quoted(written: string): string {
  return plain(written).replace(/[^\p{L}\p{N} .,:/()+=_-]/gu, (character) => `#${character.codePointAt(0) ?? 32};`);
}

function indent(line: string): string {
  return `  ${line}`;
}

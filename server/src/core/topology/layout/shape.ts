/**
 * The graph as the layout sees it: boxes in columns, joined by lines that go from left to right. Clusters that are folded
 * are one box; a line that passes a column has a place of its own there.
 */
import type { Graph, GraphEdge, GraphNode } from "../graph.ts";
import { bodyOf, foldedHeight, type RowPlace, widthOf } from "./measure.ts";

export const columnKinds = ["clients", "address", "host", "service", "server"] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface Item {
  readonly id: string;
  readonly column: number;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly RowPlace[];
  /** Items of one group lie together in their column. */
  readonly group: string | undefined;
  /** A place for lines, and no box. */
  readonly isPass: boolean;
}

/** One step of a line, from a column to the next one. Offsets are heights at which it meets the boxes. */
export interface Link {
  readonly from: Item;
  readonly fromY: number;
  readonly to: Item;
  readonly toY: number;
}

/** A line with its steps, and the edges that are drawn as it. */
export interface Line {
  readonly id: string;
  readonly links: readonly Link[];
}

/** Instances that elect among themselves. */
export interface Tie {
  readonly id: string;
  readonly from: Item;
  readonly fromY: number;
  readonly to: Item;
  readonly toY: number;
}

export interface Shape {
  readonly items: readonly Item[];
  readonly lines: readonly Line[];
  readonly ties: readonly Tie[];
}

const passHeight = 10;

interface End {
  readonly item: Item;
  readonly y: number;
}

/** The shape of a graph in which these clusters are folded. */
export function shapeOf(graph: Graph, folded: ReadonlySet<string>): Shape {
  const homes = homesOf(graph, folded);
  const items: Item[] = [];
  const ends = new Map<string, End>();
  const add = (item: Item) => {
    items.push(item);
    // What leads to a card as a whole meets its head, and not the row in its middle.
    ends.set(item.id, { item, y: (item.rows[0]?.y ?? item.height) / 2 });
    for (const row of item.rows) ends.set(row.id, { item, y: row.y + row.height / 2 });
  };
  for (const node of graph.nodes) if (homes.get(node.id) === undefined) add(itemOf(node));
  for (const { id, name } of graph.clusters) {
    if (!folded.has(id)) continue;
    const width = Math.min(380, Math.max(248, name.length * 7 + 40));
    add({ id, column: 2, width, height: foldedHeight, rows: [], group: undefined, isPass: false });
  }
  for (const node of graph.nodes) {
    const home = homes.get(node.id);
    const end = home === undefined ? undefined : ends.get(home);
    if (end === undefined) continue;
    for (const id of [node.id, ...rowsOf(node)]) ends.set(id, end);
  }
  return { items, ...linesOf(graph.edges, ends, items) };
}

/** The folded cluster that each node is drawn in, where it is in one. */
function homesOf(graph: Graph, folded: ReadonlySet<string>): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  if (folded.size === 0) return homes;
  for (const node of graph.nodes) {
    if ((node.kind === "address" || node.kind === "host") && folded.has(node.cluster)) homes.set(node.id, node.cluster);
  }
  for (const node of graph.nodes) {
    if (node.kind !== "host") continue;
    const home = homes.get(node.id);
    if (home !== undefined) for (const row of node.rows) homes.set(row.id, home);
  }
  // What only one folded cluster sends to goes into it, first services, then servers.
  for (const kind of ["serve", "send"] as const) {
    const from = new Map<string, Set<string | undefined>>();
    for (const edge of graph.edges) {
      if (edge.kind !== kind) continue;
      const before = from.get(edge.to) ?? new Set();
      from.set(edge.to, before.add(homes.get(edge.from)));
    }
    for (const [to, all] of from) {
      const [only] = all;
      if (all.size === 1 && only !== undefined) homes.set(to, only);
    }
  }
  return homes;
}

function rowsOf(node: GraphNode): readonly string[] {
  return node.kind === "host" || node.kind === "server" ? node.rows.map(({ id }) => id) : [];
}

function itemOf(node: GraphNode): Item {
  return {
    id: node.id,
    column: columnKinds.indexOf(node.kind),
    width: widthOf(node),
    ...bodyOf(node),
    group: node.kind === "host" ? node.cluster : undefined,
    isPass: false,
  };
}

function linesOf(
  edges: readonly GraphEdge[],
  ends: ReadonlyMap<string, End>,
  items: Item[],
): { readonly lines: readonly Line[]; readonly ties: readonly Tie[] } {
  const lines: Line[] = [];
  const ties: Tie[] = [];
  const drawn = new Set<string>();
  const used = new Set(items.map(({ column }) => column));
  for (const { id, kind, from, to } of edges) {
    const [a, b] = [ends.get(from), ends.get(to)];
    if (a === undefined || b === undefined || a.item === b.item) continue;
    const key = `${a.item.id}\0${a.y}\0${b.item.id}\0${b.y}`;
    if (drawn.has(key)) continue;
    drawn.add(key);
    if (kind === "elect" || a.item.column >= b.item.column) {
      ties.push({ id, from: a.item, fromY: a.y, to: b.item, toY: b.y });
      continue;
    }
    const links: Link[] = [];
    let last = a;
    for (let column = a.item.column + 1; column < b.item.column; column++) {
      if (!used.has(column)) continue;
      const pass: Item = {
        id: `${id}\0${column}`,
        column,
        width: 0,
        height: passHeight,
        rows: [],
        group: undefined,
        isPass: true,
      };
      items.push(pass);
      links.push({ from: last.item, fromY: last.y, to: pass, toY: passHeight / 2 });
      last = { item: pass, y: passHeight / 2 };
    }
    links.push({ from: last.item, fromY: last.y, to: b.item, toY: b.y });
    lines.push({ id, links });
  }
  return { lines, ties };
}

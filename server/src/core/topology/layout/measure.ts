/** How large boxes are. Texts are not measured but estimated by classes of characters: the core knows no fonts. */
import type { GraphNode, Row } from "../graph.ts";

/** Lengths in the units of the picture; at its natural size one unit is one pixel. */
export const sizes = {
  /** Between a box and its neighbour below. */
  gap: 18,
  /** Between columns: edges need it. */
  aisle: 72,
  /** Around the picture. */
  margin: 24,
  /** Around the hosts of a cluster, and for its name above them. */
  clusterPadding: 12,
  clusterTitle: 22,
  /** Right of the hosts of a cluster: there run the lines between those that elect. */
  clusterSide: 30,
  /** Of a host's card above its rows, around them and between them. */
  header: 44,
  padding: 10,
  rowGap: 4,
  /** Between parts of the picture that have nothing to do with each other. */
  laneGap: 36,
} as const;

type RowHeights = Readonly<Record<Row["kind"], number>>;

/** An instance and a tracker have a second line. */
const rowHeights: RowHeights = { instance: 46, interface: 26, tracker: 40, listener: 26, kernel: 22 };
/** On a card with many rows each has one line. */
const lowHeights: RowHeights = { instance: 28, interface: 24, tracker: 24, listener: 24, kernel: 20 };
const manyRows = 16;
const nodeHeights = { clients: 64, address: 58, service: 62, server: 50, cluster: 62 } as const;
/** Narrowest and widest box of each kind. */
const widths = {
  clients: [72, 72],
  address: [132, 260],
  host: [248, 380],
  service: [132, 260],
  server: [132, 260],
} as const;
/** Widths grow in steps, so that typing does not move everything at each character. */
const step = 20;

/** Of the sign before the words of a box, with a badge behind them. */
const markWidth = 30;
const narrow = 6.6;
const wide = 13;

/** The width of a text in the size of most texts. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? wide : narrow;
  return width;
}

/** East Asian characters and pictographs take two columns (Unicode, UAX 11). */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** The width that a box would like to have, within what its kind may have. */
export function widthOf(node: GraphNode): number {
  const [least, most] = widths[node.kind];
  const wanted = Math.max(0, ...textsOf(node).map(textWidth)) + 2 * sizes.padding + markWidth;
  return Math.min(most, Math.max(least, Math.ceil(wanted / step) * step));
}

function textsOf(node: GraphNode): readonly string[] {
  if (node.kind === "clients") return [];
  if (node.kind === "address") return [`${node.address}/${node.prefixLength ?? ""}`];
  if (node.kind === "service") return [node.name, `HAProxy · ${node.scheduler ?? ""}`];
  const head = `${node.name}          `;
  if (node.kind === "server") return [head, `${node.address}:${node.port ?? ""}`, ...node.rows.map(rowText)];
  return [head, ...node.rows.map(rowText)];
}

function rowText(row: Row): string {
  if (row.kind === "listener") return `${row.process} ${row.name} ${row.sockets[0] ?? ""}      `;
  if (row.kind === "interface") return `${row.name} ${row.addresses[0] ?? ""} ${row.network}    `;
  if (row.kind === "kernel") return row.text;
  return `${row.name}                          `;
}

export interface RowPlace {
  readonly id: string;
  /** From the top of the box. */
  readonly y: number;
  readonly height: number;
}

/** Where the rows of a box lie, and how high it is. */
export function bodyOf(node: GraphNode): { readonly height: number; readonly rows: readonly RowPlace[] } {
  if (node.kind !== "host" && node.kind !== "server") return { height: nodeHeights[node.kind], rows: [] };
  const heights = node.rows.length > manyRows ? lowHeights : rowHeights;
  let y = node.kind === "host" ? sizes.header : nodeHeights.server;
  const rows = node.rows.map((row): RowPlace => {
    const place = { id: row.id, y, height: heights[row.kind] };
    y += place.height + sizes.rowGap;
    return place;
  });
  const least = node.kind === "host" ? sizes.header + sizes.padding : nodeHeights.server;
  return { height: Math.max(least, rows.length === 0 ? 0 : y - sizes.rowGap + sizes.padding), rows };
}

/** The height of a cluster that is folded. */
export const foldedHeight = nodeHeights.cluster;

/**
 * Places for a graph: clients, addresses, hosts, services and servers in columns, as requests go from left to right.
 * Few lines cross, and what was drawn before stays where it was. Pure: the same graph, and the same layout before it,
 * give the same places.
 */
import type { Graph } from "./graph.ts";
import { type Lane, lanesOf } from "./layout/lanes.ts";
import { sizes } from "./layout/measure.ts";
import { type Columns, crossingsOf, orderColumns } from "./layout/order.ts";
import { type Before, frameOf, keepOrder, keepPlaces, placeLane, type Tops } from "./layout/place.ts";
import { linePath, tiePath } from "./layout/route.ts";
import { type ColumnKind, columnKinds, type Item, type Shape, shapeOf } from "./layout/shape.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Of nodes, rows and clusters, by id. A cluster that is not folded lies around its hosts; one of a single host has none. */
  readonly boxes: Readonly<Record<string, Box>>;
  /** Path data of SVG by id of the edge; edges within a folded cluster, and the second of two that lie together, have none. */
  readonly paths: Readonly<Record<string, string>>;
  readonly columns: readonly { readonly kind: ColumnKind; readonly x: number; readonly width: number }[];
  /** Ids of clusters that are drawn as one box. */
  readonly folded: readonly string[];
}

export interface LayoutOptions {
  /** Clusters that are drawn as one box; by default all of a graph with very many hosts, and none of others. */
  readonly folded?: ReadonlySet<string>;
  /** What was drawn before, of this graph or of what it was before an edit. */
  readonly before?: Layout;
}

/** More hosts than a screen can show. */
const manyHosts = 24;
/** Folded clusters beyond this many fill a grid instead of a column. */
const longColumn = 6;
/** By so much more lines may cross in an order that people know. */
const tolerance = { factor: 1.5, more: 4 };

/** The clusters that are folded where nobody has said otherwise. */
export function foldedAtFirst({ nodes, clusters }: Graph): ReadonlySet<string> {
  const hosts = nodes.filter(({ kind }) => kind === "host").length;
  return new Set(hosts > manyHosts ? clusters.map(({ id }) => id) : []);
}

/** Lays a graph out. */
export function layoutOf(graph: Graph, options: LayoutOptions = {}): Layout {
  const known = new Set(graph.clusters.map(({ id }) => id));
  const folded = [...(options.folded ?? foldedAtFirst(graph))].filter((id) => known.has(id)).sort();
  const shape = shapeOf(graph, new Set(folded));
  const before = beforeOf(options.before, folded);
  const heightBefore: Before = (item) =>
    before(item) === undefined ? undefined : options.before?.boxes[item.id]?.height;
  const { lanes, single } = split(lanesOf(shape));
  const tops = stack(lanes, before, heightBefore);
  const spans = columnsOf(shape, single);
  const bottom = Math.max(sizes.margin, ...[...tops].map(([item, top]) => top + item.height + frameOf(item).below));
  const places = new Map<Item, Box>();
  for (const [item, y] of tops) {
    const span = spans[item.column];
    if (span !== undefined) places.set(item, { x: span.x, y, width: span.width, height: item.height });
  }
  placeGrid(single, { x: hostsAt(spans), y: tops.size === 0 ? sizes.margin : bottom + sizes.laneGap }, places);
  placeClients(shape, places, { span: spans[0], before });
  return result(graph, shape, { places, spans, folded });
}

/** Tops in the picture before, where the same clusters were folded. */
function beforeOf(layout: Layout | undefined, folded: readonly string[]): Before {
  const isSame = layout?.folded.join("\0") === folded.join("\0");
  return (item) => (isSame ? layout?.boxes[item.id]?.y : undefined);
}

/** Many lanes of one folded cluster each are set aside. */
function split(lanes: readonly Lane[]): { readonly lanes: readonly Lane[]; readonly single: readonly Item[] } {
  const isSingle = ({ columns, links }: Lane) =>
    links.length === 0 &&
    columns.flat().length === 1 &&
    columns[2]?.[0]?.group === undefined &&
    columns[2]?.length === 1;
  const single = lanes.filter(isSingle);
  if (single.length <= longColumn) return { lanes, single: [] };
  return { lanes: lanes.filter((lane) => !isSingle(lane)), single: single.flatMap(({ columns }) => columns.flat()) };
}

/** Lanes that are placed together, and from where to where they reached before. */
interface Band {
  readonly lane: Lane;
  readonly top: number | undefined;
  readonly bottom: number | undefined;
}

/** Lanes from top to bottom: as they were, new ones behind those that they follow in the graph. */
function bandsOf(lanes: readonly Lane[], before: Before, heightBefore: Before): readonly Band[] {
  let key = Number.NEGATIVE_INFINITY;
  const sorted = lanes
    .map((lane) => {
      const band = bandOf(lane, before, heightBefore);
      key = band.top ?? key;
      return { band, key };
    })
    .sort((a, b) => a.key - b.key);
  const bands: Band[] = [];
  for (const { band } of sorted) {
    const last = bands.at(-1);
    // What has come apart by an edit lies between each other, and stays so.
    const isAmong = last?.bottom !== undefined && band.top !== undefined && band.top < last.bottom;
    if (isAmong) bands[bands.length - 1] = bandOf(together(last.lane, band.lane), before, heightBefore);
    else bands.push(band);
  }
  return bands;
}

function bandOf(lane: Lane, before: Before, heightBefore: Before): Band {
  const ends = lane.columns.flat().flatMap((item) => {
    const top = before(item);
    const { above, below } = frameOf(item);
    return top === undefined ? [] : [{ top: top - above, bottom: top + (heightBefore(item) ?? item.height) + below }];
  });
  if (ends.length === 0) return { lane, top: undefined, bottom: undefined };
  return { lane, top: Math.min(...ends.map(({ top }) => top)), bottom: Math.max(...ends.map(({ bottom }) => bottom)) };
}

function together(one: Lane, other: Lane): Lane {
  return {
    columns: one.columns.map((column, at) => [...column, ...(other.columns[at] ?? [])]),
    links: [...one.links, ...other.links],
  };
}

/** Tops of all lanes, one below the other. */
function stack(lanes: readonly Lane[], before: Before, heightBefore: Before): Tops {
  const all = new Map<Item, number>();
  let free: number = sizes.margin;
  for (const { lane, top, bottom: old } of bandsOf(lanes, before, heightBefore)) {
    const tops = topsOf(lane, top === undefined ? undefined : before);
    const least = Math.min(...[...tops].map(([item, y]) => y - frameOf(item).above));
    const start = Math.max(free, top ?? free);
    let bottom = start;
    for (const [item, y] of tops) {
      all.set(item, y - least + start);
      bottom = Math.max(bottom, y - least + start + item.height + frameOf(item).below);
    }
    // Where nothing has grown, what lies below has room already.
    free = bottom + (old === undefined ? sizes.laneGap : bottom > old ? sizes.gap : 0);
  }
  return all;
}

function topsOf(lane: Lane, before: Before | undefined): Tops {
  const { links } = lane;
  const fresh = (): Columns => orderColumns(lane.columns, links);
  if (before === undefined) return placeLane(fresh(), links);
  const kept = keepOrder(lane, before);
  const crossings = crossingsOf(kept, links);
  if (crossings > tolerance.more) {
    const better = fresh();
    if (crossings > tolerance.factor * crossingsOf(better, links) + tolerance.more) return placeLane(better, links);
  }
  return keepPlaces(kept, links, before);
}

interface Span {
  readonly kind: ColumnKind;
  readonly x: number;
  readonly width: number;
}

/** Where columns lie, by their numbers; those without boxes have no place. */
function columnsOf({ items }: Shape, single: readonly Item[]): readonly (Span | undefined)[] {
  const aside = new Set(single);
  let x: number = sizes.margin;
  return columnKinds.map((kind, number) => {
    const own = items.filter((item) => item.column === number && !aside.has(item));
    if (own.length === 0) return undefined;
    const span = { kind, x, width: Math.max(...own.map(({ width }) => width)) };
    x += span.width + sizes.aisle + (kind === "host" ? sizes.clusterSide : 0);
    return span;
  });
}

/** Where the column of hosts is, or would be. */
function hostsAt(spans: readonly (Span | undefined)[]): number {
  const left = spans.slice(0, 2).flatMap((span) => (span === undefined ? [] : [span.x + span.width + sizes.aisle]));
  return spans[2]?.x ?? Math.max(sizes.margin, ...left);
}

/** Folded clusters in rows, about as wide as they are high together. */
function placeGrid(
  items: readonly Item[],
  at: { readonly x: number; readonly y: number },
  places: Map<Item, Box>,
): void {
  if (items.length === 0) return;
  const width = Math.max(...items.map((item) => item.width));
  const height = Math.max(...items.map((item) => item.height));
  const cell = { width: width + sizes.gap, height: height + sizes.gap };
  const across = Math.max(1, Math.round(Math.sqrt((1.6 * items.length * cell.height) / cell.width)));
  for (const [index, item] of items.entries()) {
    const [column, row] = [index % across, Math.floor(index / across)];
    places.set(item, { x: at.x + column * cell.width, y: at.y + row * cell.height, width, height });
  }
}

/** Clients stand level with what they ask for. */
function placeClients(
  { items, lines }: Shape,
  places: Map<Item, Box>,
  { span, before }: { readonly span: Span | undefined; readonly before: Before },
): void {
  const clients = items.find(({ column }) => column === 0);
  if (clients === undefined || span === undefined) return;
  const ends = lines.flatMap(({ links: [first] }) => {
    const place = first?.from === clients ? places.get(first.to) : undefined;
    return first === undefined || place === undefined ? [] : [place.y + first.toY];
  });
  const middle = ends.length === 0 ? sizes.margin : (Math.min(...ends) + Math.max(...ends)) / 2;
  const y = before(clients) ?? Math.max(sizes.margin, Math.round(middle - clients.height / 2));
  places.set(clients, { x: span.x, y, width: span.width, height: clients.height });
}

interface Placed {
  readonly places: ReadonlyMap<Item, Box>;
  readonly spans: readonly (Span | undefined)[];
  readonly folded: readonly string[];
}

function result(graph: Graph, { items, lines, ties }: Shape, { places, spans, folded }: Placed): Layout {
  const boxes: Record<string, Box> = {};
  for (const item of items) {
    const box = places.get(item);
    if (item.isPass || box === undefined) continue;
    boxes[item.id] = box;
    for (const { id, y, height } of item.rows) {
      boxes[id] = { x: box.x + sizes.padding, y: box.y + y, width: box.width - 2 * sizes.padding, height };
    }
  }
  for (const { id, hosts } of graph.clusters) {
    const own = hosts.flatMap((host) => boxes[host] ?? []);
    if (boxes[id] === undefined && own.length > 1) boxes[id] = around(own);
  }
  const paths: Record<string, string> = {};
  const placeOf = (item: Item) => places.get(item);
  for (const line of lines) {
    const path = linePath(line, placeOf);
    if (path !== undefined) paths[line.id] = path;
  }
  const counts = new Map<string, number>();
  for (const tie of ties) {
    const pair = `${tie.from.id}\0${tie.to.id}`;
    const index = counts.get(pair) ?? 0;
    counts.set(pair, index + 1);
    const path = tiePath(tie, index, placeOf);
    if (path !== undefined) paths[tie.id] = path;
  }
  const all = Object.values(boxes);
  return {
    width: Math.max(0, ...all.map(({ x, width }) => x + width)) + sizes.margin,
    height: Math.max(0, ...all.map(({ y, height }) => y + height)) + sizes.margin,
    boxes,
    paths,
    columns: spans.flatMap((span) => span ?? []),
    folded,
  };
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x)) - sizes.clusterPadding;
  const y = Math.min(...boxes.map((box) => box.y)) - sizes.clusterPadding - sizes.clusterTitle;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + sizes.clusterSide;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + sizes.clusterPadding;
  return { x, y, width: right - x, height: bottom - y };
}

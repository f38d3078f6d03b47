/** All that the page knows, and what follows from it. Nothing here touches the page. */
import type { Locale } from "../../../server/src/core/text/localized.ts";
import type { Graph, HostNode, Row, SourceRange } from "../../../server/src/core/topology/graph.ts";
import { foldedAtFirst } from "../../../server/src/core/topology/layout.ts";
import { type Moment, momentOf, restingMoment } from "../../../server/src/core/topology/moment.ts";
import { clusterPart, relatedTo } from "../../../server/src/core/topology/related.ts";
import { parseTime } from "../../../server/src/core/vrrp/simulation/events.ts";
import type { QuestionAnswer, TimelineReport } from "../preview/messages.ts";

export interface MenuPlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface State {
  readonly locale: Locale;
  readonly server: "starting" | "running" | "stopped";
  /** Undefined until the first one comes. */
  readonly graph: Graph | undefined;
  readonly folderNames: Readonly<Record<string, string>>;
  /** Where the reader has decided otherwise than `foldedAtFirst`. */
  readonly folding: ReadonlyMap<string, boolean>;
  /** The only cluster that is shown. */
  readonly cluster: string | undefined;
  /** The cluster in which something was last done; questions and simulations are about it where no other is chosen. */
  readonly touched: string | undefined;
  /** What keys act on. */
  readonly selected: string | undefined;
  /** The part that alone is shown, with what relates to it. */
  readonly relatedTo: string | undefined;
  readonly follow: boolean;
  readonly place: { readonly uri: string; readonly line: number } | undefined;
  readonly search: string;
  readonly events: readonly string[];
  /** The number of the last simulation that was asked for. */
  readonly request: number;
  readonly report: TimelineReport | undefined;
  /** The events of `report`. */
  readonly reported: readonly string[];
  readonly refused: string | undefined;
  /** The moment that is shown, in milliseconds. */
  readonly cursor: number;
  readonly isPlaying: boolean;
  /** Undefined while they are worked out. */
  readonly answers: readonly QuestionAnswer[] | undefined;
  /** Why there are none. */
  readonly left: string | undefined;
  readonly question: string | undefined;
  readonly menu: MenuPlace | undefined;
  /** Grows whenever the keyboard is to go to what is selected. */
  readonly focus: number;
  /** What a screen reader says next. */
  readonly spoken: string;
}

export const firstState: State = {
  locale: "en",
  server: "starting",
  graph: undefined,
  folderNames: {},
  folding: new Map(),
  cluster: undefined,
  touched: undefined,
  selected: undefined,
  relatedTo: undefined,
  follow: true,
  place: undefined,
  search: "",
  events: [],
  request: 0,
  report: undefined,
  reported: [],
  refused: undefined,
  cursor: 0,
  isPlaying: false,
  answers: undefined,
  left: undefined,
  question: undefined,
  menu: undefined,
  focus: 0,
  spoken: "",
};

/** So long a stretch is shown where nothing happens, in milliseconds. */
const atRest = 5000;
/** As many hosts the server answers for at once. */
const fewHosts = 20;

/** What is drawn: all, one cluster, or what relates to one part. */
export function shownGraph({ graph, cluster, relatedTo: part }: State): Graph | undefined {
  if (graph === undefined) return undefined;
  const chosen =
    graph.clusters.some(({ id }) => id === cluster) && cluster !== undefined ? clusterPart(graph, cluster) : graph;
  return part === undefined || !hasPart(chosen, part)
    ? chosen
    : relatedTo(chosen, clusterHosts(chosen, part) ?? [part]);
}

function clusterHosts(graph: Graph, id: string): readonly string[] | undefined {
  return graph.clusters.find((one) => one.id === id)?.hosts;
}

/** The clusters that are one box. */
export function foldedClusters({ folding }: State, shown: Graph): ReadonlySet<string> {
  const first = shown.clusters.length > 1 ? foldedAtFirst(shown) : new Set();
  return new Set(shown.clusters.flatMap(({ id }) => ((folding.get(id) ?? first.has(id)) ? [id] : [])));
}

/** The cluster that questions and simulations are about; undefined for all. */
export function aboutCluster({ graph, cluster, touched }: State): string | undefined {
  if (graph === undefined) return undefined;
  const exists = (id: string | undefined) => graph.clusters.some((one) => one.id === id);
  if (exists(cluster)) return cluster;
  const hosts = graph.nodes.filter(({ kind }) => kind === "host").length;
  if (hosts <= fewHosts) return undefined;
  return exists(touched) ? touched : graph.clusters[0]?.id;
}

/** A file by which the server knows the cluster. */
export function aboutUri(state: State): string | undefined {
  const id = aboutCluster(state);
  const first = state.graph?.clusters.find((one) => one.id === id)?.hosts[0];
  const host = state.graph?.nodes.find((node) => node.id === first);
  return host?.kind === "host" ? host.files[0] : undefined;
}

/** What the picture shows at the cursor. */
export function shownMoment(state: State): Moment | undefined {
  const { graph, report, reported, cursor } = state;
  if (graph === undefined) return undefined;
  return report === undefined || reported.length === 0
    ? restingMoment(graph)
    : momentOf(graph, report, reported, cursor);
}

/** A moment as a text, the same for moments that look the same. */
export function momentKey(moment: Moment | undefined): string {
  return JSON.stringify([moment?.instances, moment?.holders, moment?.failed]);
}

/** Hosts and rows by id. */
export interface Found {
  readonly host: HostNode;
  /** Undefined where the id is that of the host. */
  readonly row: Row | undefined;
}

const indexes = new WeakMap<Graph, ReadonlyMap<string, Found>>();

/** The host, or the row of a host, with an id. */
export function findOnHost(graph: Graph, id: string): Found | undefined {
  const known = indexes.get(graph);
  if (known !== undefined) return known.get(id);
  const made = new Map<string, Found>();
  for (const host of graph.nodes) {
    if (host.kind !== "host") continue;
    made.set(host.id, { host, row: undefined });
    for (const row of host.rows) made.set(row.id, { host, row });
  }
  indexes.set(graph, made);
  return made.get(id);
}

/** The cluster that a host, or a row of a host, belongs to. */
export function clusterWith(graph: Graph, id: string): string | undefined {
  const host = findOnHost(graph, id)?.host.id ?? id;
  return graph.clusters.find((one) => one.id === id || one.hosts.includes(host))?.id;
}

/** Whether an id is that of a node, a row or a cluster. */
export function hasPart(graph: Graph, id: string): boolean {
  return (
    graph.clusters.some((one) => one.id === id) ||
    graph.nodes.some(
      (node) =>
        node.id === id || ((node.kind === "host" || node.kind === "server") && node.rows.some((row) => row.id === id)),
    )
  );
}

/** What people call a part. */
export function nameOf(graph: Graph, id: string): string {
  const parts = graph.nodes.flatMap((node) => [
    node,
    ...(node.kind === "host" || node.kind === "server" ? node.rows : []),
  ]);
  const part = [...parts, ...graph.clusters].find((one) => one.id === id);
  if (part === undefined) return id;
  return "address" in part && !("name" in part)
    ? part.address
    : "name" in part
      ? part.name
      : "text" in part
        ? part.text
        : id;
}

/** The lines that a node or a row was made of. */
export function sourcesOf(graph: Graph, id: string): readonly SourceRange[] {
  for (const node of graph.nodes) {
    if (node.id === id) return node.sources;
    const rows = node.kind === "host" || node.kind === "server" ? node.rows : [];
    const row = rows.find((one) => one.id === id);
    if (row !== undefined) return row.sources;
  }
  return [];
}

/** What was made of the line of the cursor: the parts whose lines are the fewest, a row rather than its host. */
export function partsAt(graph: Graph, place: { readonly uri: string; readonly line: number }): ReadonlySet<string> {
  const parts = graph.nodes.flatMap((node) => [
    node,
    ...(node.kind === "host" || node.kind === "server" ? node.rows : []),
  ]);
  const hits = parts.flatMap(({ id, sources }) =>
    sources.flatMap(({ uri, start, end }) =>
      uri === place.uri && start.line <= place.line && place.line <= end.line
        ? [{ id, lines: end.line - start.line }]
        : [],
    ),
  );
  const fewest = Math.min(...hits.map(({ lines }) => lines));
  const found = new Set(hits.filter(({ lines }) => lines === fewest).map(({ id }) => id));
  for (const node of graph.nodes) {
    if ((node.kind === "host" || node.kind === "server") && node.rows.some(({ id }) => found.has(id)))
      found.delete(node.id);
  }
  return found;
}

/** The times of events in milliseconds, those that can be read. */
export function eventTimes(events: readonly string[]): readonly number[] {
  return events.flatMap((written) => parseTime(written.split(" ")[0] ?? "") ?? []);
}

/** The stretch of time that is worth showing: from just before the first event until all has settled. */
export function shownSpan(
  report: TimelineReport | undefined,
  events: readonly string[],
): { readonly from: number; readonly to: number } {
  const times = eventTimes(events);
  const changes = (report?.virtualAddresses ?? []).flatMap(({ holders }) => holders.map(({ t }) => t));
  const states = (report?.instances ?? []).flatMap((one) => one.states.map(({ t }) => t));
  const last = Math.max(0, ...changes, ...states, ...times);
  // Without events all is well: how it came to that at the start is nobody's trouble.
  if (times.length === 0) return { from: last, to: last + atRest };
  const first = Math.min(...times);
  const margin = Math.max(1000, (last - first) * 0.12);
  return { from: Math.max(0, first - margin), to: last + margin };
}

/** When the hosts have settled after their start: the moment for the first event. */
export function settledTime({ answers, report, reported }: State): number {
  const told = answers?.[0]?.at;
  if (told !== undefined) return told;
  return Math.ceil(shownSpan(report, reported).to / 1000) * 1000;
}

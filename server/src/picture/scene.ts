/** What the parts of the picture need to know together: who is where, who serves now, and how it is said. */
import { fill, type Locale, say, type Text } from "../core/text/localized.ts";
import type { Graph, GraphEdge, GraphNode, HostNode, Row, ServerNode } from "../core/topology/graph.ts";
import type { Box, Layout } from "../core/topology/layout.ts";
import { type Moment, restingMoment } from "../core/topology/moment.ts";

export interface Drawn {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly moment: Moment;
  readonly locale: Locale;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Rows with the card that they are on. */
  readonly rows: ReadonlyMap<string, { readonly host: HostNode | ServerNode; readonly row: Row }>;
  /** Edges over which answers come now, with the nodes that they lead to. */
  readonly busy: ReadonlySet<string>;
  readonly say: (words: Text, ...values: readonly (string | number | Text)[]) => string;
}

/** Where something is drawn; undefined where it is folded away. */
export function boxOf(drawn: Drawn, id: string): Box | undefined {
  return drawn.layout.boxes[id];
}

/** The names of the hosts that hold an address now. */
export function holderNames({ moment, nodes }: Drawn, address: string): readonly string[] {
  return (moment.holders[address] ?? []).flatMap((id) => {
    const host = nodes.get(id);
    return host?.kind === "host" ? [host.name] : [];
  });
}

/** Gathers what all parts ask for. */
export function drawnOf(graph: Graph, layout: Layout, moment: Moment | undefined, locale: Locale): Drawn {
  const now = moment ?? restingMoment(graph);
  const rows = graph.nodes.flatMap((host) =>
    host.kind === "host" || host.kind === "server" ? host.rows.map((row) => [row.id, { host, row }] as const) : [],
  );
  const byId = new Map(rows);
  return {
    graph,
    layout,
    moment: now,
    locale,
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    rows: byId,
    busy: busyParts(graph, now, byId),
    say: (words, ...values) => say(values.length === 0 ? words : fill(words, ...values), locale),
  };
}

/** Follows the way from the addresses that somebody holds to the servers. */
function busyParts(graph: Graph, moment: Moment, rows: Drawn["rows"]): ReadonlySet<string> {
  const busy = new Set<string>();
  const hosting = new Set(Object.values(moment.holders).flat());
  const hasAddresses = new Set(graph.edges.flatMap((edge) => (edge.kind === "hold" ? [hostId(edge.to, rows)] : [])));
  const isServing = (id: string) => {
    const host = hostId(id, rows);
    return !isDown(moment, host) && (hosting.has(host) || !hasAddresses.has(host));
  };
  const mark = (edge: GraphEdge) => busy.add(edge.id).add(edge.to);
  for (const edge of graph.edges) {
    if (edge.kind === "ask" && (moment.holders[edge.to] ?? [""]).length > 0) mark(edge);
    else if (edge.kind === "hold" && (moment.holders[edge.from] ?? []).includes(hostId(edge.to, rows))) mark(edge);
    else if (edge.kind === "serve" && isServing(edge.from)) mark(edge);
  }
  for (const edge of graph.edges) if (edge.kind === "send" && !edge.isBackup && busy.has(edge.from)) mark(edge);
  return busy;
}

/** Nothing runs there any more. */
export function isDown(moment: Moment, host: string): boolean {
  const failure = moment.failed[host];
  return failure === "power-off" || failure === "crash";
}

function hostId(id: string, rows: Drawn["rows"]): string {
  return rows.get(id)?.host.id ?? id;
}

/**
 * The topology as a picture: a graph in the places that a layout gives it, at a moment of a simulation or at rest. It
 * holds no state and handles no events; whoever shows it finds each part by its `data-id`.
 */
import type { Locale } from "../core/text/localized.ts";
import type { Graph, GraphEdge } from "../core/topology/graph.ts";
import type { Layout } from "../core/topology/layout.ts";
import type { Moment } from "../core/topology/moment.ts";
import { arrowHeads, edgeOf, laneHeight, returnLane } from "./edges.ts";
import { clusterOf, nodeOf } from "./nodes.ts";
import type { Keys, Shown } from "./part.ts";
import { type Drawn, drawnOf } from "./scene.ts";
import { type Element, line, svg } from "./shapes.ts";
import { columnWords } from "./words.ts";

export interface PictureProps {
  readonly graph: Graph;
  readonly layout: Layout;
  /** All is well without one. */
  readonly moment?: Moment | undefined;
  readonly locale: Locale;
  readonly selected?: string | undefined;
  readonly lit?: ReadonlySet<string>;
  readonly keys?: Keys | undefined;
}

/** Above the layout, for the names of columns. */
export const headroom = 14;

/** How large the picture is, in its own pixels. */
export function pictureSize(graph: Graph, layout: Layout): { readonly width: number; readonly height: number } {
  const lane = laneHeight(graph, layout);
  return { width: layout.width + (lane > 0 ? 24 : 0), height: layout.height + headroom + lane };
}

/** The content of an `svg` element whose size is `pictureSize`. */
export function Picture({ graph, layout, moment, locale, selected, lit, keys }: PictureProps): Element {
  const drawn = drawnOf(graph, layout, moment, locale);
  const shown: Shown = { drawn, clashing: clashingParts(drawn), selected, lit: lit ?? new Set(), keys };
  const isCrowd = graph.edges.filter((edge) => isToFolded(edge, layout)).length > crowd;
  const edges = graph.edges
    .filter((edge) => !isCrowd || !isToFolded(edge, layout))
    .sort((a, b) => Number(drawn.busy.has(a.id)) - Number(drawn.busy.has(b.id)));
  const clusters = graph.clusters.map((cluster) => ({ cluster, isFolded: layout.folded.includes(cluster.id) }));
  const isSomethingSelected = selected !== undefined;
  return svg(
    "g",
    { class: `picture${isSomethingSelected ? " hasSelection" : ""}` },
    arrowHeads(),
    ...layout.columns.map(({ kind, x, width }) =>
      svg(
        "g",
        { class: "column", key: kind },
        line(x, 20, width, [{ words: drawn.say(columnWords[kind]), look: "dim" }], { size: 11 }),
      ),
    ),
    svg(
      "g",
      { transform: `translate(0 ${headroom})` },
      ...clusters.map(({ cluster, isFolded }) => (isFolded ? null : keyed(clusterOf(shown, cluster), cluster.id))),
      ...edges.map((edge) => keyed(edgeOf(shown, edge), edge.id)),
      returnLane(shown),
      ...graph.nodes.map((node) => keyed(nodeOf(shown, node), node.id)),
      ...clusters.map(({ cluster, isFolded }) => (isFolded ? keyed(clusterOf(shown, cluster), cluster.id) : null)),
    ),
  );
}

/** More lines from the clients to folded clusters say nothing any more. */
const crowd = 24;

/** The clients ask for something that is folded away. */
function isToFolded({ kind, to }: GraphEdge, { boxes }: Layout): boolean {
  return kind === "ask" && boxes[to] === undefined;
}

/** So that a part keeps its element, and moves, when others come and go. */
function keyed(element: Element | null, key: string): Element | null {
  if (element !== null) element.key = key;
  return element;
}

/** Addresses that several hosts hold, with these hosts and those of their instances that think they are MASTER. */
function clashingParts({ moment, graph, rows }: Drawn): ReadonlySet<string> {
  const clashing = new Set<string>();
  for (const [address, hosts] of Object.entries(moment.holders)) {
    if (hosts.length < 2) continue;
    clashing.add(address);
    for (const edge of graph.edges) {
      const host = rows.get(edge.to)?.host.id ?? edge.to;
      if (edge.kind === "hold" && edge.from === address && hosts.includes(host)) clashing.add(host).add(edge.to);
    }
  }
  return clashing;
}

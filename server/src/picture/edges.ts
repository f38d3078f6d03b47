/** The ways between the boxes, and the way that answers of LVS take back without the director. */
import type { Graph, GraphEdge } from "../core/topology/graph.ts";
import type { Layout } from "../core/topology/layout.ts";
import { widthOf } from "./fit.ts";
import type { Shown } from "./part.ts";
import { pointsOf } from "./paths.ts";
import { type Element, svg } from "./shapes.ts";
import { words } from "./words.ts";

interface Way {
  readonly look: "good" | "spare" | "bad" | "calm" | "elect";
  readonly label: string;
  readonly title: string;
  readonly arrow: "end" | "both" | "none";
}

/** An edge with its label; nothing where the layout has folded it away. */
export function edgeOf(shown: Shown, edge: GraphEdge): Element | null {
  const path = shown.drawn.layout.paths[edge.id];
  if (path === undefined) return null;
  const { look, label, title, arrow } = wayOf(shown, edge);
  const points = pointsOf(path);
  const isLit = shown.lit.has(edge.from) && shown.lit.has(edge.to);
  return svg(
    "g",
    { class: `edge ${edge.kind} ${look}${isLit ? " lit" : ""}`, "data-id": edge.id },
    title === "" ? null : svg("title", {}, title),
    svg("path", {
      class: "line",
      d: path,
      "marker-end": arrow === "none" ? undefined : `url(#arrow-${look})`,
      "marker-start": arrow === "both" ? `url(#arrow-${look})` : undefined,
    }),
    points === undefined || label === "" ? null : chip(label, points.middle.x, points.middle.y, edge.kind === "elect"),
    points === undefined || !isDeaf(shown, edge)
      ? null
      : svg("path", {
          class: "broken",
          d: "M-6 -6L6 6M6 -6L-6 6",
          transform: `translate(${points.middle.x} ${points.middle.y})`,
        }),
  );
}

function wayOf(shown: Shown, edge: GraphEdge): Way {
  const { drawn, clashing } = shown;
  const isBusy = drawn.busy.has(edge.id);
  const plain: Way = { look: isBusy ? "good" : "calm", label: "", title: "", arrow: "end" };
  switch (edge.kind) {
    case "ask":
      return clashing.has(edge.to) ? { ...plain, look: "bad" } : plain;
    case "hold":
      return { ...plain, look: isBusy ? (clashing.has(edge.from) ? "bad" : "good") : "spare" };
    case "elect": {
      const isBroken = isDeaf(shown, edge);
      const said = drawn.say(edge.isUnicast ? words.unicast : words.multicast);
      const title = isBroken ? drawn.say(words.doNotHear) : said;
      const isLabelled = !isBroken && isLastOfPair(shown, edge);
      return { look: isBroken ? "bad" : "elect", label: isLabelled ? said : "", title, arrow: "none" };
    }
    case "serve":
      return isBusy ? plain : { ...plain, look: "spare" };
    case "send": {
      const weight = edge.weight === undefined || edge.weight === 1 ? "" : `×${edge.weight}`;
      const label = [edge.method ?? "", edge.isBackup ? drawn.say(words.backupServer) : "", weight].filter(
        (word) => word !== "",
      );
      const isStraight = edge.method === "DR" || edge.method === "TUN";
      return {
        ...plain,
        look: isBusy ? "good" : "spare",
        label: label.join(" "),
        title:
          edge.method === undefined
            ? ""
            : isStraight
              ? drawn.say(words.straight, edge.method)
              : `${edge.method}: ${drawn.say(words.answersBack)}`,
        arrow: edge.method === "NAT" ? "both" : "end",
      };
    }
  }
}

/** Both are MASTER for the same address, at rest or at this moment. */
function isDeaf({ drawn: { moment }, clashing }: Shown, edge: GraphEdge): boolean {
  if (edge.kind !== "elect") return false;
  const isMaster = (id: string) => clashing.has(id) && moment.instances[id]?.state === "MASTER";
  return (edge.isBroken && moment.t === undefined) || (isMaster(edge.from) && isMaster(edge.to));
}

/** Of several elections between two hosts the last one, which lies outside, bears the words for all. */
function isLastOfPair({ drawn: { graph, rows } }: Shown, edge: GraphEdge): boolean {
  const hosts = ({ from, to }: GraphEdge) => `${rows.get(from)?.host.id}\n${rows.get(to)?.host.id}`;
  const pair = hosts(edge);
  return graph.edges.findLast((other) => other.kind === "elect" && hosts(other) === pair) === edge;
}

/** Words on a line, along it where it goes down, with the background around them so that the line does not run through. */
function chip(label: string, x: number, y: number, isUpright = false): Element {
  const width = widthOf(label, 10) + 10;
  return svg(
    "g",
    { class: "chip", transform: `translate(${x} ${y})${isUpright ? " rotate(-90)" : ""}` },
    svg("rect", { x: -width / 2, y: -8, width, height: 16, rx: 8 }),
    svg("text", { x: 0, y: 3.5, "font-size": 10, "text-anchor": "middle" }, label),
  );
}

/** How much higher the picture is than its layout, for the way back from the servers. */
export function laneHeight(graph: Graph, layout: Layout): number {
  return straightEdges(graph, layout).length > 0 ? 44 : 0;
}

function straightEdges(graph: Graph, layout: Layout): readonly Extract<GraphEdge, { readonly kind: "send" }>[] {
  return graph.edges.filter(
    (edge): edge is Extract<GraphEdge, { readonly kind: "send" }> =>
      edge.kind === "send" &&
      (edge.method === "DR" || edge.method === "TUN") &&
      layout.boxes[edge.to] !== undefined &&
      layout.paths[edge.id] !== undefined,
  );
}

/** With DR and TUN the servers answer the clients themselves: one lane below everything, from each server to them. */
export function returnLane({ drawn }: Shown): Element | null {
  const { graph, layout } = drawn;
  const straight = straightEdges(graph, layout);
  const clients = graph.nodes.find((node) => node.kind === "clients");
  const goal = clients === undefined ? undefined : layout.boxes[clients.id];
  if (straight.length === 0 || goal === undefined) return null;
  const methods = [...new Set(straight.map(({ method }) => method))].join(", ");
  const servers = [...new Set(straight.map(({ to }) => to))];
  const lane = layout.height + 14;
  const x = goal.x + goal.width / 2;
  const label = drawn.say(words.straight, methods);
  const boxes = servers.flatMap((id) => layout.boxes[id] ?? []);
  const out = Math.max(...boxes.map((box) => box.x + box.width)) + 14;
  const levels = boxes.map((box) => box.y + box.height / 2);
  const top = Math.min(...levels);
  const start = Math.max(...boxes.flatMap((box) => (box.y + box.height / 2 === top ? [box.x + box.width] : [])));
  // Drawn in one piece where answers run together, because dashes over dashes are no dashes.
  const trunk = `M${start} ${top}H${out - 8}Q${out} ${top} ${out} ${top + 8}V${lane - 8}Q${out} ${lane} ${out - 8} ${lane}H${x + 8}Q${x} ${lane} ${x} ${lane - 8}V${goal.y + goal.height + 3}`;
  const branches = servers.map((id) => {
    const box = layout.boxes[id];
    if (box === undefined) return null;
    const d = `M${box.x + box.width} ${box.y + box.height / 2}H${out}`;
    const isTop = box.y + box.height / 2 === top;
    return svg("path", { class: isTop ? "hidden" : "line", d, "data-id": `return ${id}` });
  });
  const middle = (x + layout.width) / 2;
  return svg(
    "g",
    { class: "edge back" },
    svg("title", {}, label),
    svg("path", { class: "line", d: trunk, "marker-end": "url(#arrow-back)" }),
    ...branches,
    chip(label, middle, lane),
  );
}

/** The heads of arrows, one for each colour because what draws a file may not know `context-stroke`. */
export function arrowHeads(): Element {
  const heads = ["good", "spare", "bad", "calm", "back"].map((look) =>
    svg(
      "marker",
      {
        id: `arrow-${look}`,
        class: `arrow ${look}`,
        viewBox: "0 0 8 8",
        refX: 7,
        refY: 4,
        markerWidth: 8,
        markerHeight: 8,
        markerUnits: "userSpaceOnUse",
        orient: "auto-start-reverse",
      },
      svg("path", { d: "M0 0.5L8 4L0 7.5Z" }),
    ),
  );
  return svg("defs", {}, ...heads);
}

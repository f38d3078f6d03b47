/** Laws of the layout: nothing overlaps, what stays keeps its place, and lines cross no more often than with dagre. */
import assert from "node:assert/strict";
import dagre from "@dagrejs/dagre";
import fc from "fast-check";
import type { Graph } from "../../../server/src/core/topology/graph.ts";
import { textWidth } from "../../../server/src/core/topology/layout/measure.ts";
import { type Box, foldedAtFirst, type Layout, layoutOf } from "../../../server/src/core/topology/layout.ts";
import { anyPlan, type Plan, planned } from "../../kit/topology.ts";

const none: ReadonlySet<string> = new Set();

describe("the layout of a graph", () => {
  it("puts a box at each node and row, of which no two overlap, and a line at each edge", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const graph = planned(plan);
        const layout = layoutOf(graph, { folded: none });
        checkBoxes(graph, layout);
        for (const { id } of graph.edges) assert.match(layout.paths[id] ?? "", /^M[\d ]/, id);
      }),
    );
  });

  it("is the same for the same graph, and for the layout that came before", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const before = layoutOf(planned(plan), { folded: none });
        assert.deepEqual(layoutOf(planned(plan), { folded: none }), before);
        assert.deepEqual(layoutOf(planned(plan), { folded: none, before }), before);
      }),
    );
  });

  it("leaves the others in place where nodes go", () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(100), (plan, pick) => {
        const graph = planned(plan);
        const before = layoutOf(graph, { folded: none });
        const gone = graph.nodes[1 + (pick % Math.max(1, graph.nodes.length - 1))]?.id ?? "";
        const less = planned(plan, (id) => id !== gone);
        const after = layoutOf(less, { folded: none, before });
        for (const { id } of less.nodes) assert.equal(after.boxes[id]?.y, before.boxes[id]?.y, `${id} without ${gone}`);
      }),
    );
  });

  it("keeps the order of the others where a node comes, unless far fewer lines cross in another", () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(100), (plan, pick) => {
        const graph = planned(plan);
        const come = graph.nodes[1 + (pick % Math.max(1, graph.nodes.length - 1))]?.id ?? "";
        const less = planned(plan, (id) => id !== come);
        const before = layoutOf(less, { folded: none });
        const after = layoutOf(graph, { folded: none, before });
        checkBoxes(graph, after);
        const order = (layout: Layout) => less.nodes.map(({ id, kind }) => `${kind} ${layout.boxes[id]?.y} ${id}`);
        const sorted = (layout: Layout) =>
          order(layout)
            .map((one) => one.split(" "))
            .sort((a, b) => String(a[0]).localeCompare(String(b[0])) || Number(a[1]) - Number(b[1]))
            .map(([kind, , ...id]) => [kind, ...id].join(" "));
        const kept = sorted(after).join() === sorted(before).join();
        const fresh = crossings(graph, layoutOf(graph, { folded: none }));
        assert.ok(kept || crossings(graph, after) <= fresh + 6, `${come} moved the others`);
      }),
    );
  });

  it("has no more crossings than dagre on most graphs, and far fewer on all of them together", () => {
    const tally = { ours: 0, theirs: 0, worse: 0, graphs: 0 };
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const graph = planned(plan);
        const ours = crossings(graph, layoutOf(graph, { folded: none }));
        const theirs = crossings(graph, byDagre(graph));
        tally.ours += ours;
        tally.theirs += theirs;
        tally.graphs++;
        if (ours > theirs) tally.worse++;
      }),
      { seed: 7, numRuns: 60 },
    );
    assert.ok(tally.ours <= tally.theirs, JSON.stringify(tally));
    assert.ok(tally.worse <= tally.graphs / 20, JSON.stringify(tally));
  });

  it("folds clusters to one box, with what belongs to nothing else", () => {
    const plan: Plan = {
      clusters: [
        { hosts: 2, addresses: 1, rows: 1 },
        { hosts: 2, addresses: 1, rows: 1 },
      ],
      services: [
        [0, 0],
        [2, 0],
      ],
      servers: 2,
      sends: [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
    };
    const graph = planned(plan);
    const layout = layoutOf(graph, { folded: new Set(["cluster 0"]) });
    assert.deepEqual(layout.folded, ["cluster 0"]);
    const shown = Object.keys(layout.boxes).filter((id) => !id.startsWith("instance"));
    assert.deepEqual(shown.sort(), [
      "address 192.0.1.0",
      "clients",
      "cluster 0",
      "cluster 1",
      "host 1-0",
      "host 1-1",
      "server 1",
      "service 1",
    ]);
    assert.ok("ask address 192.0.0.0" in layout.paths, "clients ask the folded cluster");
    assert.ok("send service 0 server 1" in layout.paths, "the folded cluster sends to the shared server");
    assert.ok(!("send service 0 server 0" in layout.paths));
  });

  it("folds all clusters of very many hosts unless it is told otherwise", () => {
    const clusters = Array.from({ length: 150 }, () => ({ hosts: 2, addresses: 2, rows: 2 }));
    const graph = planned({ clusters, services: [], servers: 0, sends: [] });
    const layout = layoutOf(graph);
    assert.equal(layout.folded.length, 150);
    assert.equal(foldedAtFirst(graph).size, 150);
    assert.ok(layout.width < 4 * layout.height && layout.height < 4 * layout.width, "about as wide as high");
    checkBoxes(graph, layout);
    const open = layoutOf(graph, { folded: new Set([...layout.folded].slice(1)), before: layout });
    assert.equal(open.folded.length, 149);
    checkBoxes(graph, open);
  });

  it("has a layout of nothing", () => {
    const graph = planned({ clusters: [], services: [], servers: 0, sends: [] }, () => false);
    assert.deepEqual(layoutOf(graph).boxes, {});
  });

  it("takes a Chinese character for as wide as two Latin ones", () => {
    assert.equal(textWidth("主机"), textWidth("host") * (26 / 26.4));
  });
});

function checkBoxes(graph: Graph, layout: Layout): void {
  const nodes = graph.nodes.flatMap(({ id }) => (layout.boxes[id] === undefined ? [] : [id]));
  const clusters = graph.clusters.flatMap(({ id }) => (layout.boxes[id] === undefined ? [] : [id]));
  checkApart(nodes, layout);
  checkApart(clusters, layout);
  for (const node of graph.nodes) {
    const box = layout.boxes[node.id];
    if (node.kind !== "host" || box === undefined) continue;
    checkApart(
      node.rows.map(({ id }) => id),
      layout,
    );
    for (const { id } of node.rows) assert.ok(isWithin(layout.boxes[id], box), `${id} lies in its card`);
    const cluster = layout.boxes[node.cluster];
    if (cluster !== undefined) assert.ok(isWithin(box, cluster), `${node.id} lies in its cluster`);
  }
  for (const id of nodes) {
    const node = graph.nodes.find((one) => one.id === id);
    for (const other of clusters) {
      const isOwn = node?.kind === "host" && node.cluster === other;
      assert.ok(isOwn || !overlap(layout.boxes[id], layout.boxes[other]), `${id} and ${other}`);
    }
  }
  for (const box of Object.values(layout.boxes)) {
    assert.ok(isWithin(box, { x: 0, y: 0, width: layout.width, height: layout.height }));
  }
}

function checkApart(ids: readonly string[], { boxes }: Layout): void {
  for (const [at, id] of ids.entries()) {
    for (const other of ids.slice(0, at)) assert.ok(!overlap(boxes[id], boxes[other]), `${id} and ${other} overlap`);
  }
}

function overlap(a: Box | undefined, b: Box | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isWithin(inner: Box | undefined, outer: Box): boolean {
  if (inner === undefined) return false;
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Crossings of straight lines between columns, from row to row, without those of the clients. */
function crossings(graph: Graph, layout: Pick<Layout, "boxes">): number {
  const middle = (id: string) => {
    const box = layout.boxes[id];
    return box === undefined ? 0 : box.y + box.height / 2;
  };
  const lines = graph.edges
    .filter(({ kind }) => kind !== "ask" && kind !== "elect")
    .map(({ kind, from, to }) => ({ kind, a: middle(from), b: middle(to) }));
  let count = 0;
  for (const [at, one] of lines.entries()) {
    for (const other of lines.slice(0, at)) {
      if (one.kind === other.kind && (one.a - other.a) * (one.b - other.b) < 0) count++;
    }
  }
  return count;
}

/** The same boxes as dagre places them: it knows no rows, so lines go to cards, and meet these where ours do. */
function byDagre(graph: Graph): Pick<Layout, "boxes"> {
  const ours = layoutOf(graph, { folded: none });
  const drawn = new dagre.graphlib.Graph();
  drawn.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 88 });
  drawn.setDefaultEdgeLabel(() => ({}));
  const homes = new Map<string, string>();
  for (const node of graph.nodes) {
    const box = ours.boxes[node.id];
    drawn.setNode(node.id, { width: box?.width ?? 0, height: box?.height ?? 0 });
    if (node.kind === "host") for (const { id } of node.rows) homes.set(id, node.id);
  }
  for (const { kind, from, to } of graph.edges) {
    if (kind !== "elect") drawn.setEdge(homes.get(from) ?? from, homes.get(to) ?? to);
  }
  dagre.layout(drawn);
  const boxes: Record<string, Box> = {};
  for (const node of graph.nodes) {
    const { x, y, width, height } = drawn.node(node.id) as Box;
    boxes[node.id] = { x: x - width / 2, y: y - height / 2, width, height };
    const own = ours.boxes[node.id];
    for (const { id } of node.kind === "host" ? node.rows : []) {
      const row = ours.boxes[id];
      if (row === undefined || own === undefined) continue;
      boxes[id] = { ...row, y: row.y - own.y + y - height / 2 };
    }
  }
  return { boxes };
}

/** What the page of the topology panel works out without a browser: where one looks, what is found, what it comes to. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { TimelineReport } from "../../../client/src/preview/messages.ts";
import { placeName } from "../../../client/src/webview/places.ts";
import { matchesOf } from "../../../client/src/webview/search.ts";
import { firstState, foldedClusters, partsAt, shownGraph, shownSpan } from "../../../client/src/webview/state.ts";
import { resultsOf } from "../../../client/src/webview/summary.ts";
import { fitView, nextBox, showing, zoomed } from "../../../client/src/webview/view.ts";
import { fill, say, type Text } from "../../../server/src/core/text/localized.ts";
import { manyGraph, pairGraph } from "../../kit/graphs.ts";

const tell = (words: Text, ...values: readonly (string | number | Text)[]) => say(fill(words, ...values), "en");

describe("The view of the picture", () => {
  const frame = { width: 800, height: 600 };

  it("holds the whole picture", () => {
    const { x, y, scale } = fitView({ width: 2000, height: 400 }, frame);
    assert.ok(x >= 0 && y >= 0 && x + 2000 * scale <= 800 && y + 400 * scale <= 600);
  });

  it("shows the beginning of what would be too small to read", () => {
    const { x, y, scale } = fitView({ width: 700, height: 20_000 }, frame, true);
    assert.equal(scale, 1);
    assert.ok(x > 0 && y > 0);
  });

  it("zooms around a point, which stays where it is", () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });
    fc.assert(
      fc.property(place, fc.double({ min: 0.2, max: 5, noNaN: true }), (at, factor) => {
        const before = { x: 30, y: -40, scale: 0.7 };
        const after = zoomed(before, factor, at);
        const under = (view: typeof before) => (at.x - view.x) / view.scale;
        assert.ok(Math.abs(under(before) - under(after)) < 1e-6);
      }),
    );
  });

  it("moves only as far as something is out of sight", () => {
    const view = { x: 0, y: 0, scale: 1 };
    assert.equal(showing(view, { x: 10, y: 10, width: 100, height: 50 }, frame), view);
    const { x, y } = showing(view, { x: 900, y: 10, width: 100, height: 50 }, frame);
    assert.ok(x + 900 + 100 <= 800 && y + 10 >= 0);
  });

  it("goes from box to box in the direction of an arrow", () => {
    const at = (x: number, y: number) => ({ x, y, width: 50, height: 20 });
    const boxes = [
      ["a", at(0, 0)],
      ["b", at(200, 0)],
      ["c", at(210, 100)],
      ["d", at(0, 100)],
    ] as const;
    assert.equal(nextBox(boxes, at(0, 0), "right"), "b");
    assert.equal(nextBox(boxes, at(0, 0), "down"), "d");
    assert.equal(nextBox(boxes, at(210, 100), "up"), "b");
    assert.equal(nextBox(boxes, at(0, 0), "left"), undefined);
  });
});

describe("The search of the page", () => {
  it("finds by name, address and VRID, names that begin so first", () => {
    const graph = manyGraph(40);
    assert.deepEqual(matchesOf(graph, "lb17")[0], { id: "host lb17", name: "lb17", detail: "pair-9" });
    assert.equal(matchesOf(graph, "10.0.3.100")[0]?.id, "address 10.0.3.100");
    assert.equal(matchesOf(graph, "eth0 LB17")[0]?.id, "interface lb17 eth0");
    assert.deepEqual(matchesOf(graph, " "), []);
    assert.deepEqual(matchesOf(graph, "nothing"), []);
  });
});

describe("What the page shows", () => {
  it("folds the clusters of many hosts until somebody looks", () => {
    const graph = manyGraph(40);
    const state = { ...firstState, graph };
    assert.equal(foldedClusters(state, graph).size, 20);
    assert.equal(foldedClusters({ ...state, folding: new Map([["cluster pair-3", false]]) }, graph).size, 19);
    assert.equal(foldedClusters(state, pairGraph()).size, 0);
  });

  it("is all, one cluster, or what relates to a part; what is gone is forgotten", () => {
    const graph = manyGraph(40);
    const hosts = (state: Partial<typeof firstState>) =>
      shownGraph({ ...firstState, graph, ...state })?.nodes.flatMap(({ kind, id }) => (kind === "host" ? [id] : []));
    assert.equal(hosts({})?.length, 40);
    assert.deepEqual(hosts({ cluster: "cluster pair-2" }), ["host lb3", "host lb4"]);
    assert.deepEqual(hosts({ relatedTo: "cluster pair-2" }), ["host lb3", "host lb4"]);
    assert.deepEqual(hosts({ relatedTo: "address 10.0.2.100" }), ["host lb5", "host lb6"]);
    assert.equal(hosts({ cluster: "cluster gone", relatedTo: "gone" })?.length, 40);
  });

  it("lights up the row of a line rather than its host", () => {
    assert.deepEqual(
      [...partsAt(pairGraph(), { uri: "file:///site/lb1/keepalived.conf", line: 9 })],
      ["instance lb1 VI_1"],
    );
    assert.deepEqual([...partsAt(pairGraph(), { uri: "file:///site/lb1/keepalived.conf", line: 500 })], []);
  });

  it("is the time from just before the first event, and a still one where there is none", () => {
    assert.deepEqual(shownSpan(report, []), { from: 8650, to: 13_650 });
    const { from, to } = shownSpan(report, ["5000ms power-off lb1"]);
    assert.ok(from < 5000 && to > 8650);
  });
});

const report: TimelineReport = {
  virtualAddresses: [
    {
      address: "192.0.2.1",
      candidates: ["lb1", "lb2"],
      holders: [
        { t: 0, hosts: ["lb1"] },
        { t: 5000, hosts: [] },
        { t: 8650, hosts: ["lb2"] },
      ],
    },
  ],
  instances: [],
  explanations: [],
  races: [],
} as unknown as TimelineReport;

describe("What events come to", () => {
  it("is said as the ready questions say it", () => {
    const said = (start: number, until: number) =>
      resultsOf(report, start, until, tell).map(({ text, verdict }) => `${text}: ${verdict}`);
    assert.deepEqual(said(5000, 10_000), ["lb2 after 3.65 s: fine"]);
    assert.deepEqual(said(5000, 8000), ["nobody: bad"]);
    assert.deepEqual(said(9000, 10_000), ["stays on lb2: fine"]);
  });

  it("is not decided where milliseconds decide", () => {
    const race = { ...report, races: [{ address: "192.0.2.1", outcomes: [], text: "lb1 or lb2" }] };
    assert.deepEqual(resultsOf(race, 5000, 10_000, tell), [
      { address: "192.0.2.1", text: "lb1 or lb2", verdict: "uncertain" },
    ]);
  });
});

describe("Names of files", () => {
  it("are paths in their folder, with its name where there are several", () => {
    assert.equal(placeName("file:///a/lb%201/x.conf", { "file:///a": "site" }), "lb 1/x.conf");
    assert.equal(placeName("file:///a/x.conf", { "file:///a": "site", "file:///b": "other" }), "site/x.conf");
    assert.equal(placeName("file:///ab/lb1/x.conf", { "file:///a": "site" }), "lb1/x.conf");
    assert.equal(placeName("file:///c/100%/x.conf", {}), "100%/x.conf");
  });
});

/** The picture as a text of SVG: everything is there, says how it is now, and stays text whatever it is called. */
import assert from "node:assert/strict";
import type { Graph } from "../../../server/src/core/topology/graph.ts";
import { layoutOf } from "../../../server/src/core/topology/layout.ts";
import type { Moment } from "../../../server/src/core/topology/moment.ts";
import { restingMoment } from "../../../server/src/core/topology/moment.ts";
import { renderSvg, type SvgOptions } from "../../../server/src/picture/renderSvg.ts";
import { lvsGraph, manyGraph, pairGraph } from "../../kit/graphs.ts";

const drawn = (graph: Graph, options: Partial<SvgOptions> = {}) =>
  renderSvg(graph, layoutOf(graph, { folded: new Set() }), { locale: "en", theme: "light", ...options });

/** The start tag of the part with an id, which bears its classes and what is said of it. */
const tagOf = (svg: string, id: string) => {
  const tag = new RegExp(`<g [^>]*data-id="${id}"[^>]*>`).exec(svg)?.[0];
  assert.ok(tag, `${id} is not drawn`);
  return tag;
};

const ids = (svg: string) => new Set([...svg.matchAll(/ data-id="([^"]*)"/g)].map(([, id = ""]) => decoded(id)));
const decoded = (words: string) =>
  words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

describe("The picture of the topology", () => {
  for (const [name, graph] of [
    ["a pair", pairGraph()],
    ["LVS", lvsGraph()],
    ["many", manyGraph(20)],
  ] as const) {
    it(`holds every node, row, cluster and way: ${name}`, () => {
      const found = ids(drawn(graph));
      const rows = graph.nodes.flatMap((node) => (node.kind === "host" || node.kind === "server" ? node.rows : []));
      const layout = layoutOf(graph, { folded: new Set() });
      const ways = graph.edges.filter(({ id }) => layout.paths[id] !== undefined);
      assert.ok(ways.length > 0);
      for (const { id } of [...graph.nodes, ...rows, ...graph.clusters, ...ways]) assert.ok(found.has(id), id);
    });
  }

  it("says of each part what it is and how it is", () => {
    const svg = drawn(pairGraph());
    assert.match(tagOf(svg, "address 192.168.10.100"), /virtual address, 192\.168\.10\.100, VRID 51, held by lb1/);
    assert.match(tagOf(svg, "instance lb1 VI_1"), /instance, VI_1, MASTER, priority 100/);
    assert.match(tagOf(svg, "instance lb2 VI_1"), /BACKUP, priority 90, takes over in 3\.65 s/);
    assert.match(tagOf(svg, "tracker lb1 script chk_haproxy"), /weight −5, every 1 s, fails after 3, 1 warning/);
    assert.match(tagOf(svg, "kernel lb2 nonlocal"), /1 error, HAProxy does not start/);
  });

  it("lets a spare one look calm, and two masters like an alarm, by more than colour", () => {
    const calm = drawn(pairGraph());
    assert.doesNotMatch(calm, /class="alarm"|class="part [^"]*clash/);
    assert.match(tagOf(calm, "host lb2"), /spare/);
    const alarm = drawn(pairGraph({ twoMasters: true }));
    assert.match(alarm, /class="alarm"/);
    assert.match(tagOf(alarm, "host lb1"), /clash/);
    assert.match(tagOf(alarm, "host lb2"), /clash/);
    assert.match(alarm, />two masters</);
    assert.match(alarm, /class="broken"/);
  });

  it("shows a moment: who is down, who holds the address, which priority is new", () => {
    const graph = pairGraph();
    const rest = restingMoment(graph);
    const moment: Moment = {
      t: 5000,
      instances: {
        ...rest.instances,
        "instance lb1 VI_1": { state: "INIT", priority: 100 },
        "instance lb2 VI_1": { state: "MASTER", priority: 85 },
      },
      holders: { "address 192.168.10.100": ["host lb2"] },
      failed: { "host lb1": "power-off", "tracker lb2 script chk_haproxy": "script-fail" },
    };
    const svg = drawn(graph, { moment });
    assert.match(tagOf(svg, "host lb1"), /class="[^"]*\bdown\b[^"]*"/);
    assert.match(tagOf(svg, "host lb1"), /no power/);
    assert.match(tagOf(svg, "address 192.168.10.100"), /held by lb2/);
    assert.match(tagOf(svg, "tracker lb2 script chk_haproxy"), /data-failed="script-fail"/);
    assert.match(svg, />90 →</);
    assert.match(tagOf(svg, "serve listener lb1 http-in > service servers"), /spare/);
    assert.match(tagOf(svg, "serve listener lb2 http-in > service servers"), /good/);
  });

  it("shows that nobody holds an address", () => {
    const graph = pairGraph();
    const svg = drawn(graph, { moment: { ...restingMoment(graph), holders: { "address 192.168.10.100": [] } } });
    assert.match(tagOf(svg, "address 192.168.10.100"), /nobody/);
    assert.match(svg, />nobody holds it</);
  });

  it("draws answers of DR and TUN straight to the clients, those of NAT back", () => {
    const svg = drawn(lvsGraph());
    const found = ids(svg);
    assert.ok(found.has("return server real1") && found.has("return server real3"));
    assert.ok(!found.has("return server real2"));
    assert.match(svg, />DR, TUN: answers go straight to the clients</);
    const nat = /<g [^>]*data-id="send service lvs > server real2"[^>]*>.*?<\/g>/.exec(svg)?.[0] ?? "";
    assert.match(nat, /marker-start/);
    assert.doesNotMatch(drawn(pairGraph()), /class="edge back"/);
  });

  it("takes whatever names hold for text, and stays XML", () => {
    const name = `</text><script>alert(1)</script>"'&\u0001\u0000`;
    const written = JSON.stringify(name).slice(1, -1);
    const svg = drawn(JSON.parse(JSON.stringify(pairGraph()).replaceAll("VI_1", written)) as Graph);
    assert.doesNotMatch(svg, /<script|[\u0000-\u0008]/);
    assert.match(svg, /&lt;script/);
  });

  it("stands alone: no variable, nothing from outside", () => {
    const svg = drawn(pairGraph(), { theme: "dark" });
    assert.doesNotMatch(svg, /var\(|@import|url\((?!#)|href/);
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  });

  it("speaks Chinese", () => {
    const svg = drawn(pairGraph({ twoMasters: true }), { locale: "zh-cn" });
    assert.match(svg, />双主</);
    assert.match(tagOf(svg, "instance lb1 VI_1"), /实例，VI_1，MASTER，优先级 100/);
    assert.doesNotMatch(svg, />(clients|hosts|servers held|every)</);
  });

  it("folds a cluster to a box that says how many hosts it has and who is MASTER", () => {
    const graph = manyGraph(4);
    const folded = new Set(["cluster pair-1"]);
    const svg = renderSvg(graph, layoutOf(graph, { folded }), { locale: "en", theme: "light" });
    assert.match(tagOf(svg, "cluster pair-1"), /folded.*cluster, pair-1, 2 hosts, folded, 1 error, 1 warning/);
    assert.ok(!ids(svg).has("host lb1"));
    assert.ok(ids(svg).has("host lb3"));
  });
});

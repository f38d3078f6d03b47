/** What holds at a moment of a simulation, and which part of a graph somebody has to do with. */
import assert from "node:assert/strict";
import type { Graph } from "../../../server/src/core/topology/graph.ts";
import { type Moment, momentOf, restingMoment, type TimelineReport } from "../../../server/src/core/topology/moment.ts";
import { clusterPart, relatedTo } from "../../../server/src/core/topology/related.ts";
import { lvsGraph, manyGraph, pairGraph } from "../../kit/graphs.ts";

const address = "address 192.168.10.100";
const report: TimelineReport = {
  virtualAddresses: [
    { address: "192.168.10.100", candidates: ["other"], holders: [{ t: 0, hosts: ["other"] }] },
    {
      address: "192.168.10.100",
      candidates: ["lb1", "lb2"],
      holders: [
        { t: 0, hosts: ["lb1"] },
        { t: 5000, hosts: [] },
        { t: 8650, hosts: ["lb2"] },
      ],
    },
  ],
  instances: [
    {
      host: "lb1",
      name: "VI_1",
      states: [
        { t: 0, state: "MASTER", priority: 100 },
        { t: 5000, state: "INIT", priority: 100 },
      ],
    },
    {
      host: "lb2",
      name: "VI_1",
      states: [
        { t: 0, state: "BACKUP", priority: 90 },
        { t: 8650, state: "MASTER", priority: 90 },
      ],
    },
  ],
};
const events = [
  "5000ms power-off lb1",
  "6000ms script-fail lb2 chk_haproxy",
  "7000ms script-ok lb2 chk_haproxy",
  "9s link-down lb2 eth0",
];
const at = (t: number): Moment => momentOf(pairGraph(), report, events, t);

describe("A moment of a simulation", () => {
  it("at rest is what the graph says", () => {
    const { holders, instances, failed } = restingMoment(pairGraph());
    assert.deepEqual(holders, { [address]: ["host lb1"] });
    assert.equal(instances["instance lb2 VI_1"]?.state, "BACKUP");
    assert.deepEqual(failed, {});
    assert.deepEqual(restingMoment(pairGraph({ twoMasters: true })).holders[address], ["host lb1", "host lb2"]);
  });

  it("knows who holds an address, of the hosts that list it", () => {
    assert.deepEqual(
      [4999, 5000, 8650].map((t) => at(t).holders[address]),
      [["host lb1"], [], ["host lb2"]],
    );
  });

  it("knows what each instance is", () => {
    assert.deepEqual(at(8650).instances["instance lb2 VI_1"], { state: "MASTER", priority: 90 });
    assert.deepEqual(at(8649).instances["instance lb2 VI_1"], { state: "BACKUP", priority: 90 });
  });

  it("knows what has failed and is not healed", () => {
    assert.deepEqual(at(4999).failed, {});
    assert.deepEqual(at(6500).failed, { "host lb1": "power-off", "tracker lb2 script chk_haproxy": "script-fail" });
    assert.deepEqual(at(9000).failed, { "host lb1": "power-off", "interface lb2 eth0": "link-down" });
  });

  it("leaves alone what the report does not tell", () => {
    const moment = momentOf(lvsGraph(), report, ["nonsense", "1s power-off nobody"], 2000);
    assert.deepEqual({ ...moment, t: undefined }, restingMoment(lvsGraph()));
  });
});

describe("What relates to a part", () => {
  const ids = ({ nodes }: Graph) => nodes.map(({ id }) => id);

  it("lies before and behind it on the way of clients", () => {
    assert.deepEqual(ids(relatedTo(pairGraph(), ["server web2"])), [
      "clients",
      address,
      "host lb1",
      "host lb2",
      "service servers",
      "server web2",
    ]);
    assert.deepEqual(ids(relatedTo(manyGraph(4), ["tracker lb3 script chk_haproxy"])), [
      "clients",
      "address 10.0.1.100",
      "host lb3",
      "service pool1",
      "server web-pool1",
    ]);
  });

  it("holds those that elect with it", () => {
    assert.ok(ids(relatedTo(pairGraph(), ["host lb1"])).includes("host lb2"));
  });

  it("leaves no line without its ends", () => {
    const part = clusterPart(manyGraph(40), "cluster pair-2");
    const known = new Set(
      part.nodes.flatMap((node) => [node.id, ...(node.kind === "host" ? node.rows.map(({ id }) => id) : [])]),
    );
    assert.ok(part.edges.length > 0);
    for (const { from, to } of part.edges) assert.ok(known.has(from) && known.has(to));
    assert.deepEqual(
      part.clusters.map(({ id }) => id),
      ["cluster pair-2"],
    );
  });
});

/** Hosts and processes that go and come back. */
import { cluster, type JudgedScenario } from "./cluster.ts";

const pair = { lb1: {}, lb2: {} };

export const hosts: readonly JudgedScenario[] = [
  cluster(
    "power fails and comes back",
    pair,
    [
      { node: "lb1", kind: "power-off" },
      { node: "lb1", kind: "power-on" },
    ],
    ["lb1", "lb2", "lb1"],
  ),
  cluster(
    "power fails on both",
    pair,
    [
      { node: "lb2", kind: "power-off" },
      { node: "lb1", kind: "power-off" },
    ],
    ["lb1", "lb1", "nobody"],
  ),
  cluster(
    "a crash leaves the address behind, and the next start tidies up",
    pair,
    [
      { node: "lb1", kind: "crash" },
      { node: "lb1", kind: "start" },
    ],
    ["lb1", "lb1 and lb2", "lb1"],
  ),
  cluster(
    "the daemon stops and starts",
    pair,
    [
      { node: "lb1", kind: "stop" },
      { node: "lb1", kind: "start" },
    ],
    ["lb1", "lb2", "lb1"],
  ),
  cluster("a start where the daemon runs", pair, [{ node: "lb1", kind: "start" }], ["lb1", "lb1"]),
  {
    ...cluster("a start while the daemon still stops", pair, [], ["lb1", "anybody", "lb1"]),
    events: [
      { at: "settled", node: "lb1", kind: "stop" },
      { at: 0, node: "lb1", kind: "start" },
    ],
  },
  cluster(
    "the daemon stands still for a while",
    pair,
    [
      { node: "lb1", kind: "freeze" },
      { node: "lb1", kind: "thaw" },
    ],
    ["lb1", "lb1 and lb2", "lb1"],
  ),
  cluster(
    "of equal priorities the first stays, and a later start takes nothing from it",
    { lb1: { priority: 100 }, lb2: { priority: 100, delay: 3000 } },
    [],
    ["lb1"],
  ),
  cluster(
    "three hosts, one after the other",
    { lb1: {}, lb2: {}, lb3: { priority: 50 } },
    [
      { node: "lb1", kind: "power-off" },
      { node: "lb2", kind: "power-off" },
      { node: "lb1", kind: "power-on" },
    ],
    ["lb1", "lb2", "lb3", "lb1"],
  ),
];

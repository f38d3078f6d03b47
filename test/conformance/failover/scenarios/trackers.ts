/** Weights of every kind, and checks that are slow to change their minds. */
import type { LabAction } from "../scenario.ts";
import { cluster, type HostText, type JudgedScenario } from "./cluster.ts";

const fail = (name: string, node = "lb1"): LabAction => ({ node, kind: "script-fail", argument: name });
const mend = (name: string, node = "lb1"): LabAction => ({ node, kind: "script-ok", argument: name });
const down = (name: string, node = "lb1"): LabAction => ({ node, kind: "link-down", argument: name });
const up = (name: string, node = "lb1"): LabAction => ({ node, kind: "link-up", argument: name });

function script(name: string, lines: string): string {
  return `vrrp_script ${name} {\n  script "/bin/true"\n  interval 1\n  ${lines}\n}`;
}

function tracked(lines: string, more: HostText = {}): HostText {
  return {
    ...more,
    blocks: [script("alive", lines), more.blocks ?? ""].join("\n"),
    instance: ["track_script {\n    alive\n  }", more.instance ?? ""].join("\n"),
  };
}

function interfaces(lines: string, more: HostText = {}): HostText {
  return { ...more, instance: `track_interface {\n    ${lines}\n  }` };
}

const both = [fail("alive"), mend("alive")];

export const trackers: readonly JudgedScenario[] = [
  ...["fall 2", "rise 2", "fall 3\n  rise 2", "init_fail", "init_fail\n  rise 2", "timeout 1"].flatMap((lines) =>
    ["", "weight -60"].map((weight) =>
      cluster(
        `a check with ${[lines.replace(/\n\s*/, " and "), weight].filter(Boolean).join(", ")}`,
        { lb1: tracked(`${lines}\n  ${weight}`), lb2: {} },
        both,
        {},
      ),
    ),
  ),
  cluster("a check that works the other way round", { lb1: tracked("weight -60 reverse"), lb2: {} }, both, {}),
  cluster("a check that adds the other way round", { lb1: tracked("weight 60 reverse"), lb2: {} }, both, {}),
  cluster("a check of the BACKUP that adds enough", { lb1: {}, lb2: tracked("weight 60") }, [fail("alive", "lb2")], {}),
  cluster(
    "a check of the BACKUP that fails",
    { lb1: {}, lb2: tracked("") },
    [fail("alive", "lb2"), { node: "lb1", kind: "stop" }, mend("alive", "lb2")],
    {},
  ),
  cluster(
    "weights of the BACKUP while it waits",
    { lb1: {}, lb2: tracked("weight -20") },
    [fail("alive", "lb2"), { node: "lb1", kind: "power-off" }],
    {},
  ),
  cluster(
    "the same check on both, failing on both",
    { lb1: tracked("weight -60"), lb2: tracked("weight -60") },
    [fail("alive"), fail("alive", "lb2"), mend("alive")],
    {},
  ),
  cluster(
    "the same check without weight, failing on both",
    { lb1: tracked(""), lb2: tracked("") },
    [fail("alive"), fail("alive", "lb2"), mend("alive", "lb2"), mend("alive")],
    {},
  ),
  cluster(
    "two checks whose weights add up",
    {
      lb1: {
        blocks: [script("first", "weight -30"), script("second", "weight -30")].join("\n"),
        instance: "track_script {\n    first\n    second\n  }",
      },
      lb2: {},
    },
    [fail("first"), fail("second"), mend("first")],
    {},
  ),
  cluster(
    "a weight given where the check is tracked",
    { lb1: { blocks: script("alive", "weight -10"), instance: "track_script {\n    alive weight -60\n  }" }, lb2: {} },
    both,
    {},
  ),
  cluster("a weight that would go below 1", { lb1: tracked("weight -200", { priority: 110 }), lb2: {} }, both, {}),
  cluster("a weight that would go above 254", { lb1: tracked("weight 200"), lb2: { priority: 253 } }, both, {}),
  cluster("a check of an owner", { lb1: tracked("weight -200", { priority: 255 }), lb2: {} }, both, {}),
  cluster("a check without weight of an owner", { lb1: tracked("", { priority: 255 }), lb2: {} }, both, {}),
  cluster(
    "a check that fails while the daemon is stopped, with a weight",
    { lb1: tracked("weight -60"), lb2: {} },
    [{ node: "lb1", kind: "stop" }, fail("alive"), { node: "lb1", kind: "start" }],
    {},
  ),
  cluster(
    "a check that fails while power is off",
    { lb1: tracked(""), lb2: {} },
    [{ node: "lb1", kind: "power-off" }, fail("alive"), { node: "lb1", kind: "power-on" }, mend("alive")],
    {},
  ),
  cluster(
    "another interface, with a weight",
    { lb1: interfaces("eth1 weight -60"), lb2: {} },
    [down("eth1"), up("eth1")],
    {},
  ),
  cluster(
    "another interface, with too little weight",
    { lb1: interfaces("eth1 weight -20"), lb2: {} },
    [down("eth1")],
    {},
  ),
  cluster(
    "another interface that adds",
    { lb1: interfaces("eth1 weight 60", { priority: 90 }), lb2: {} },
    [down("eth1"), up("eth1")],
    {},
  ),
  cluster(
    "another interface, the other way round",
    { lb1: interfaces("eth1 weight -60 reverse"), lb2: {} },
    [down("eth1"), up("eth1")],
    {},
  ),
  cluster("another interface goes and comes", { lb1: interfaces("eth1"), lb2: {} }, [down("eth1"), up("eth1")], {}),
  cluster("the own interface is tracked as well", { lb1: interfaces("eth0"), lb2: {} }, [down("eth0"), up("eth0")], {}),
  cluster(
    "the own interface with a weight",
    { lb1: interfaces("eth0 weight -60"), lb2: {} },
    [down("eth0"), up("eth0")],
    {},
  ),
  cluster(
    "two things at fault, mended one after the other",
    { lb1: tracked("", { instance: "track_interface {\n    eth1\n  }" }), lb2: {} },
    [fail("alive"), down("eth1"), mend("alive"), up("eth1")],
    {},
  ),
  cluster(
    "an address on another interface follows that interface",
    {
      lb1: { virtual: ["192.0.2.10/24", "10.20.0.10/24 dev eth1"] },
      lb2: { virtual: ["192.0.2.10/24", "10.20.0.10/24 dev eth1"] },
    },
    [down("eth1"), up("eth1")],
    {},
  ),
  cluster(
    "an address on another interface that is not tracked",
    {
      lb1: { virtual: ["192.0.2.10/24", "10.20.0.10/24 dev eth1 no_track"] },
      lb2: { virtual: ["192.0.2.10/24", "10.20.0.10/24 dev eth1 no_track"] },
    },
    [down("eth1")],
    { "192.0.2.10": ["lb1", "lb1"] },
  ),
  cluster(
    "an address on another interface that has a weight",
    {
      lb1: { ...interfaces("eth1 weight -20"), virtual: ["192.0.2.10/24", "10.20.0.10/24 dev eth1"] },
      lb2: { virtual: ["192.0.2.10/24", "10.20.0.10/24 dev eth1"] },
    },
    [down("eth1"), up("eth1")],
    {},
  ),
  cluster(
    "an interface that is down before the daemon starts",
    { lb1: interfaces("eth1"), lb2: {} },
    [{ node: "lb1", kind: "stop" }, down("eth1"), { node: "lb1", kind: "start" }, up("eth1")],
    {},
  ),
  cluster(
    "the own interface is down before the daemon starts",
    { lb1: {}, lb2: {} },
    [{ node: "lb1", kind: "stop" }, down("eth0"), { node: "lb1", kind: "start" }, up("eth0")],
    {},
  ),
];

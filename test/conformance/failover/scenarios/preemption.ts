/** Who gives the address back, and who does not. */
import type { LabAction } from "../scenario.ts";
import { cluster, type JudgedScenario } from "./cluster.ts";

const restart: readonly LabAction[] = [
  { node: "lb1", kind: "stop" },
  { node: "lb1", kind: "start" },
];

export const preemption: readonly JudgedScenario[] = [
  cluster(
    "nopreempt keeps the address where it is",
    { lb1: { instance: "nopreempt" }, lb2: { delay: 1500 } },
    restart,
    ["lb1", "lb2", "lb2"],
  ),
  cluster(
    "nopreempt does nothing in an instance that begins as master",
    { lb1: { instance: "state MASTER\nnopreempt" }, lb2: {} },
    restart,
    ["lb1", "lb2", "lb1"],
  ),
  cluster("nopreempt on the backup alone does nothing", { lb1: {}, lb2: { instance: "nopreempt" } }, restart, [
    "lb1",
    "lb2",
    "lb1",
  ]),
  cluster(
    "a backup with nopreempt takes nothing from a master whose check fails",
    {
      lb1: {
        blocks: 'vrrp_script alive {\n script "/bin/true"\n interval 1\n weight -60\n}',
        instance: "track_script {\n    alive\n  }",
      },
      lb2: { instance: "nopreempt" },
    },
    [{ node: "lb1", kind: "script-fail", argument: "alive" }],
    ["lb1", "lb1"],
  ),
  cluster("state MASTER changes nothing in an election", { lb1: {}, lb2: { instance: "state MASTER" } }, [], ["lb1"]),
];

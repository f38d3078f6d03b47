/** Check scripts: with too little weight, with enough, and without any. */
import type { LabAction } from "../scenario.ts";
import { cluster, type JudgedScenario } from "./cluster.ts";

function checked(weight: string) {
  const blocks = `vrrp_script alive {
  script "/usr/local/bin/is-alive --all"
  interval 1
  ${weight}
  fall 1
  rise 1
}`;
  return { blocks, instance: "track_script {\n    alive\n  }" };
}

const fail: LabAction = { node: "lb1", kind: "script-fail", argument: "alive" };
const mend: LabAction = { node: "lb1", kind: "script-ok", argument: "alive" };

export const checks: readonly JudgedScenario[] = [
  cluster("a weight below the distance", { lb1: checked("weight -20"), lb2: {} }, [fail], ["lb1", "lb1"]),
  cluster("a weight as large as the distance", { lb1: checked("weight -50"), lb2: {} }, [fail], ["lb1", "lb1"]),
  cluster("a weight above the distance", { lb1: checked("weight -60"), lb2: {} }, [fail, mend], ["lb1", "lb2", "lb1"]),
  cluster("a check without a weight", { lb1: checked(""), lb2: {} }, [fail, mend], ["lb1", "lb2", "lb1"]),
  {
    ...cluster(
      "a check without a weight that fails from the start",
      { lb1: checked(""), lb2: {} },
      [{ node: "lb1", kind: "stop" }, fail, { node: "lb1", kind: "start" }],
      ["lb1", "lb2", "lb2", "lb2"],
    ),
    states: { lb1: "FAULT", lb2: "MASTER" },
  },
  cluster(
    "a weight that adds",
    { lb1: { ...checked("weight 60"), priority: 90 }, lb2: {} },
    [fail, mend],
    ["lb1", "lb2", "lb1"],
  ),
  cluster(
    "weights count for nothing in a sync group",
    {
      lb1: {
        ...checked("weight -60"),
        blocks: `${checked("weight -60").blocks}\nvrrp_sync_group all {\n group {\n web\n }\n}`,
      },
      lb2: {},
    },
    [fail],
    ["lb1", "lb1"],
  ),
];

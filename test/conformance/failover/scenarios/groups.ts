/** Two services on two networks, as a group and each by itself. */
import { cluster, type JudgedScenario } from "./cluster.ts";

const inner = "10.20.0.10";
const outer = "192.0.2.10";
const group = "vrrp_sync_group all {\n  group {\n    web\n    inside\n  }\n}";

function withInside(priority: number, blocks = ""): { readonly blocks: string } {
  return {
    blocks: `${blocks}
vrrp_instance inside {
  interface eth1
  virtual_router_id 52
  priority ${priority}
  advert_int 0.2
  virtual_ipaddress {
    ${inner}/24
  }
}`,
  };
}

export const groups: readonly JudgedScenario[] = [
  cluster(
    "a sync group moves as one",
    { lb1: withInside(150, group), lb2: withInside(100, group) },
    [
      { node: "lb1", kind: "link-down", argument: "eth1" },
      { node: "lb1", kind: "link-up", argument: "eth1" },
    ],
    { [outer]: ["lb1", "lb2", "lb1"], [inner]: ["lb1", "lb2", "lb1"] },
  ),
  cluster(
    "without a group, the services part",
    { lb1: withInside(150), lb2: withInside(100) },
    [{ node: "lb1", kind: "link-down", argument: "eth1" }],
    { [outer]: ["lb1", "lb1"], [inner]: ["lb1", "lb2"] },
  ),
  cluster(
    "two services that share the load",
    { lb1: withInside(50), lb2: withInside(100) },
    [{ node: "lb2", kind: "power-off" }],
    { [outer]: ["lb1", "lb1"], [inner]: ["lb2", "lb1"] },
  ),
  cluster(
    "an interface that is tracked",
    { lb1: { instance: "track_interface {\n    eth1\n  }" }, lb2: {} },
    [{ node: "lb1", kind: "link-down", argument: "eth1" }],
    ["lb1", "lb2"],
  ),
];

import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { lacks } from "../../model/vrrpInstance.ts";

const message = text('The instance has no "virtual_router_id"', '该实例没有"virtual_router_id"');

/** keepalived/vrrp/vrrp.c: chk_min_cfg. */
export const virtualRouterIdMissing: BlockRule<Globals> = {
  id: "keepalived/virtual-router-id-missing",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("An instance without `virtual_router_id`.", "实例没有 `virtual_router_id`。"),
  why: text(
    "The id is how the nodes of one virtual router find each other, and there is no default. keepalived stops all of VRRP when one instance lacks it. Take the same number on all nodes, and one that nobody else uses on the network.",
    "各节点靠该 ID 识别同一个虚拟路由器，且没有默认值。只要有一个实例缺少它，keepalived 就会停止全部 VRRP。所有节点应使用相同的数字，并且在该网络内不与他人重复。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
#             ^^^^ no "virtual_router_id"
    interface eth0
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report }) {
    if (lacks(block, "virtual_router_id")) report({ at: block.at(block.nameWord), message });
  },
};

import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { lacks, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  'Without "priority", "state MASTER" means priority 255',
  '没有"priority"时，"state MASTER"意味着优先级 255',
);

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const priorityMissing: BlockRule<Globals> = {
  id: "keepalived/priority-missing",
  severity: "warning",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`state MASTER` without a priority.", "写了 `state MASTER` 却没有优先级。"),
  why: text(
    "The priority is then 255, which is reserved for the owner of the addresses: weights of checks do not count, and the node always takes over. Everywhere else the default is 100.",
    "此时优先级为 255，即地址拥有者专用的值：各项检查的权重不再生效，该节点总会抢占。其他情况下默认值为 100。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    state MASTER
#         ^^^^^^ means priority 255
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
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
  check(block, { report, globals, version }) {
    const { state } = readInstance(block, globals, version);
    if (state?.nameWord.value !== "MASTER" || !lacks(block, "priority")) return;
    report({ at: state.at(state.nameWord), message });
  },
};

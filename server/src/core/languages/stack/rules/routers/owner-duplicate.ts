import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { elsewhere, hostNames } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";

const owner = 255;
const message = text(
  "Priority 255 here and on {0}: only one node can own the addresses",
  "此处与 {0} 的优先级都是 255：地址只能有一个所有者",
);

/** RFC 9568, section 5.2.4; keepalived/vrrp/vrrp.c: vrrp_state_master_rx. Measured: it differs from start to start who wins. */
export const ownerDuplicate: ClusterRule<VirtualRouter> = {
  id: "stack/owner-duplicate",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("Two nodes with priority 255.", "两个节点的优先级都是 255。"),
  why: text(
    "Priority 255 says that the addresses belong to the node itself; it starts as MASTER without waiting for anybody. Two such nodes are MASTER at once, until one of them reports `configured as address owner` and goes down to 254: which one is chance. Weights of trackers count for nothing at 255. Give all but one a lower priority.",
    "优先级 255 表示地址本来就属于该节点，它不等待任何节点就直接成为 MASTER。两个这样的节点会同时成为 MASTER，直到其中一个报出 `configured as address owner` 并降为 254，是哪一个全凭运气。优先级为 255 时跟踪器的权重也不起作用。请只保留一个，其余改为较低的优先级。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 255
#            ^^^ Priority 255 here and on lb2
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 255
#            ^^^ Priority 255 here and on lb1
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 255
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 254
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check({ members }, { report }) {
    const owners = members.flatMap((member) => {
      const { priority, isPartial } = member.instance;
      return priority?.value === owner && !isPartial ? [{ member, ...priority }] : [];
    });
    if (owners.length < 2) return;
    for (const one of owners) {
      const others = owners.filter((other) => other !== one);
      const edits = [{ ...one.at, text: String(owner - 1) }];
      report({
        at: one.at,
        message: fill(message, hostNames(others)),
        related: elsewhere(others, (priority) => `priority ${priority}`),
        fixes: one.isWritten ? [{ title: fill(titles.replace, owner - 1), safety: "unsafe", edits }] : [],
      });
    }
  },
};

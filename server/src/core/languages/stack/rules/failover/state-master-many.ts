import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { hostNames } from "../../model/compare.ts";
import { sharedRouters } from "../../model/parts.ts";
import { electionOf } from "../../model/standings.ts";

const lower = text(
  '"MASTER" has no effect: {0} has priority {1}, this node {2}',
  '"MASTER"不起作用：{0} 的优先级为 {1}，本节点为 {2}',
);
const equal = text(
  '"MASTER" is written on {0} too and decides nothing: all have priority {1}',
  '{0} 上也写了"MASTER"，它不决定任何事：优先级同为 {1}',
);
const stronger = text("{0} has priority {1}", "{0} 的优先级为 {1}");
const too = text("{0} has it too", "{0} 上也有");

/** vrrp_scheduler.c: vrrp_init_state starts all but the owner as BACKUP. Measured with keepalived 2.2.7. */
export const stateMasterMany: ClusterRule<VirtualRouter> = {
  id: "stack/state-master-many",
  severity: "information",
  scope: "cluster",
  parts: sharedRouters,
  summary: text(
    "`state MASTER` on a node that does not win, or on several.",
    "`state MASTER` 写在不会胜出的节点上，或写在多个节点上。",
  ),
  why: text(
    "`state` does not make a node MASTER: each one starts as BACKUP and listens, then the priority decides. Who reads the files believes another node to be in charge than the one that is. Write `BACKUP` everywhere, or `MASTER` only where the priority is highest.",
    "`state` 不会使节点成为 MASTER：每个节点都先以 BACKUP 启动并监听，然后由优先级决定。读配置的人会误以为主节点是另一台。应全部写 `BACKUP`，或只在优先级最高的节点上写 `MASTER`。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    state MASTER
#         ^^^^^^ "MASTER" has no effect: lb1 has priority 150, this node 100
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    state MASTER
#         ^^^^^^ "MASTER" is written on lb2 too and decides nothing: all have priority 100
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    state MASTER
#         ^^^^^^ "MASTER" is written on lb1 too and decides nothing: all have priority 100
    interface eth0
    virtual_router_id 51
    priority 100
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
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(router, { report }) {
    const [best, ...others] = electionOf(router)?.standings ?? [];
    if (best === undefined) return;
    for (const one of [best, ...others]) {
      const { state, priority } = one.instance;
      // Without a written priority MASTER makes the node the owner of the addresses.
      if (state?.value !== "MASTER" || priority?.isWritten !== true) continue;
      const isLower = one.priority < best.priority;
      const rivals = [best, ...others].filter(
        (other) => other !== one && other.priority === one.priority && other.instance.state?.value === "MASTER",
      );
      if (!isLower && rivals.length === 0) continue;
      const seen = isLower ? [best] : rivals;
      report({
        at: state.at,
        message: isLower
          ? fill(lower, best.member.host.name, best.priority, one.priority)
          : fill(equal, hostNames(rivals), one.priority),
        related: seen.map(({ member, instance, priority: value }) => ({
          ...((isLower ? instance.priority?.at : instance.state?.at) ?? instance.at),
          message: fill(isLower ? stronger : too, member.host.name, value),
        })),
        fixes: [{ title: fill(titles.replace, "BACKUP"), safety: "unsafe", edits: [{ ...state.at, text: "BACKUP" }] }],
      });
    }
  },
};

import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { syncGroups } from "../../model/syncGroups.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  '"{0}" has priority {1} and "{2}" has {3}: the group needs the same winner for both',
  '"{0}"的优先级为 {1}，"{2}"为 {3}：两者的选举结果必须一致，组才能稳定',
);
const other = text("The priority of the other member", "另一个成员的优先级");

/** vrrp_sync.c: vrrp_sync_master pulls the other members along, whatever their own election said. */
export const syncGroupPriorities: ConfigurationRule<Globals> = {
  id: "keepalived/sync-group-priorities",
  severity: "information",
  scope: "configuration",
  reads: ["vrrp_sync_group", "vrrp_instance"],
  summary: text("Members of a sync group with different priorities.", "同步组成员的优先级不同。"),
  why: text(
    "Each member is elected on its own, then the group follows. If one member wins here and another on the peer, the group changes sides again and again. The same priority for all members of a node keeps the results alike.",
    "各成员分别选举，随后整组跟随。如果一个成员在本机胜出而另一个在对端胜出，整组会来回切换。同一节点上各成员使用相同的优先级可以保证结果一致。",
  ),
  bad: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
}
${instance(1, 100)}${instance(2, 150).replace("150\n", '150\n#            ^^^ "VI_2" has priority 150 and "VI_1" has 100\n')}`,
  ],
  good: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
}
${instance(1, 150)}${instance(2, 150)}`,
  ],
  check(configuration, { report, globals, version }) {
    for (const group of syncGroups(configuration)) {
      const [first, ...others] = group.members.map(({ instance: block }) => ({
        block,
        ...readInstance(block, globals, version),
      }));
      for (const one of others) {
        if (first?.priority === undefined || one.priority === undefined || one.priority === first.priority) continue;
        // That is another rule's matter.
        if (first.priority === owner || one.priority === owner) continue;
        const at = one.priorityFrom ?? one.block;
        report({
          at: at.at(at.nameWord),
          message: fill(message, one.block.name, one.priority, first.block.name, first.priority),
          related: [first.priorityFrom ?? first.block].map((bound) => ({
            ...bound.at(bound.nameWord),
            message: other,
          })),
        });
      }
    }
  },
};

function instance(id: number, priority: number): string {
  return `vrrp_instance VI_${id} {
    interface eth${id}
    virtual_router_id 5${id}
    priority ${priority}
    virtual_ipaddress {
        192.0.2.1${id}/24
    }
}
`;
}

import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { sharedRouters } from "../../model/parts.ts";
import { electionOf, holdsBack, neverPreempts, winnerOf } from "../../model/standings.ts";
import { moveOrRemove } from "./moveLine.ts";

const message = text(
  '"nopreempt" has no effect here: {0} has {1} and takes {2} back',
  '此处"nopreempt"不起作用：{0} 的优先级为 {1}，会夺回 {2}',
);
const preferred = text('{0} has no "nopreempt"', '{0} 没有"nopreempt"');

/** vrrp.c: vrrp_state_backup asks for it on adverts of a lower priority only. Measured: nopreempt only on the backup. */
export const nopreemptUseless: ClusterRule<VirtualRouter> = {
  id: "stack/nopreempt-useless",
  severity: "information",
  scope: "cluster",
  parts: sharedRouters,
  summary: text(
    "`nopreempt` on the node of the lowest priority, and not on the one of the highest.",
    "`nopreempt` 写在优先级最低的节点上，而优先级最高的节点没有。",
  ),
  why: text(
    "`nopreempt` keeps the node on which it is written from taking the address from one of a lower priority. On the node of the lowest priority there is nothing that it could hold back; the preferred node takes the address back as soon as it returns. To avoid the second move, write it on the preferred node, with `state BACKUP`.",
    "`nopreempt` 使写有它的节点不去抢占优先级更低的节点。写在优先级最低的节点上时没有可以阻止的抢占；优先的节点恢复后会立即夺回地址。要避免这第二次切换，应写在优先的节点上，并使用 `state BACKUP`。",
  ),
  bad: [
    `
${node(1, 150, "")}${node(
  2,
  100,
  `
    nopreempt
#   ^^^^^^^^^ "nopreempt" has no effect here: lb1 has 150 and takes 192.0.2.10 back`,
)}`,
  ],
  good: [
    `\n${node(1, 150, "\n    nopreempt")}${node(2, 100, "\n    nopreempt")}`,
    `\n${node(1, 150, "\n    nopreempt")}${node(2, 100, "")}`,
  ],
  check(router, { report }) {
    const election = electionOf(router);
    const winner = winnerOf(election);
    if (election === undefined || winner === undefined || winner.instance.nopreempt !== undefined) return;
    for (const one of election.standings) {
      const { nopreempt } = one.instance;
      if (nopreempt === undefined || !holdsBack(one.instance) || !neverPreempts(one, election)) continue;
      const { name } = winner.member.host;
      report({
        at: nopreempt,
        message: fill(message, name, winner.priority, election.address),
        related: [{ ...winner.instance.at, message: fill(preferred, name) }],
        fixes: moveOrRemove(one.instance.block.find("nopreempt"), winner),
        tag: "unnecessary",
      });
    }
  },
};

function node(host: number, priority: number, line: string): string {
  return `#- lb${host}/keepalived.conf
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority ${priority}${line}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}

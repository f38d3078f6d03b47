import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { sharedRouters } from "../../model/parts.ts";
import { electionOf, neverPreempts, winnerOf } from "../../model/standings.ts";
import { moveOrRemove } from "./moveLine.ts";

const message = text(
  '"preempt_delay" has no effect here: {0} has {1} and takes {2} back at once',
  '此处"preempt_delay"不起作用：{0} 的优先级为 {1}，会立即夺回 {2}',
);
const preferred = text('{0} has no "preempt_delay"', '{0} 没有"preempt_delay"');

/** vrrp.c: vrrp_state_backup starts the delay when it hears a lower priority. */
export const preemptDelayUseless: ClusterRule<VirtualRouter> = {
  id: "stack/preempt-delay-useless",
  severity: "information",
  scope: "cluster",
  parts: sharedRouters,
  summary: text(
    "`preempt_delay` on the node of the lowest priority, and not on the one of the highest.",
    "`preempt_delay` 写在优先级最低的节点上，而优先级最高的节点没有。",
  ),
  why: text(
    "The delay begins when a BACKUP hears a MASTER of a lower priority than its own, before it takes the address away. The node of the lowest priority never hears one, and where it takes over from a node that is gone, the delay does not count. It belongs on the preferred node.",
    "BACKUP 收到优先级低于自己的 MASTER 的通告时开始计时，之后才抢占。优先级最低的节点不会收到这样的通告；接管已消失的节点时该延迟不起作用。它应写在优先的节点上。",
  ),
  bad: [
    `
${node(1, 150, "")}${node(
  2,
  100,
  `
    preempt_delay 60
#   ^^^^^^^^^^^^^^^^ "preempt_delay" has no effect here: lb1 has 150 and takes 192.0.2.10 back at once`,
)}`,
  ],
  good: [
    `\n${node(1, 150, "\n    preempt_delay 60")}${node(2, 100, "\n    preempt_delay 60")}`,
    `\n${node(1, 150, "\n    preempt_delay 60")}${node(2, 100, "")}`,
  ],
  check(router, { report }) {
    const election = electionOf(router);
    const winner = winnerOf(election);
    // Files that are alike on all nodes lack nothing; and a preferred node that waits for ever has no use for a delay.
    if (election === undefined || winner === undefined || winner.instance.nopreempt !== undefined) return;
    if (winner.instance.preemptDelay !== undefined) return;
    for (const one of election.standings) {
      const { preemptDelay, nopreempt, state, block } = one.instance;
      const statement = block.find("preempt_delay");
      if (preemptDelay === undefined || statement === undefined || !neverPreempts(one, election)) continue;
      // Then the daemon drops the delay, and says so of that file alone.
      if (nopreempt !== undefined || state?.value === "MASTER") continue;
      const { name } = winner.member.host;
      report({
        at: statement.at(statement.statement),
        message: fill(message, name, winner.priority, election.address),
        related: [{ ...winner.instance.at, message: fill(preferred, name) }],
        fixes: moveOrRemove(statement, winner),
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

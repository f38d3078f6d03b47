import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import { removeStatement } from "../../../../rules/fixes.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { priorityOf } from "../../../../vrrp/priority.ts";
import { sharedRouters } from "../../model/parts.ts";
import { electionOf, holdsBack, weightsOf, winnerOf, written } from "../../model/standings.ts";

const message = text(
  '"nopreempt" here: {0} keeps {1} when "{2}" (weight {3}) fails',
  '此处有"nopreempt"："{2}"（权重 {3}）失败后 {0} 仍持有 {1}',
);
const lowered = text("{0}: its failure leaves {1}, which {2} may not preempt", "{0}：失败后为 {1}，但 {2} 不会抢占");
const toFault = text("Weight 0 on {0}: its failure means FAULT", "在 {0} 上使用权重 0：失败即进入 FAULT");

/**
 * vrrp.c: vrrp_state_backup lets nopreempt take lower adverts for higher ones; acassen/keepalived issue 2599. Where
 * weight and nopreempt stand on one node, keepalived/nopreempt-weight tells.
 */
export const nopreemptBlocksFailover: ClusterRule<VirtualRouter> = {
  id: "stack/nopreempt-blocks-failover",
  severity: "warning",
  scope: "cluster",
  parts: sharedRouters,
  summary: text(
    "`nopreempt` on the node that should take over when a weighted check fails elsewhere.",
    "其他节点的带权重检查失败时应当接管的节点上有 `nopreempt`。",
  ),
  why: text(
    "A failed check with a weight lowers the priority of the MASTER, which goes on sending adverts. A node with `nopreempt` leaves a living MASTER alone however low its priority is, so the address stays where the service is broken. Use weight 0, with which a failure means FAULT, or take `nopreempt` out.",
    "带权重的检查失败只会降低 MASTER 的优先级，通告照常发送。有 `nopreempt` 的节点不会抢占存活的 MASTER，无论其优先级多低，因此地址留在服务已故障的节点上。应使用权重 0（失败即进入 FAULT），或去掉 `nopreempt`。",
  ),
  claim: { kind: "no-failover", address: "192.0.2.10", fails: { host: "lb1", script: "chk" } },
  bad: [
    pair(
      "weight -60",
      `nopreempt
#   ^^^^^^^^^ "nopreempt" here: lb1 keeps 192.0.2.10 when "chk" (weight -60) fails`,
    ),
  ],
  good: [pair("weight 0", "nopreempt"), pair("weight -60", "preempt_delay 1")],
  check(router, { report }) {
    const election = electionOf(router);
    const winner = winnerOf(election);
    // Its own nopreempt beside its weights is told in its own file.
    if (election === undefined || winner === undefined || holdsBack(winner.instance)) return;
    const others = election.standings.slice(1);
    const host = winner.member.host.name;
    const blocked = weightsOf(winner.instance).flatMap((tracker) => {
      const left = tracker.isReversed ? undefined : priorityOf(winner.instance, [tracker]);
      const takers = left === undefined ? [] : others.filter(({ priority }) => priority > left);
      const isBlocked = takers.length > 0 && takers.every(({ instance }) => holdsBack(instance));
      return isBlocked && left !== undefined ? [{ tracker, left, takers }] : [];
    });
    for (const taker of others) {
      const { block, nopreempt, trackers } = taker.instance;
      const own = blocked.filter(({ takers }) => takers.includes(taker));
      const [first] = own;
      if (first === undefined || nopreempt === undefined) continue;
      if (trackers.some(({ weight, isOfGroup }) => weight !== 0 && !isOfGroup)) continue;
      const statement = block.find("nopreempt");
      const faults = own.flatMap(({ tracker }) => tracker.weightAt ?? []);
      const fixes: Fix[] = [];
      if (faults.length === own.length) {
        const edits = faults.map((at) => ({ ...at, text: "0" }));
        fixes.push({ title: fill(toFault, host), safety: "unsafe", edits });
      }
      if (statement !== undefined) fixes.push(removeStatement(statement, "unsafe"));
      report({
        at: nopreempt,
        message: fill(message, host, election.address, first.tracker.name, written(first.tracker)),
        related: own.map(({ tracker, left }) => ({
          ...(tracker.weightAt ?? tracker.at),
          message: fill(lowered, host, left, taker.member.host.name),
        })),
        fixes,
      });
    }
  },
};

function pair(weight: string, line: string): string {
  return `
#- lb1/keepalived.conf
global_defs {
    enable_script_security
    script_user root
}
vrrp_script chk {
    script "/usr/bin/true"
    interval 2
    ${weight}
}
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 150
    track_script {
        chk
    }
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
    ${line}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}

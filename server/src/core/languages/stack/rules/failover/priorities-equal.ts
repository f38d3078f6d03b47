import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix, Severity } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { ownerPriority } from "../../../../vrrp/priority.ts";
import { hostNames } from "../../model/compare.ts";
import { highestAddress } from "../../model/nodeAddresses.ts";
import { sharedRouters } from "../../model/parts.ts";
import { type Election, electionOf, holdsBack, type Standing } from "../../model/standings.ts";

const race = text(
  "Priority {0} here and on {1}: which node gets {2} is a race",
  "此处与 {1} 的优先级同为 {0}：哪个节点得到 {2} 取决于先后",
);
const split = text(
  "Priority {0} here and on {1}: a race for {2}, but after a split {3} wins",
  "此处与 {1} 的优先级同为 {0}：先到者得 {2}，但网络分裂恢复后 {3} 胜出",
);
const kept = text(
  'Priority {0} here and on {1}, with "nopreempt": the first one up keeps {2}',
  '此处与 {1} 的优先级同为 {0} 且有"nopreempt"：先启动者持有 {2}',
);
const second = text(
  "Priority {0} here and on {1}: who takes {2} when {3} fails is a race",
  "此处与 {1} 的优先级同为 {0}：{3} 故障时由谁接管 {2} 取决于先后",
);
const weighted = text("{0} with its weights", "{0}（含权重）");
const alike = text("{0}: {1} as well", "{0}：同为 {1}");

/** RFC 9568, section 6.4.3: the address decides between two masters only. Measured: a start at one time is a race. */
export const prioritiesEqual: ClusterRule<VirtualRouter> = {
  id: "stack/priorities-equal",
  severity: "warning",
  scope: "cluster",
  parts: sharedRouters,
  summary: text("Nodes of one virtual router that have the same priority.", "同一虚拟路由器的节点优先级相同。"),
  why: text(
    "No node is preferred then. Started one after the other, the first keeps the address; started together, whoever's timer ends first gets it; and only where both are masters already, as after a split network, the higher address of the two wins. Nobody can tell beforehand where the address will be. Give each node a priority of its own. If the first one up is meant to keep the address, `state BACKUP` and `nopreempt` on every node say so.",
    "此时没有优先的节点。先后启动时，先启动者保有地址；同时启动时，定时器先到者得到它；只有双方都已是 MASTER（例如网络分裂恢复后）时，才由 IP 较大者胜出。地址在哪里无法预知。应为每个节点设置不同的优先级；如果本意是先启动者保有地址，应在所有节点上写明 `state BACKUP` 和 `nopreempt`。",
  ),
  link: "https://www.rfc-editor.org/rfc/rfc9568#section-6.4.3",
  bad: [
    `
${node(
  1,
  `100
#            ^^^ warning: Priority 100 here and on lb2: which node gets 192.0.2.10 is a race`,
)}${node(
  2,
  `100
#            ^^^ warning: Priority 100 here and on lb1: which node gets 192.0.2.10 is a race`,
)}`,
    `
${node(
  1,
  `100
#            ^^^ a race for 192.0.2.10, but after a split lb2 wins
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }`,
)}${node(
  2,
  `100
#            ^^^ a race for 192.0.2.10, but after a split lb2 wins
    unicast_src_ip 192.0.2.2
    unicast_peer {
        192.0.2.1
    }`,
)}`,
    `
${node(
  1,
  `100
#            ^^^ with "nopreempt": the first one up keeps 192.0.2.10
    nopreempt`,
)}${node(
  2,
  `100
#            ^^^ with "nopreempt": the first one up keeps 192.0.2.10
    nopreempt`,
)}`,
    `
${node(1, "150")}${node(
  2,
  `100
#            ^^^ information: Priority 100 here and on lb3: who takes 192.0.2.10 when lb1 fails is a race`,
)}${node(
  3,
  `100
#            ^^^ information: Priority 100 here and on lb2: who takes 192.0.2.10 when lb1 fails is a race`,
)}`,
  ],
  good: [`\n${node(1, "101")}${node(2, "100")}`],
  check(router, { report }) {
    const election = electionOf(router);
    if (election === undefined) return;
    for (const level of new Set(election.standings.map(({ priority }) => priority))) {
      const equals = election.standings.filter(({ priority }) => priority === level);
      if (equals.length < 2 || level === ownerPriority) continue;
      for (const one of equals) {
        const others = equals.filter((other) => other !== one);
        report({
          at: one.instance.priority?.at ?? one.instance.at,
          ...judge(election, equals, shown(one), hostNames(others)),
          related: others.map((other) => ({
            ...(other.instance.priority?.at ?? other.instance.at),
            message: fill(alike, other.member.host.name, shown(other)),
          })),
          fixes: lower(one),
        });
      }
    }
  },
};

function judge(
  { standings, address }: Election,
  equals: readonly Standing[],
  shownLevel: string | Text,
  names: string,
): { readonly message: Text; readonly severity: Severity } {
  const level = equals[0]?.priority ?? 0;
  const higher = standings.filter(({ priority }) => priority > level);
  if (higher.length > 0) {
    return { message: fill(second, shownLevel, names, address, hostNames(higher)), severity: "information" };
  }
  if (equals.every(({ instance }) => holdsBack(instance))) {
    return { message: fill(kept, shownLevel, names, address), severity: "information" };
  }
  const winner: Member | undefined = highestAddress(equals.map(({ member }) => member));
  const message =
    winner === undefined
      ? fill(race, shownLevel, names, address)
      : fill(split, shownLevel, names, address, winner.host.name);
  return { message, severity: "warning" };
}

/** The priority that is compared, which may not be the one that is written. */
function shown({ instance, priority }: Standing): string | Text {
  return instance.priority?.value === priority ? String(priority) : fill(weighted, priority);
}

/** One below; which of the nodes is to be the second only people know. */
function lower({ instance: { priority } }: Standing): readonly Fix[] {
  if (priority === undefined || !priority.isWritten || priority.value <= 1) return [];
  const less = String(priority.value - 1);
  return [{ title: fill(titles.replace, less), safety: "unsafe", edits: [{ ...priority.at, text: less }] }];
}

function node(host: number, priority: string): string {
  return `#- lb${host}/keepalived.conf
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
}

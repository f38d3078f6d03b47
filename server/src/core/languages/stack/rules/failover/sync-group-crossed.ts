import type { Cluster } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { electionOf, type Standing, winnerOf } from "../../model/standings.ts";
import { type GroupMember, sharedGroups } from "../../model/syncGroups.ts";

const message = text(
  '{0} wins "{1}" and {2} wins "{3}": which node gets the group is a race',
  '"{1}"由 {0} 胜出，"{3}"由 {2} 胜出：组落在哪个节点取决于先后',
);
const wins = text('{0} wins "{1}" with {2}', '{0} 以 {2} 赢得"{1}"');

interface Won extends GroupMember {
  readonly winner: Standing;
}

/** vrrp_sync.c: vrrp_sync_master. Measured: one node gets both addresses, the other logs lower adverts for ever. */
export const syncGroupCrossed: ClusterRule<Cluster> = {
  id: "stack/sync-group-crossed",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text("Members of a sync group that different nodes would win.", "同一同步组的成员由不同节点胜出。"),
  why: text(
    "Each member is elected by itself, then the group pulls the others along. Where one node has the higher priority for one member and another node for the next, both pull: the one that comes first gets everything, and the other never stops complaining of adverts with a lower priority. Give one node the higher priority for all members; to spread load, use groups of their own.",
    "各成员分别选举，随后整组跟随。如果一个节点在某成员上优先级较高、另一节点在别的成员上较高，双方都会拉动整组：先到者得到全部地址，另一方会不断记录优先级较低的通告。应让同一节点在所有成员上优先级较高；要分担负载，请分成不同的组。",
  ),
  bad: [
    `
${node(1, 150, 100).replace("outside\n", 'outside\n#       ^^^^^^^ lb1 wins "inside" and lb2 wins "outside": which node gets the group is a race\n')}${node(2, 100, 150).replace("outside\n", 'outside\n#       ^^^^^^^ lb1 wins "inside" and lb2 wins "outside"\n')}`,
  ],
  good: [`\n${node(1, 150, 120)}${node(2, 100, 110)}`],
  check(cluster, { report }) {
    for (const { members, counterparts } of sharedGroups(cluster)) {
      // Where other hosts do not group them nothing pulls.
      if (counterparts.length === 0 || counterparts.some(({ isTogether }) => !isTogether)) continue;
      const won = members.flatMap((one): Won[] => {
        const winner = winnerOf(electionOf(one.router));
        return winner === undefined ? [] : [{ ...one, winner }];
      });
      const [first] = won;
      const other = won.find(({ winner }) => winner.member.host !== first?.winner.member.host);
      if (first === undefined || other === undefined) continue;
      report({
        at: other.at,
        message: fill(message, hostOf(first), first.member.instance.name, hostOf(other), other.member.instance.name),
        related: [first, other].map(({ winner, member }) => ({
          ...(winner.instance.priority?.at ?? winner.instance.at),
          message: fill(wins, winner.member.host.name, member.instance.name, winner.priority),
        })),
      });
    }
  },
};

function hostOf({ winner }: Won): string {
  return winner.member.host.name;
}

function node(host: number, inside: number, outside: number): string {
  return `#- lb${host}/keepalived.conf
vrrp_sync_group gateway {
    group {
        inside
        outside
    }
}
vrrp_instance inside {
    interface eth0
    virtual_router_id 51
    priority ${inside}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance outside {
    interface eth1
    virtual_router_id 52
    priority ${outside}
    virtual_ipaddress {
        198.51.100.10/24
    }
}
`;
}

import type { Cluster, Member } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Location } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { electionOf, winnerOf } from "../../model/standings.ts";
import { type Counterpart, type SharedGroup, sharedGroups } from "../../model/syncGroups.ts";

const apartElsewhere = text(
  '"{0}" and "{1}" are in one group here, not on {2}: only part of them may move',
  '"{0}"与"{1}"在此处同组，在 {2} 上却不同组：可能只切换一部分',
);
const apartHere = text(
  '"{0}" is not in one group with "{1}" here, as it is on {2}: only part of them may move',
  '"{0}"在此处未与"{1}"同组，在 {2} 上却同组：可能只切换一部分',
);
const orphaned = text(
  '"{0}" is not grouped with "{1}" as on {2}: nobody holds {3} if it fails here',
  '"{0}"未像在 {2} 上那样与"{1}"同组：若在此处故障，{3} 将无人持有',
);
const groupThere = text("The group on {0}", "{0} 上的组");
const instanceThere = text("{0}: not in one group", "{0}：不同组");

/**
 * vrrp_sync.c: a node pulls the members of its own groups along, and knows nothing of those of others. Measured: with the
 * group on lb2 only, lb1 keeps "inside" when "outside" fails on it, lb2 loses the election for "inside" and gives up both.
 */
export const syncGroupsMismatch: ClusterRule<Cluster> = {
  id: "stack/sync-groups-mismatch",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "Virtual routers in one sync group on one node and apart on another.",
    "虚拟路由器在一个节点上同组，在另一节点上却不同组。",
  ),
  why: text(
    "A sync group holds for the node on which it is written. There its members move together; on a node without it one of them can fail alone, as when only its own interface goes down, and traffic that needs both sides goes half way. Worse, the node with the group that should take over loses the other member to the first node, and gives both up: nobody holds the address. Write the same groups on all nodes.",
    "同步组只对写有它的节点有效。在该节点上成员同进同退；在没有该组的节点上，成员可能单独故障（例如只有自己的接口断开），需要两侧的流量便只通一半。更糟的是，本应接管的、写有该组的节点会在另一成员上输给前者，于是整组退让：地址无人持有。所有节点应写相同的组。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_sync_group gateway {
#               ^^^^^^^ "inside" and "outside" are in one group here, not on lb2
    group {
        inside
        outside
    }
}
${instances(150)}#- lb2/keepalived.conf
${instances(100).replace("outside {\n", 'outside {\n#             ^^^^^^^ "outside" is not in one group with "inside" here, as it is on lb1\n')}`,
    `
#- lb1/keepalived.conf
${instances(150).replace("outside {\n", 'outside {\n#             ^^^^^^^ "outside" is not grouped with "inside" as on lb2: nobody holds 198.51.100.10 if it fails here\n')}${grouped(2, 100).replace("gateway {\n", 'gateway {\n#               ^^^^^^^ "inside" and "outside" are in one group here, not on lb1\n')}`,
  ],
  good: [`\n${grouped(1, 150)}${grouped(2, 100)}`],
  check(cluster, { report }) {
    const done: Location[] = [];
    const once = (at: Location): boolean => {
      const isNew = !done.some(({ source, start }) => source.section === at.source.section && start === at.start);
      if (isNew) done.push(at);
      return isNew;
    };
    for (const shared of sharedGroups(cluster)) {
      const { host, group, counterparts } = shared;
      const apart = counterparts.filter(({ isTogether }) => !isTogether);
      const [first] = apart;
      if (first === undefined) continue;
      const [one, other] = torn(first);
      // Where most hosts agree, the others are wrong.
      const excess = counterparts.length + 1 - 2 * apart.length;
      if (excess <= 0 && once(group.at)) {
        const names = [one, other].map((member) => nameHere(shared, member));
        report({
          at: group.at,
          message: fill(apartElsewhere, names[0] ?? "", names[1] ?? "", apart.map((each) => each.host.name).join(", ")),
          related: apart.map((each) => ({
            ...torn(each)[1].instance.at,
            message: fill(instanceThere, each.host.name),
          })),
        });
      }
      if (excess < 0) continue;
      for (const each of apart) {
        const [inside, outside] = torn(each);
        if (!once(outside.instance.at)) continue;
        const lost = addressLost(shared, inside, outside);
        report({
          at: outside.instance.at,
          message: fill(
            lost === undefined ? apartHere : orphaned,
            outside.instance.name,
            inside.instance.name,
            host.name,
            lost ?? "",
          ),
          related: [{ ...group.at, message: fill(groupThere, host.name) }],
        });
      }
    }
  },
};

/** The first of a host's instances, and the first that is in another group than it, or in none. */
function torn({ members }: Counterpart): readonly [Member, Member] {
  const [first] = members as readonly [Member];
  const inside = members.find(({ instance }) => instance.group !== undefined) ?? first;
  const isIn = ({ instance }: Member) => instance.group !== undefined && instance.group === inside.instance.group;
  const outside = members.find((member) => member !== inside && !isIn(member)) ?? first;
  return [inside, outside];
}

/** The address that nobody holds when `outside` fails: its node wins both, and the only other one has the group. */
function addressLost({ members }: SharedGroup, inside: Member, outside: Member): string | undefined {
  const elections = [outside, inside].map((member) => {
    const router = members.find((one) => one.router.members.includes(member))?.router;
    const election = router?.members.length === 2 ? electionOf(router) : undefined;
    return winnerOf(election)?.member === member ? election : undefined;
  });
  return elections.includes(undefined) ? undefined : elections[0]?.address;
}

/** What the instance of another host is called on the host of the group. */
function nameHere({ members }: SharedGroup, { instance }: Member): string {
  const own = members.find(({ router }) => router.members.some((member) => member.instance === instance));
  return own?.member.instance.name ?? instance.name;
}

function grouped(host: number, priority: number): string {
  return `#- lb${host}/keepalived.conf
vrrp_sync_group gateway {
    group {
        inside
        outside
    }
}
${instances(priority)}`;
}

function instances(priority: number): string {
  return `vrrp_instance inside {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance outside {
    interface eth1
    virtual_router_id 52
    priority ${priority}
    virtual_ipaddress {
        198.51.100.10/24
    }
}
`;
}

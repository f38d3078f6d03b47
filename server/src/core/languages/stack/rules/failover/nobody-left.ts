import type { Cluster, Host, VirtualRouter } from "../../../../model/cluster/host.ts";
import { sharedAddress } from "../../../../model/cluster/pairing.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";

const message = text('Only {0} has "{1}": no other node takes over {2}', '只有 {0} 有"{1}"：没有其他节点接管 {2}');
const more = text(
  'Only {0} has "{1}": no other node takes over {2} and {3} more',
  '只有 {0} 有"{1}"：没有其他节点接管 {2} 等 {3} 个地址',
);
const partner = text('{0} shares "{1}" and has nothing for this one', '{0} 共用"{1}"，但没有此虚拟路由器');

/** Only beside routers that are shared, which show that these hosts are meant to stand in for each other. */
export const nobodyLeft: ClusterRule<Cluster> = {
  id: "stack/nobody-left",
  severity: "information",
  scope: "cluster",
  parts: clusters,
  summary: text("A virtual router that only one node of a cluster has.", "集群中只有一个节点拥有的虚拟路由器。"),
  why: text(
    "The nodes back each other up for other addresses, but this one stands alone: when its node fails, the address is gone. Add the instance to another node, with the same `virtual_router_id` and a lower priority.",
    "这些节点为其他地址互为备份，但此地址只在一个节点上：该节点故障时地址就消失了。应在另一节点上添加此实例，使用相同的 `virtual_router_id` 和较低的优先级。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
${instance(1, 150)}${instance(2, 100).replace("VI_2 {\n", 'VI_2 {\n#             ^^^^ Only lb1 has "VI_2": no other node takes over 192.0.2.12\n')}#- lb2/keepalived.conf
${instance(1, 100)}`,
  ],
  good: [
    `
#- lb1/keepalived.conf
${instance(1, 150)}${instance(2, 100)}#- lb2/keepalived.conf
${instance(1, 100)}${instance(2, 150)}`,
  ],
  check({ routers, hosts }, { report }) {
    if (hosts.length < 2 || hosts.some(isOpen)) return;
    const shared = new Map(
      routers.flatMap((router) =>
        router.members.length < 2 ? [] : router.members.map(({ host }) => [host, router] as const),
      ),
    );
    for (const router of routers) {
      const [only, another] = router.members;
      if (only === undefined || another !== undefined) continue;
      const other = shared.get(only.host)?.members.find(({ host }) => host !== only.host);
      const [first, ...rest] = only.instance.addresses;
      if (other === undefined || first === undefined || isHeldElsewhere(router, hosts)) continue;
      const { name } = only.instance;
      const host = only.host.name;
      report({
        at: only.instance.at,
        message:
          rest.length === 0 ? fill(message, host, name, first.text) : fill(more, host, name, first.text, rest.length),
        related: [{ ...other.instance.at, message: fill(partner, other.host.name, other.instance.name) }],
      });
    }
  },
};

/** What is missing may stand in a part of its files that is out of view. */
function isOpen({ facts }: Host): boolean {
  return facts.isPartial || facts.instances.some((one) => one.isPartial || one.addressesAreUnknown);
}

/** Another host holds one of the addresses, in an instance that does not match: that is what is wrong. */
function isHeldElsewhere({ members: [only] }: VirtualRouter, hosts: readonly Host[]): boolean {
  return hosts.some(
    (host) =>
      host !== only?.host &&
      host.facts.instances.some((other) => only !== undefined && sharedAddress(only.instance, other) !== undefined),
  );
}

function instance(id: number, priority: number): string {
  return `vrrp_instance VI_${id} {
    interface eth0
    virtual_router_id 5${id}
    priority ${priority}
    virtual_ipaddress {
        192.0.2.1${id}/24
    }
}
`;
}

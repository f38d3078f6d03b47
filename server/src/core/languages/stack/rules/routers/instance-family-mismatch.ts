import type { Cluster, Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";

const message = text(
  '"{0}" is IPv{1} here and IPv{2} on {3}: they are no virtual router',
  '"{0}"在此处为 IPv{1}，在 {3} 上为 IPv{2}：二者不构成虚拟路由器',
);
const there = text("IPv{0} on {1}", "{1} 上为 IPv{0}");

/** RFC 9568, section 1: a virtual router is of one address family. */
export const instanceFamilyMismatch: ClusterRule<Cluster> = {
  id: "stack/instance-family-mismatch",
  severity: "information",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "One name and VRID, IPv4 on one node and IPv6 on another.",
    "名称和 VRID 相同，一个节点为 IPv4，另一个为 IPv6。",
  ),
  why: text(
    "The first address of an instance decides its address family, and adverts of the two families never meet. Both nodes are MASTER of their own addresses and nobody takes over. If two virtual routers are meant, each needs its second node.",
    "实例的第一个地址决定其地址族，两个地址族的通告互不相遇。双方各自成为自己地址的 MASTER，谁也不会接管对方。如果本意就是两个虚拟路由器，那么每个都还缺第二个节点。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
#             ^^^^ "VI_2" is IPv4 here and IPv6 on lb2
    interface eth0
    virtual_router_id 52
    virtual_ipaddress {
        192.0.2.11/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
#             ^^^^ "VI_2" is IPv6 here and IPv4 on lb1
    interface eth0
    virtual_router_id 52
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
  ],
  check({ routers }, { report }) {
    const alone = routers.flatMap(onlyMember);
    for (const { host, instance } of alone) {
      const rival = alone.find((other) => {
        const { name, virtualRouterId, family } = other.instance;
        if (other.host === host || name !== instance.name || family === instance.family) return false;
        return virtualRouterId !== undefined && virtualRouterId.value === instance.virtualRouterId?.value;
      });
      if (rival === undefined) continue;
      const [own, other] = [instance.family ?? "", rival.instance.family ?? ""];
      report({
        at: instance.at,
        message: fill(message, instance.name, own, other, rival.host.name),
        related: [{ ...rival.instance.at, message: fill(there, other, rival.host.name) }],
      });
    }
  },
};

/** The member of a router that has no other, if all is known of it. */
function onlyMember({ members }: VirtualRouter): readonly Member[] {
  const [member] = members;
  return member === undefined || members.length > 1 || member.instance.isPartial ? [] : [member];
}

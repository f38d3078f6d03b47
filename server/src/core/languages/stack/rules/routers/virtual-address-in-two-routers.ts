import type { Cluster, Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import type { VirtualAddress } from "../../../../model/facts.ts";
import { addressKey, isLinkLocal6 } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";

const message = text(
  '{0} is also of "{1}" (VRID {2}) on {3}: two masters for it',
  '{3} 上的"{1}"（VRID {2}）也有 {0}：该地址会出现两个 MASTER',
);
const there = text('"{0}" on {1}', '{1} 上的"{0}"');

/** RFC 9568, section 6: each virtual router elects a master of its own. Two on one host are told of in that host's file. */
export const virtualAddressInTwoRouters: ClusterRule<Cluster> = {
  id: "stack/virtual-address-in-two-routers",
  severity: "error",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "One virtual address in two virtual routers of a cluster.",
    "同一个虚拟地址出现在集群的两个虚拟路由器中。",
  ),
  why: text(
    "Instances with different VRIDs elect their masters without knowing of each other, so two hosts hold the address at the same time. List it in one of them; what must move together belongs into one instance or one sync group.",
    "VRID 不同的实例各自选举，互不知晓，因此会有两台主机同时持有该地址。地址只应写在其中一个里；需要一起切换的应放在同一个实例或同步组中。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
#       ^^^^^^^^^^^^^ 192.0.2.10 is also of "VI_3" (VRID 53) on gw1: two masters for it
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
#       ^^^^^^^^^^^^^ 192.0.2.10 is also of "VI_3" (VRID 53) on gw1
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    priority 150
    virtual_ipaddress {
        192.0.2.20/24
    }
}
#- gw1/keepalived.conf
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    priority 100
    virtual_ipaddress {
        192.0.2.20/24
    }
}
vrrp_instance VI_3 {
    interface eth0
    virtual_router_id 53
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
#       ^^^^^^^^^^^^^ 192.0.2.10 is also of "VI_1" (VRID 51) on lb1
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
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    priority 150
    virtual_ipaddress {
        192.0.2.20/24
    }
}
#- gw1/keepalived.conf
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    priority 100
    virtual_ipaddress {
        192.0.2.20/24
    }
}
`,
  ],
  check({ routers }, { report }) {
    for (const uses of usesByAddress(routers)) {
      // On a host that holds it in both, the host's own file tells of it.
      const isToldThere = uses.some((one) => uses.some((other) => isOnOneHost(one, other)));
      if (isToldThere) continue;
      for (const { router, member, address } of uses) {
        const rival = uses.find((other) => other.router !== router && differInId(other.member, member));
        if (rival === undefined) continue;
        const { instance, host } = rival.member;
        report({
          at: address.at,
          message: fill(message, address.text, instance.name, instance.virtualRouterId?.value ?? "", host.name),
          related: [{ ...rival.address.at, message: fill(there, instance.name, host.name) }],
        });
      }
    }
  },
};

interface Use {
  readonly router: VirtualRouter;
  readonly member: Member;
  readonly address: VirtualAddress;
}

function usesByAddress(routers: readonly VirtualRouter[]): readonly (readonly Use[])[] {
  const uses = new Map<string, Use[]>();
  for (const router of routers) {
    for (const member of router.members) {
      for (const address of member.instance.addresses) {
        if (isLinkLocal6(address.address)) continue;
        const key = addressKey(address.text);
        const list = uses.get(key);
        if (list === undefined) uses.set(key, [{ router, member, address }]);
        else list.push({ router, member, address });
      }
    }
  }
  return [...uses.values()].filter((list) => list.some(({ router }) => router !== list[0]?.router));
}

function isOnOneHost(a: Use, b: Use): boolean {
  return a.router !== b.router && a.member.host === b.member.host;
}

/** With one VRID they judge each other's adverts, and other rules apply. */
function differInId(a: Member, b: Member): boolean {
  const [one, other] = [a.instance.virtualRouterId, b.instance.virtualRouterId];
  return one !== undefined && other !== undefined && one.value !== other.value;
}

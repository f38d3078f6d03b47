import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { VirtualAddress } from "../../../../model/facts.ts";
import { addressKey, sameAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { elsewhere, hostNames, oddOnes, oneSide } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";

const message = text("{0}/{1} here and /{2} on {3}", "此处为 {0}/{1}，{3} 上为 /{2}");

/** keepalived/vrrp/vrrp_ipaddress.c: an address without prefix length is one of itself alone. Adverts carry none. */
export const virtualAddressPrefixMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/virtual-address-prefix-mismatch",
  severity: "information",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("One virtual address with different prefix lengths.", "同一虚拟地址的前缀长度不同。"),
  why: text(
    "Adverts carry no prefix length, so the election works. But it decides what the kernel holds for local: with /24 the node gets a route to the network, without one (/32) it does not, and so routes and source addresses change with the master.",
    "通告不含前缀长度，选举不受影响。但内核靠它判断哪些地址在本地：写 /24 时节点会得到该网段的路由，不写（即 /32）则没有，因此路由和源地址会随 MASTER 而变。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
#       ^^^^^^^^^^^^^ 192.0.2.10/24 here and /32 on lb2
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10
#       ^^^^^^^^^^ 192.0.2.10/32 here and /24 on lb1
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
        192.0.2.10/32
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10
    }
}
`,
  ],
  check(router, { report }) {
    const all = router.members.flatMap(({ instance }) => instance.addresses);
    for (const address of new Map(all.map((one) => [addressKey(one.text), one])).values()) {
      const odds = oddOnes(router, ({ instance }) => {
        const found = instance.addresses.find((one) => sameAddress(one.address, address.address));
        return found === undefined ? undefined : { value: lengthOf(found), at: found.at };
      });
      for (const { one, others } of odds) {
        const side = oneSide(others);
        if (side === undefined) continue;
        const written = `${address.text}/${side[0].value}`;
        report({
          at: one.at,
          message: fill(message, address.text, one.value, side[0].value, hostNames(side)),
          related: elsewhere(others, (length) => `/${length}`),
          fixes: [{ title: fill(titles.replace, written), safety: "unsafe", edits: [{ ...one.at, text: written }] }],
        });
      }
    }
  },
};

function lengthOf({ address, prefixLength }: VirtualAddress): number {
  return prefixLength ?? address.bytes.length * 8;
}

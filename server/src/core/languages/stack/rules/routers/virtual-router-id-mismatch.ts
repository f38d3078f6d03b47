import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import { sharedAddress } from "../../../../model/cluster/pairing.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { elsewhere, hostNames, type Odd, oddOnes, oneSide } from "../../model/compare.ts";
import { sharedRouters } from "../../model/parts.ts";

const message = text(
  "VRID {0} here and {1} on {2}: two masters for {3}",
  "此处 VRID 为 {0}，{2} 上为 {1}：{3} 会出现两个 MASTER",
);

/** RFC 9568, section 5.2.3; measured: neither node logs a word. */
export const virtualRouterIdMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/virtual-router-id-mismatch",
  severity: "error",
  scope: "cluster",
  parts: sharedRouters,
  summary: text("Nodes that share a virtual address and have different VRIDs.", "共用 VIP 的节点使用了不同的 VRID。"),
  why: text(
    "A node only listens to adverts with its own VRID. With another one it never hears of the others, takes the address and keeps it: two masters at once, and no node logs anything. All nodes of a virtual router need the same `virtual_router_id`.",
    "节点只理会与自己 VRID 相同的通告。VRID 不同，就听不到其他节点，会接管并一直持有该地址：同时出现两个 MASTER，且任何节点都没有日志。同一虚拟路由器的所有节点必须使用相同的 `virtual_router_id`。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
#                     ^^ VRID 51 here and 52 on lb2: two masters for 192.0.2.10
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 52
#                     ^^ VRID 52 here and 51 on lb1
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
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
`,
  ],
  check(router, { report }) {
    for (const odd of oddOnes(router, ({ instance }) => instance.virtualRouterId)) {
      const { one, others } = odd;
      const side = oneSide(others);
      const [other] = side ?? [];
      const address = other === undefined ? undefined : sharedAddress(one.member.instance, other.member.instance);
      if (side === undefined || other === undefined || address === undefined) continue;
      report({
        at: one.at,
        message: fill(message, one.value, other.value, hostNames(side), address),
        related: elsewhere(others, (id) => `virtual_router_id ${id}`),
        fixes: [takeOver(odd)],
      });
    }
  },
};

/** Which of the nodes is wrong only people know. */
function takeOver({ one, others }: Odd<number>): Fix {
  const id = String(others[0]?.value ?? one.value);
  return { title: fill(titles.replace, id), safety: "unsafe", edits: [{ ...one.at, text: id }] };
}

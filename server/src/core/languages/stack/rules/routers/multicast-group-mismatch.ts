import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import { formatAddress } from "../../../../net/address.ts";
import { insertInto } from "../../../../rules/fixes.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { contested, elsewhere, hostNames, oddOnes, oneSide } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";

const message = text(
  "Adverts to {0} here and to {1} on {2}: two masters for {3}",
  "此处通告发往 {0}，{2} 上发往 {1}：{3} 会出现两个 MASTER",
);

/** keepalived/vrrp/vrrp.c: open_vrrp_read_socket; the groups of RFC 9568, sections 5.1.1.2 and 5.1.2.2. */
export const multicastGroupMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/multicast-group-mismatch",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text(
    "Nodes of one virtual router that use different multicast groups.",
    "同一虚拟路由器的节点使用不同的组播组。",
  ),
  why: text(
    "A node sends its adverts to one multicast group and listens to that alone. With another group it never hears of the others, takes the address and keeps it: two masters, and no node logs anything. `mcast_dst_ip` and the global `vrrp_mcast_group4` and `vrrp_mcast_group6` must be the same on all nodes.",
    "节点只向一个组播组发送通告，也只接收该组的通告。组播组不同就听不到其他节点，会接管并一直持有该地址：出现两个 MASTER，且任何节点都没有日志。`mcast_dst_ip` 以及全局的 `vrrp_mcast_group4`、`vrrp_mcast_group6` 在所有节点上必须相同。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    mcast_dst_ip 224.0.0.118
#                ^^^^^^^^^^^ Adverts to 224.0.0.118 here and to 224.0.0.18 on lb2: two masters for 192.0.2.10
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ Adverts to 224.0.0.18 here and to 224.0.0.118 on lb1
    interface eth0
    virtual_router_id 51
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
    mcast_dst_ip 224.0.0.118
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
global_defs {
    vrrp_mcast_group4 224.0.0.118
}
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
    for (const { one, others } of oddOnes(router, say)) {
      const side = oneSide(others);
      if (side === undefined) continue;
      const [{ value }] = side;
      report({
        at: one.at,
        message: fill(message, one.value, value, hostNames(side), contested({ one, others: side })),
        related: elsewhere(others, (group) => group),
        fixes: [takeOver(one.member, value)],
      });
    }
  },
};

/** The group as text, in one spelling. */
function say({ instance }: Member) {
  const { isPartial, isUnicast, multicastGroup, family, at, block } = instance;
  if (isPartial || isUnicast || family === undefined) return undefined;
  if (multicastGroup !== undefined) return { value: formatAddress(multicastGroup.address), at: multicastGroup.at };
  // A group is written but cannot be read here.
  if (block.has("mcast_dst_ip")) return undefined;
  return { value: family === 6 ? "ff02::12" : "224.0.0.18", at };
}

function takeOver({ instance }: Member, group: string): Fix {
  const { multicastGroup, block } = instance;
  if (multicastGroup === undefined) return insertInto(block, `mcast_dst_ip ${group}`, "unsafe");
  return { title: fill(titles.replace, group), safety: "unsafe", edits: [{ ...multicastGroup.at, text: group }] };
}

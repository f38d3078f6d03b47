import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { contested, elsewhere, hostNames, oddOnes, oneSide } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";
import { peerListAt, unicastFix } from "../../model/peering.ts";

const unicast = text("unicast", "单播");
const multicast = text("multicast", "组播");
const message = text(
  "Adverts by {0} here and by {1} on {2}: two masters for {3}",
  "此处以{0}发送通告，{2} 上为{1}：{3} 会出现两个 MASTER",
);
const fixTitle = text("Add the other hosts as unicast peers", "把其他主机添加为单播对端");

/** keepalived/vrrp/vrrp.c: open_vrrp_read_socket; measured: neither node logs a word. */
export const unicastMulticastMix: ClusterRule<VirtualRouter> = {
  id: "stack/unicast-multicast-mix",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("Unicast on one node and multicast on another.", "一个节点使用单播，另一个使用组播。"),
  why: text(
    "A node with peers sends to these and listens on its own address; one without sends to the multicast group and listens there. Neither hears the other, both take the address and keep it: two masters, and no node logs anything. Give every node of the virtual router a `unicast_peer` list, or none.",
    "配置了对端的节点只向这些对端发送，并在自己的地址上接收；没有对端的节点向组播组发送，也只在组播组上接收。双方互相听不到，都会接管并一直持有该地址：出现两个 MASTER，且任何节点都没有日志。同一虚拟路由器的节点要么都写 `unicast_peer`，要么都不写。",
  ),
  claim: { kind: "two-masters", address: "192.0.2.10" },
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    unicast_src_ip 192.0.2.1
    unicast_peer {
#   ^^^^^^^^^^^^ Adverts by unicast here and by multicast on lb2: two masters for 192.0.2.10
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ Adverts by multicast here and by unicast on lb1
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
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    unicast_peer {
        192.0.2.1
    }
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
      const [here, there] = one.value ? [unicast, multicast] : [multicast, unicast];
      const fix = one.value ? undefined : unicastFix([one.member], router.members, fixTitle);
      report({
        at: one.at,
        message: fill(message, here, there, hostNames(side), contested({ one, others: side })),
        related: elsewhere(others, (isUnicast) => (isUnicast ? unicast : multicast)),
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};

/** Whether a node has peers; none that are written for another address family count. */
function say(member: Member) {
  const { isUnicast, isPartial, peers, peersAreUnknown } = member.instance;
  if (isPartial || (isUnicast && (peersAreUnknown || peers.length === 0))) return undefined;
  return { value: isUnicast, at: peerListAt(member) };
}

import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { contested, hostNames } from "../../model/compare.ts";
import { peerGap } from "../../model/missingPeers.ts";
import { hearingRouters } from "../../model/parts.ts";
import { sendsTo } from "../../model/peering.ts";

const message = text(
  "Adverts of {0} ({1}) are dropped here, it is no peer: two masters for {2}",
  "{0}（{1}）不是对端，其通告会被丢弃：{2} 会出现两个 MASTER",
);
const source = text("{0} sends from here", "{0} 从此地址发送");

/** keepalived/vrrp/vrrp.c: vrrp_check_packet, `unicast source address … not a unicast peer`. */
export const checkUnicastSource: ClusterRule<VirtualRouter> = {
  id: "stack/check-unicast-source",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text(
    "A node that checks the source of adverts and does not list one that sends them.",
    "节点检查通告来源，却没有列出发送通告的节点。",
  ),
  why: text(
    "With `check_unicast_src` a node drops adverts of hosts that are not in its `unicast_peer` list; nor does it send its own to them. Neither hears the other, both take the address and keep it: two masters, with `not a unicast peer` in the log of one. The address to list is that from which the other node sends, its `unicast_src_ip`.",
    "设置 `check_unicast_src` 后，节点会丢弃不在 `unicast_peer` 列表中的主机发来的通告，自己也不向它们发送。双方互相听不到，都会接管并一直持有该地址：出现两个 MASTER，其中一方日志中有 `not a unicast peer`。应列出对方发送通告所用的地址，即它的 `unicast_src_ip`。",
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
    check_unicast_src
    unicast_src_ip 192.0.2.2
    unicast_peer {
        192.0.2.9
#       ^^^^^^^^^ Adverts of lb1 (192.0.2.1) are dropped here, it is no peer: two masters for 192.0.2.10
    }
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
    check_unicast_src
    unicast_src_ip 192.0.2.2
    unicast_peer {
        192.0.2.1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check({ members }, { report }) {
    for (const member of members) {
      if (!member.instance.checksSource) continue;
      const gap = peerGap(member, members, (other) => other.instance.isUnicast && sendsTo(other, member));
      if (gap === undefined) continue;
      const addresses = gap.missing.map(({ endpoint }) => endpoint.text).join(", ");
      const said = gap.missing.map((one) => ({ ...one, value: undefined, at: one.member.instance.at }));
      const address = contested({ one: { member, value: undefined, at: gap.at }, others: said });
      report({
        at: gap.at,
        message: fill(message, hostNames(gap.missing), addresses, address),
        related: gap.missing.flatMap(({ member: { instance, host } }) =>
          instance.source === undefined ? [] : [{ ...instance.source.at, message: fill(source, host.name) }],
        ),
        fixes: gap.fixes,
      });
    }
  },
};

import type { Estate } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { hostNames } from "../../model/compare.ts";
import { networksOf } from "../../model/network.ts";
import { hearingRouters, wholeEstate } from "../../model/parts.ts";
import { unicastFix } from "../../model/peering.ts";

const message = text(
  'The network "{0}" carries no multicast and "{1}" has no peers: a master on {2} too',
  '网络"{0}"不传送组播，而"{1}"没有对端：{2} 上也会出现 MASTER',
);
const fixTitle = text("List the other hosts as peers, on all hosts", "在所有主机上列出对端");

/** `.ha-config.json` states such networks; most clouds are of that kind. */
export const unicastNeeded: ClusterRule<Estate> = {
  id: "stack/unicast-needed",
  severity: "error",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "An instance that uses multicast on a network that carries none.",
    "在不传送组播的网络上使用组播的实例。",
  ),
  why: text(
    "Without `unicast_peer` adverts go to a multicast group. A network that drops them, such as those of most clouds, leaves every node alone: each hears of no master, takes the address and keeps it. List the other nodes in `unicast_peer` on each of them.",
    "没有 `unicast_peer` 时，通告发往组播组。大多数云网络会丢弃组播，各节点互相听不到，都会接管并一直持有该地址。请在每个节点的 `unicast_peer` 中列出其他节点。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ The network "cloud" carries no multicast and "VI_1" has no peers: a master on lb2 too
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ a master on lb1 too
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- .ha-config.json
{
  "networks": { "cloud": { "addresses": ["192.0.2.0/24"], "multicast": false } }
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
    unicast_src_ip 192.0.2.2
    unicast_peer {
        192.0.2.1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- .ha-config.json
{
  "networks": { "cloud": { "addresses": ["192.0.2.0/24"], "multicast": false } }
}
`,
  ],
  check(estate, { report }) {
    if (estate.networks.every(({ carriesMulticast }) => carriesMulticast)) return;
    for (const { members } of hearingRouters(estate)) {
      // Where some have peers, the mix of both is what is wrong.
      if (members.some(({ instance }) => instance.isUnicast || instance.isPartial)) continue;
      for (const member of members) {
        const { instance } = member;
        const network = networksOf(member, estate).find(({ carriesMulticast }) => !carriesMulticast);
        if (network === undefined) continue;
        const others = members.filter((other) => other !== member);
        const fix = unicastFix(members, members, fixTitle);
        report({
          at: instance.at,
          message: fill(message, network.name, instance.name, hostNames(others.map((other) => ({ member: other })))),
          fixes: fix === undefined ? [] : [fix],
        });
      }
    }
  },
};

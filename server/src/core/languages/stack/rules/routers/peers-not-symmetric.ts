import type { Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Related } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { contested, hostNames } from "../../model/compare.ts";
import { type MissingPeer, type PeerGap, peerGap } from "../../model/missingPeers.ts";
import { hearingRouters } from "../../model/parts.ts";
import { sendsTo } from "../../model/peering.ts";

const deaf = text(
  "{0} ({1}) is no peer here and hears nothing: two masters for {2}",
  "{0}（{1}）不在对端列表中，听不到通告：{2} 会出现两个 MASTER",
);
const deafLater = text(
  "{0} ({1}) is no peer here: it would not hear this node as master",
  "{0}（{1}）不在对端列表中：本节点成为 MASTER 时它听不到",
);
const wrong = text(
  '"{0}" is no known node of {1}, {2} has {3}: two masters for {4}',
  '{1} 的已知节点中没有"{0}"，{2} 的地址是 {3}：{4} 会出现两个 MASTER',
);
const wrongLater = text(
  '"{0}" is no known node of {1}, {2} has {3} and does not hear this one',
  '{1} 的已知节点中没有"{0}"，{2} 的地址是 {3}，会听不到本节点',
);
const source = text("The address of {0}", "{0} 的地址");

/** keepalived/vrrp/vrrp.c: vrrp_send_adv sends to the peers one by one; measured: neither node says that one is missing. */
export const peersNotSymmetric: ClusterRule<VirtualRouter> = {
  id: "stack/peers-not-symmetric",
  severity: "error",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("A node that does not list another one as its peer.", "节点没有把另一个节点列为对端。"),
  why: text(
    "Adverts go to the peers and to nobody else. Where the node of highest priority leaves another out, that one hears of no master, takes the address and keeps it: two masters. Where a lower one does so nothing happens at first; but once it is master the one left out becomes master as well, for instance when only a script has failed there. A node hears adverts at its `unicast_src_ip` alone, so this is the address to list.",
    "通告只发给对端。若优先级最高的节点漏掉了另一个节点，后者听不到任何 MASTER，会接管并一直持有该地址：出现两个 MASTER。若漏掉的是优先级较低的节点，起初一切正常；但当它成为 MASTER 时（例如对方只是脚本检查失败），被漏掉的节点也会是 MASTER。节点只在自己的 `unicast_src_ip` 上接收通告，所以应列出这个地址。",
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
        192.0.2.9
#       ^^^^^^^^^ "192.0.2.9" is no known node of VI_1, lb2 has 192.0.2.2: two masters for 192.0.2.10
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
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    unicast_src_ip 192.0.2.1
    unicast_peer {
#   ^^^^^^^^^^^^ lb3 (192.0.2.3) is no peer here and hears nothing: two masters for 192.0.2.10
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
    priority 120
    unicast_src_ip 192.0.2.2
    unicast_peer {
        192.0.2.1
        192.0.2.3
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb3/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    unicast_src_ip 192.0.2.3
    unicast_peer {
        192.0.2.1
        192.0.2.2
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
        192.0.2.9
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
        192.0.2.9
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check({ members }, { report }) {
    for (const member of members) {
      // Who drops adverts of hosts that it does not list loses more by it: that is a finding of its own.
      const isOwn = (other: Member) => !(member.instance.checksSource && sendsTo(other, member));
      const gap = peerGap(member, members, (other) => other.instance.isUnicast && isOwn(other));
      if (gap === undefined) continue;
      const isTop = isHighest(member, members);
      report({
        at: gap.at,
        message: messageOf(member, gap, isTop),
        ...(isTop ? {} : { severity: "warning" }),
        related: gap.missing.flatMap(sourceOf),
        fixes: gap.fixes,
      });
    }
  },
};

/** Whether all others would follow it, had they heard of it. */
function isHighest(member: Member, members: readonly Member[]): boolean {
  const own = member.instance.priority?.value;
  return members.every((other) => {
    const priority = other.instance.priority?.value;
    return other === member || (own !== undefined && priority !== undefined && priority < own);
  });
}

function messageOf(member: Member, { missing, stranger }: PeerGap, isTop: boolean) {
  const [{ member: first, endpoint }] = missing;
  const names = hostNames(missing);
  const address = contested({
    one: { member, value: undefined, at: member.instance.at },
    others: [{ member: first, value: undefined, at: first.instance.at }],
  });
  if (stranger !== undefined) {
    return fill(isTop ? wrong : wrongLater, stranger.text, member.instance.name, names, endpoint.text, address);
  }
  const addresses = missing.map((one) => one.endpoint.text).join(", ");
  return fill(isTop ? deaf : deafLater, names, addresses, address);
}

function sourceOf({ member }: MissingPeer): readonly Related[] {
  const { source: from } = member.instance;
  return from === undefined ? [] : [{ ...from.at, message: fill(source, member.host.name) }];
}

import type { Cluster, Member } from "../../../../model/cluster/host.ts";
import { listsPeer } from "../../../../model/cluster/pairing.ts";
import { addressKey, sameAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { elsewhere, hostNames } from "../../model/compare.ts";
import { clusters } from "../../model/parts.ts";

const message = text(
  "The source {0} is also that of {1}: one of the hosts stays in FAULT",
  "源地址 {0} 也是 {1} 的源地址：其中一台主机会一直处于 FAULT",
);

/** keepalived/vrrp/vrrp_if.c: an address that the host lacks; `entering FAULT state (src address not configured)`. */
export const sourceAddressDuplicate: ClusterRule<Cluster> = {
  id: "stack/source-address-duplicate",
  severity: "error",
  scope: "cluster",
  parts: clusters,
  summary: text("One source address on two hosts.", "两台主机使用同一个源地址。"),
  why: text(
    "`unicast_src_ip` must be an address of the host itself, so it is right on one host at most. On the other one keepalived waits in FAULT for the address to appear and never takes over. Most often a file was copied and this line was not changed.",
    "`unicast_src_ip` 必须是本机的地址，因此最多在一台主机上正确。在另一台上 keepalived 会停在 FAULT 等待该地址出现，永远不会接管。多半是复制文件后忘了改这一行。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    unicast_src_ip 192.0.2.1
#                  ^^^^^^^^^ The source 192.0.2.1 is also that of lb2
    unicast_peer {
        192.0.2.3
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
    unicast_src_ip 192.0.2.1
#                  ^^^^^^^^^ The source 192.0.2.1 is also that of lb1
    unicast_peer {
        192.0.2.3
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
    unicast_src_ip 192.0.2.1
#                  ^^^^^^^^^ The source 192.0.2.1 is also that of lb1
    unicast_peer {
        192.0.2.1
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
  check(cluster, { report }) {
    for (const users of bySource(cluster)) {
      // Whoever lists the address among its peers has taken it from that host.
      const copied = users.filter((user) => listsItself(user.member));
      const odd = copied.length > 0 && copied.length < users.length ? copied : users;
      for (const one of odd) {
        const others = users.filter((other) => other.member.host !== one.member.host);
        const { instance } = one.member;
        // Files that say the same throughout may as well be two copies of one host's file.
        const isCopy = others.every(({ member }) => isAlike(member.instance, instance));
        report({
          at: one.at,
          message: fill(message, one.text, hostNames(others)),
          ...(isCopy ? { severity: "warning" } : {}),
          related: elsewhere(others, (address) => address),
          fixes: fixesOf(one.member, others),
        });
      }
    }
  },
};

interface User {
  readonly member: Member;
  readonly value: string;
  readonly text: string;
  readonly at: Member["instance"]["at"];
}

/** The first instance of each host that uses a source, by source; only sources of several hosts. */
function bySource({ hosts }: Cluster): readonly (readonly User[])[] {
  const groups = new Map<string, User[]>();
  for (const host of hosts) {
    for (const instance of host.facts.instances) {
      const { source } = instance;
      if (source === undefined || !instance.isUnicast) continue;
      const key = addressKey(source.text);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      if (group.some((user) => user.member.host === host)) continue;
      group.push({ member: { host, instance }, value: source.text, text: source.text, at: source.at });
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function listsItself({ instance }: Member): boolean {
  const { source } = instance;
  return source !== undefined && listsPeer(instance, source.address);
}

function isAlike(a: Member["instance"], b: Member["instance"]): boolean {
  const isSamePeers = a.peers.length === b.peers.length && a.peers.every(({ address }) => listsPeer(b, address));
  return isSamePeers && a.priority?.value === b.priority?.value && a.state?.value === b.state?.value;
}

/** The only peer of the other host is what this one should send from. */
function fixesOf({ instance }: Member, others: readonly User[]): readonly Fix[] {
  const [other] = others;
  const [peer] = other?.member.instance.peers ?? [];
  const { source } = instance;
  if (others.length > 1 || other?.member.instance.peers.length !== 1) return [];
  if (peer === undefined || source === undefined || sameAddress(peer.address, source.address)) return [];
  const edits = [{ ...source.at, text: peer.text }];
  return [{ title: fill(titles.replace, peer.text), safety: "unsafe", edits }];
}

import type { Estate, Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import { formatAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { hostNames } from "../../model/compare.ts";
import { networksOf, shareNetwork } from "../../model/network.ts";
import { wholeEstate } from "../../model/parts.ts";

const message = text(
  'VRID {0} is also that of "{1}" on {2}: each drops and logs the adverts of the other',
  'VRID {0} 也被 {2} 上的"{1}"使用：双方都会丢弃对方的通告并写日志',
);
const stated = text('VRID {0} is used by others on the network "{1}"', '网络"{1}"上的其他设备已使用 VRID {0}');
const there = text('"{0}" on {1}', '{1} 上的"{0}"');
const fixTitle = text('Use the free VRID {0} on all nodes of "{1}"', '在"{1}"的所有节点上改用空闲的 VRID {0}');

/** RFC 9568, section 5.2.3: unique on a network and for an address family. Measured: both elect, both log all the time. */
export const virtualRouterIdCollision: ClusterRule<Estate> = {
  id: "stack/virtual-router-id-collision",
  severity: "warning",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "Two virtual routers with one VRID on the same network.",
    "同一网络上的两个虚拟路由器使用相同的 VRID。",
  ),
  why: text(
    "Adverts of both arrive at all of their nodes. These drop those of the other for its different addresses and log each of them, every second; once the lists are alike, by a copied file, they fight for mastership. Their virtual MAC address, made of the VRID, is the same as well. Choose another VRID for one of them, or another multicast group.",
    "两者的通告会到达所有节点。节点因地址列表不同而丢弃对方的通告，并逐个写入日志，每秒都有；一旦（例如复制文件后）列表相同，它们就会争抢 MASTER。由 VRID 得出的虚拟 MAC 地址也相同。请为其中一个换一个 VRID，或换一个组播组。",
  ),
  bad: [
    `
#- web1/keepalived.conf
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
#                     ^^ VRID 51 is also that of "DB" on db1, db2
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- web2/keepalived.conf
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
#                     ^^ VRID 51 is also that of "DB" on db1, db2
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- db1/keepalived.conf
vrrp_instance DB {
    interface eth0
    virtual_router_id 51
#                     ^^ VRID 51 is also that of "WEB" on web1, web2
    priority 150
    virtual_ipaddress {
        192.0.2.20/24
    }
}
#- db2/keepalived.conf
vrrp_instance DB {
    interface eth0
    virtual_router_id 51
#                     ^^ VRID 51 is also that of "WEB" on web1, web2
    priority 100
    virtual_ipaddress {
        192.0.2.20/24
    }
}
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
#                     ^^ VRID 51 is used by others on the network "office"
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- .ha-config.json
{
  "networks": { "office": { "addresses": ["192.0.2.0/24"], "usedVirtualRouterIds": [51] } }
}
`,
  ],
  good: [
    `
#- web1/keepalived.conf
vrrp_instance WEB {
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
#- web2/keepalived.conf
vrrp_instance WEB {
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
#- db1/keepalived.conf
vrrp_instance DB {
    interface eth0
    virtual_router_id 51
    priority 150
    unicast_src_ip 192.0.2.3
    unicast_peer {
        192.0.2.4
    }
    virtual_ipaddress {
        192.0.2.20/24
    }
}
#- db2/keepalived.conf
vrrp_instance DB {
    interface eth0
    virtual_router_id 51
    priority 100
    unicast_src_ip 192.0.2.4
    unicast_peer {
        192.0.2.3
    }
    virtual_ipaddress {
        192.0.2.20/24
    }
}
`,
    `
#- web1/keepalived.conf
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- web2/keepalived.conf
vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- db1/keepalived.conf
vrrp_instance DB {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        198.51.100.20/24
    }
}
#- db2/keepalived.conf
vrrp_instance DB {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        198.51.100.20/24
    }
}
`,
  ],
  check(estate, { report }) {
    const used = usedIds(estate);
    for (const routers of byId(estate)) {
      for (const router of routers) {
        const others = routers.filter((other) => other !== router && collide(router, other, estate));
        const [rival] = others;
        for (const member of router.members) {
          const at = member.instance.virtualRouterId?.at;
          const id = member.instance.virtualRouterId?.value;
          if (at === undefined || id === undefined || !isMulticast(member)) continue;
          const network = networksOf(member, estate).find((one) => one.usedVirtualRouterIds.includes(id));
          const fixes = [moveAway(router, id, used)].flatMap((fix) => fix ?? []);
          const [first] = rival?.members ?? [];
          if (rival !== undefined && first !== undefined) {
            const names = hostNames(rival.members.map((one) => ({ member: one })));
            const related = rival.members.map(({ instance, host }) => ({
              ...(instance.virtualRouterId?.at ?? instance.at),
              message: fill(there, instance.name, host.name),
            }));
            report({ at, message: fill(message, id, first.instance.name, names), related, fixes });
          } else if (network !== undefined) {
            report({ at, message: fill(stated, id, network.name), fixes });
          }
        }
      }
    }
  },
};

/** Virtual routers by VRID and address family; a router whose members differ in it is judged by another rule. */
function byId({ clusters }: Estate): readonly (readonly VirtualRouter[])[] {
  const groups = new Map<string, VirtualRouter[]>();
  for (const router of clusters.flatMap(({ routers }) => routers)) {
    const ids = new Set(router.members.map(({ instance }) => instance.virtualRouterId?.value));
    const [id] = ids;
    const family = router.members[0]?.instance.family;
    if (ids.size !== 1 || id === undefined || family === undefined) continue;
    const key = `${family} ${id}`;
    groups.set(key, [...(groups.get(key) ?? []), router]);
  }
  return [...groups.values()];
}

/**
 * Whether nodes of one surely hear those of the other. Two instances of one host are on different interfaces, or their
 * own file tells of them.
 */
function collide(a: VirtualRouter, b: VirtualRouter, estate: Estate): boolean {
  if (a.members.some(({ host }) => b.members.some((other) => other.host === host))) return false;
  return a.members.some((one) => b.members.some((other) => hear(one, other, isFirm(a) && isFirm(b), estate)));
}

function hear(a: Member, b: Member, areFirm: boolean, estate: Estate): boolean {
  if (!isMulticast(a) || !isMulticast(b) || groupOf(a) !== groupOf(b)) return false;
  const isStated = networksOf(a, estate).length > 0 && networksOf(b, estate).length > 0;
  return (isStated || areFirm) && shareNetwork(a, b, estate);
}

/** Files that lie together are not yet hosts that stand together: a pair, or a stated host, is more than an example. */
function isFirm({ members }: VirtualRouter): boolean {
  return members.length > 1 || members.every(({ host }) => host.isStated);
}

function isMulticast({ instance }: Member): boolean {
  return !instance.isUnicast && !instance.isPartial;
}

function groupOf({ instance: { multicastGroup } }: Member): string | undefined {
  return multicastGroup === undefined ? undefined : formatAddress(multicastGroup.address);
}

function usedIds({ hosts, networks }: Estate): ReadonlySet<number> {
  const own = hosts.flatMap(({ facts }) => facts.instances.flatMap((one) => one.virtualRouterId?.value ?? []));
  return new Set([...own, ...networks.flatMap((network) => network.usedVirtualRouterIds)]);
}

/** Gives all members the next id that nobody uses. */
function moveAway({ members }: VirtualRouter, from: number, used: ReadonlySet<number>): Fix | undefined {
  const free = Array.from({ length: 254 }, (_, step) => ((from + step) % 255) + 1).find((id) => !used.has(id));
  const [first] = members;
  if (free === undefined || first === undefined) return undefined;
  const edits = members.flatMap(({ instance }) =>
    instance.virtualRouterId === undefined ? [] : [{ ...instance.virtualRouterId.at, text: String(free) }],
  );
  return { title: fill(fixTitle, free, first.instance.name), safety: "unsafe", edits };
}

import type { Cluster, Host } from "../../../../model/cluster/host.ts";
import type { VirtualServer } from "../../../../model/facts.ts";
import type { Address } from "../../../../net/address.ts";
import { addressKey, formatAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type Held, heldAddresses, holderOf, ownsAddress } from "../../model/listening.ts";
import { clusters } from "../../model/parts.ts";

const messages = {
  nobody: text('No instance of {1} holds "{0}"', '{1} 没有实例持有"{0}"'),
  another: text(
    'Only {1} holds "{0}": what {2} distributes there never arrives',
    '只有 {1} 持有"{0}"：{2} 上的该服务收不到报文',
  ),
};
const distributes = text("{0} distributes connections to it", "{0} 分发发往该地址的连接");
const heldHere = text('{0} holds it by "{1}"', '{0} 通过"{1}"持有该地址');

/**
 * Within one keepalived.conf that is keepalived/virtual-address-unheld; here is what only several files show. ip_vs_core.c:
 * packets are only looked at on their way to the host itself.
 */
export const virtualServerUnheld: ClusterRule<Cluster> = {
  id: "stack/virtual-server-unheld",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "LVS distributes connections to an address that its host does not hold.",
    "LVS 分发发往某地址的连接，而主机并不持有该地址。",
  ),
  why: text(
    "IPVS only sees packets that the host takes for its own. Where no instance of the host holds the address of a virtual server, the service is dead there, and a failover to this host does not help. Give the host an instance for it, or mend the address. Addresses that are routed to the host, or set up by other means, are right.",
    "IPVS 只处理主机视为发给自己的报文。如果主机没有实例持有虚拟服务器的地址，服务在那里就不起作用，切换到这台主机也无济于事。请为主机添加持有该地址的实例，或更正地址。由路由送到主机或以其他方式配置的地址没有问题。",
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
    }
}
#- lb1/ipvs.rules
-A -t 192.0.2.100:80 -s rr
#     ^^^^^^^^^^^^^^ information: No instance of lb1 holds "192.0.2.100"
-a -t 192.0.2.100:80 -r 198.51.100.11:80 -m
`,
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
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    priority 100
    virtual_ipaddress {
        192.0.2.20/24
#       ^^^^^^^^^^^^^ warning: Only lb1 holds "192.0.2.20": what lb2 distributes there never arrives
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
virtual_server 192.0.2.20 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
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
#- lb1/interfaces
auto eth0
iface eth0 inet static
    address 192.0.2.1/24
#- lb1/ipvs.rules
-A -t 192.0.2.10:80 -s rr
-a -t 192.0.2.10:80 -r 198.51.100.11:80 -m
-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 198.51.100.11:80 -m
-A -f 7 -s rr
-a -f 7 -r 198.51.100.11 -m
`,
  ],
  check(cluster, { report }) {
    for (const host of cluster.hosts) {
      const held = heldAddresses(host);
      if (held === undefined || held.length === 0) continue;
      for (const [server, address] of unheld(host)) {
        const shown = formatAddress(address);
        const other = holderBeside(cluster, host, address);
        if (other === undefined) {
          // keepalived says so of its own.
          if (server.by === "keepalived") continue;
          const message = fill(messages.nobody, shown, host.name);
          report({ at: server.at, message, severity: "information" });
        } else if (!other.isShared) {
          const { owner, held: one } = other;
          const [at, related] =
            server.by === "keepalived"
              ? [one.address.at, { ...server.at, message: fill(distributes, host.name) }]
              : [server.at, { ...one.address.at, message: fill(heldHere, owner.name, one.instance.name) }];
          report({ at, message: fill(messages.another, shown, owner.name, host.name), related: [related] });
        }
      }
    }
  },
};

/** Virtual servers on addresses that their host does not have, one of each address. */
function unheld(host: Host): readonly (readonly [VirtualServer, Address])[] {
  const found = new Map<string, readonly [VirtualServer, Address]>();
  for (const server of host.facts.virtualServers) {
    const { address, isPartial } = server;
    if (address === undefined || isPartial || ownsAddress(host, address)) continue;
    if (holderOf(host, address) !== undefined) continue;
    const key = addressKey(formatAddress(address));
    if (!found.has(key)) found.set(key, [server, address]);
  }
  return [...found.values()];
}

/** The other host of the cluster that holds an address; `isShared` where it is a list of one router that differs. */
function holderBeside(
  { hosts, routers }: Cluster,
  host: Host,
  address: Address,
): { readonly owner: Host; readonly held: Held; readonly isShared: boolean } | undefined {
  for (const owner of hosts) {
    const held = owner === host ? undefined : holderOf(owner, address);
    if (held === undefined) continue;
    const router = routers.find(({ members }) => members.some((member) => member.instance === held.instance));
    return { owner, held, isShared: router?.members.some((member) => member.host === host) === true };
  }
  return undefined;
}

import type { Estate } from "../../../../model/cluster/host.ts";
import { formatAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { answersNothing, arpState } from "../../model/arp.ts";
import { mayTreatArp } from "../../model/otherMeans.ts";
import { wholeEstate } from "../../model/parts.ts";
import { directServers, holdsByVrrp, placesOf } from "../../model/realServers.ts";

const message = text(
  '{0} answers ARP for {1} on "{2}" whatever arp_ignore says: it belongs on lo',
  '无论 arp_ignore 如何设置，{0} 都会在"{2}"上应答 {1} 的 ARP：应配置在 lo 上',
);
const virtualHere = text("{0} distributes it here", "{0} 在此处分发它");

/** net/ipv4/arp.c: arp_ignore; measured with 1. */
export const realServerVipInterface: ClusterRule<Estate> = {
  id: "stack/real-server-vip-interface",
  severity: "warning",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "A virtual address on the interface by which a real server is reached.",
    "虚拟地址配置在真实服务器面向网络的接口上。",
  ),
  why: text(
    "`arp_ignore` 1 and 2 keep a host quiet about addresses of its other interfaces. For an address of the interface on which the request comes in it answers, as the director does: clients end on whichever was faster, and the others never see the director. With direct routing the address belongs on `lo`, as a /32.",
    "`arp_ignore` 为 1 或 2 时，主机只是不应答其他接口上的地址；对收到请求的接口自身的地址，它和调度器一样会应答：客户端会连到先应答的一方，而绕过调度器。直接路由模式下，该地址应以 /32 配置在 `lo` 上。",
  ),
  link: "https://docs.kernel.org/networking/ip-sysctl.html",
  bad: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
}
#- web1/interfaces
iface eth0 inet static
    address 192.0.2.21/24
iface eth0:0 inet static
    address 192.0.2.10/32
#           ^^^^^^^^^^^^^ web1 answers ARP for 192.0.2.10 on "eth0" whatever arp_ignore says: it belongs on lo
#- web1/sysctl.conf
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.all.arp_announce = 2
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
    real_server 192.0.2.22 80 {
        TCP_CHECK {
        }
    }
}
#- web1/interfaces
iface eth0 inet static
    address 192.0.2.21/24
iface lo:0 inet static
    address 192.0.2.10/32
#- web1/sysctl.conf
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.all.arp_announce = 2
#- web2/interfaces
iface eth0 inet static
    address 192.0.2.22/24
    up arptables -A INPUT -d 192.0.2.10 -j DROP
iface eth0:0 inet static
    address 192.0.2.10/32
`,
  ],
  check(estate, { report }) {
    const reported = new Set<string>();
    for (const { director, host, service, server, address, interface: asked } of directServers(estate)) {
      const key = `${host.id}\0${formatAddress(address)}`;
      if (server.method !== "DR" || address.family !== 4 || asked === undefined || reported.has(key)) continue;
      const at = placesOf(host, address).find((place) => place.interface === asked)?.at;
      if (at === undefined || holdsByVrrp(host, address) || mayTreatArp(host)) continue;
      // Where it cannot be read it may be the value with which nothing is answered.
      if ((arpState(host, "arp_ignore", asked)?.number ?? answersNothing) === answersNothing) continue;
      reported.add(key);
      report({
        at,
        message: fill(message, host.name, formatAddress(address), asked),
        related: [{ ...service.at, message: fill(virtualHere, director.name) }],
      });
    }
  },
};

import type { Estate } from "../../../../model/cluster/host.ts";
import { formatAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { hasScript, mayMean } from "../../model/otherMeans.ts";
import { wholeEstate } from "../../model/parts.ts";
import { directServers, holdsByVrrp, placesOf } from "../../model/realServers.ts";

const message = text(
  '{0} has {1} on no interface: it takes nothing of what "{2}" hands on',
  '{0} 的任何接口上都没有 {1}：不会接收"{2}"转来的数据包',
);
const addressesHere = text("{0}: its addresses are set here", "{0}：其地址在此处设置");

/** net/netfilter/ipvs/ip_vs_xmit.c: ip_vs_dr_xmit, ip_vs_tunnel_xmit; both leave the client's packet as it is. */
export const realServerVipMissing: ClusterRule<Estate> = {
  id: "stack/real-server-vip-missing",
  severity: "warning",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "A real server behind `DR` or `TUN` that does not have the virtual address.",
    "使用 `DR` 或 `TUN` 的真实服务器没有配置虚拟地址。",
  ),
  why: text(
    "Direct routing and tunnels hand packets on as they are, with the virtual address as the destination. A server that does not have it drops them or sends them on. It belongs on `lo` with a /32 (or, behind a tunnel, on the tunnel interface), where ARP must not be answered for it.",
    "直接路由和隧道原样转发数据包，目的地址仍是虚拟地址。没有该地址的服务器会丢弃或继续转发它们。应在 `lo` 上以 /32 配置该地址（隧道模式也可在隧道接口上），并且不对它应答 ARP。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 192.0.2.21 80 {
#               ^^^^^^^^^^^^^ web1 has 192.0.2.10 on no interface: it takes nothing of what "DR" hands on
        TCP_CHECK {
        }
    }
}
#- web1/interfaces
iface eth0 inet static
    address 192.0.2.21/24
iface lo:0 inet static
    address 192.0.2.11/32
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
        lvs_method NAT
        TCP_CHECK {
        }
    }
}
#- web1/interfaces
iface eth0 inet static
    address 192.0.2.21/24
iface lo:0 inet static
    address 192.0.2.10/32
#- web2/interfaces
iface eth0 inet static
    address 192.0.2.22/24
`,
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
    up ip route add local 192.0.2.10/32 dev lo
`,
  ],
  check(estate, { report }) {
    const reported = new Set<string>();
    for (const { director, host, server, address } of directServers(estate)) {
      const key = `${director.id}\0${host.id}\0${formatAddress(address)}`;
      const [first] = host.facts.addresses;
      if (first === undefined || reported.has(key) || host.facts.isPartial) continue;
      if (placesOf(host, address).length > 0 || holdsByVrrp(host, address) || hasScript(host)) continue;
      // A route to itself, or a rule that redirects, does as well.
      if (mayMean(host, (content) => content.includes(formatAddress(address)))) continue;
      reported.add(key);
      report({
        at: server.at,
        message: fill(message, host.name, formatAddress(address), server.method),
        related: [{ ...first.at, message: fill(addressesHere, host.name) }],
      });
    }
  },
};

import type { Estate } from "../../../../model/cluster/host.ts";
import { formatAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Fix, Location } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { wholeEstate } from "../../model/parts.ts";
import { directServers, placesOf } from "../../model/realServers.ts";

const message = text(
  '/{0} on "lo" makes the whole network of {1} local: {2} reaches none of its neighbours',
  '"lo"上的 /{0} 使 {1} 所在的整个网段成为本机地址：{2} 无法访问其邻居',
);
const virtualHere = text("{0} distributes it here", "{0} 在此处分发它");
const whole = text("Replace by /32", "替换为 /32");

/** net/ipv4/fib_frontend.c: fib_add_ifaddr, where the network of an address on a loopback device is RTN_LOCAL. */
export const realServerVipPrefix: ClusterRule<Estate> = {
  id: "stack/real-server-vip-prefix",
  severity: "warning",
  scope: "cluster",
  parts: wholeEstate,
  summary: text(
    "A virtual address on `lo` of a real server with more than itself.",
    "真实服务器 `lo` 上的虚拟地址使用了比 /32 短的前缀。",
  ),
  why: text(
    "On a loopback device the kernel takes all addresses of the network for its own. With /24 the answers to every client, director and router of that network go to the server itself. The address needs a /32.",
    "对环回设备，内核会把整个网段的地址都视为本机地址。使用 /24 时，发往该网段内客户端、调度器、路由器的应答都会回到服务器自己。该地址必须使用 /32。",
  ),
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
iface lo:0 inet static
    address 192.0.2.10/24
#           ^^^^^^^^^^^^^ /24 on "lo" makes the whole network of 192.0.2.10 local: web1 reaches none of its neighbours
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind TUN
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
    address 192.0.2.10
    netmask 255.255.255.255
#- web2/interfaces
iface eth0 inet static
    address 192.0.2.22/24
iface tunl0 inet static
    address 192.0.2.10/24
`,
  ],
  check(estate, { report }) {
    const reported = new Set<string>();
    for (const { director, host, service, address } of directServers(estate)) {
      for (const { interface: on, prefixLength, at } of placesOf(host, address)) {
        const key = `${host.id}\0${formatAddress(address)}`;
        if (address.family !== 4 || on !== "lo" || prefixLength === undefined || prefixLength > 31) continue;
        if (at === undefined || reported.has(key)) continue;
        reported.add(key);
        report({
          at,
          message: fill(message, prefixLength, formatAddress(address), host.name),
          related: [{ ...service.at, message: fill(virtualHere, director.name) }],
          fixes: fixOf(at),
        });
      }
    }
  },
};

/** Where the length is part of the word; a mask in another line is not touched. */
function fixOf(at: Location): readonly Fix[] {
  const word = at.source.section.text.slice(at.start, at.end);
  if (!/^[\d.]+\/\d+$/.test(word)) return [];
  return [{ title: whole, safety: "unsafe", edits: [{ ...at, text: word.replace(/\/.*$/, "/32") }] }];
}

import type { Cluster, Host } from "../../../../model/cluster/host.ts";
import type { Listener } from "../../../../model/facts.ts";
import { isLinkLocal6 } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { foreignBinds } from "../../model/foreignBinds.ts";
import {
  covers,
  type Held,
  heldAddresses,
  isUsed,
  listenersOf,
  mayBeVirtualServer,
  runsOthers,
} from "../../model/listening.ts";
import { clusters } from "../../model/parts.ts";

const message = text(
  'Nothing listens on "{0}" on {1}, as HAProxy does on the VIP {2}',
  '{1} 上没有进程监听"{0}"，而 HAProxy 监听了 VIP {2}',
);
const listens = text("HAProxy listens on another VIP here", "HAProxy 在此监听另一个 VIP");

/** The HAProxy manual, 4.2 `bind`. */
export const virtualAddressUnused: ClusterRule<Cluster> = {
  id: "stack/virtual-address-unused",
  severity: "information",
  scope: "cluster",
  parts: clusters,
  summary: text("A virtual address on which nothing listens.", "没有任何进程监听的 VIP。"),
  why: text(
    "HAProxy listens on certain virtual addresses of the host, and on this one neither HAProxy nor LVS takes connections. The `bind` line may have been forgotten. Ignore this where the address is a gateway's, or another daemon's.",
    "HAProxy 只监听主机的某些 VIP，而这个 VIP 既没有 HAProxy 监听，也没有 LVS 服务，可能漏写了 `bind`。若该地址用作网关，或由其他守护进程使用，可忽略此提示。",
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
        192.0.2.20/24
#       ^^^^^^^^^^^^^ Nothing listens on "192.0.2.20" on lb1, as HAProxy does on the VIP 192.0.2.10
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80 transparent
    http-request return status 200
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
        192.0.2.20/24
        198.51.100.1/24 dev eth1
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80 transparent
    http-request return status 200
frontend mail
    mode tcp
    timeout client 10s
    bind 192.0.2.20:25 transparent
    tcp-request connection reject
`,
  ],
  check(cluster, { report }) {
    for (const host of cluster.hosts) {
      const held = heldAddresses(host) ?? [];
      const listeners = listenersOf(host);
      if (listeners === undefined || runsOthers(host)) continue;
      for (const one of held) {
        const other = isIdle(one, host, cluster) ? listensBeside(one, held, listeners) : undefined;
        if (other === undefined) continue;
        const { address } = one;
        report({
          at: address.at,
          message: fill(message, address.text, host.name, other.address.address.text),
          related: [{ ...other.listener.at, message: listens }],
        });
      }
    }
  },
};

/** Nowhere in the cluster does anything take connections to it or make some from it. */
function isIdle({ address: { address } }: Held, host: Host, cluster: Cluster): boolean {
  if (isLinkLocal6(address) || isUsed(cluster, address)) return false;
  if (foreignBinds(host, cluster).length > 0) return false;
  return !cluster.hosts.some(
    (one) => one.facts.listeners.some((listener) => covers(listener, address)) || mayBeVirtualServer(one, address),
  );
}

/** A listener on another virtual address of the same interface; one of another may well be a gateway's. */
function listensBeside(
  { address, instance }: Held,
  held: readonly Held[],
  listeners: readonly Listener[],
): { readonly listener: Listener; readonly address: Held } | undefined {
  const interfaceOf = (one: Held) => one.address.interface ?? one.instance.interface?.value;
  for (const other of held) {
    if (other.address.address.family !== address.address.family) continue;
    if (interfaceOf(other) !== interfaceOf({ address, instance })) continue;
    const listener = listeners.find((one) => one.address !== undefined && covers(one, other.address.address));
    if (listener !== undefined) return { listener, address: other };
  }
  return undefined;
}

import type { Cluster, Host, Member, VirtualRouter } from "../../../../model/cluster/host.ts";
import type { Listener, VirtualAddress } from "../../../../model/facts.ts";
import { sameAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Location } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { foreignBinds } from "../../model/foreignBinds.ts";
import { covers, holderOf, listenersOf, mayBeVirtualServer, runsOthers } from "../../model/listening.ts";
import { clusters } from "../../model/parts.ts";

const messages = {
  missing: text(
    "HAProxy does not listen on {0} on {1}: the service is gone after a failover",
    "{1} 上的 HAProxy 未监听 {0}：切换后服务中断",
  ),
  here: text(
    "HAProxy does not listen on {0} here, as on {1}: the service is gone after a failover",
    "此处 HAProxy 未监听 {0}（{1} 上有）：切换后服务中断",
  ),
};
const there = text('"{0}" on {1}', '{1} 上的"{0}"');
const vip = text("{0} holds the address too", "{0} 也会持有该地址");

/** RFC 9568, section 1: whoever holds the address must do what it stands for. */
export const listenerDiffers: ClusterRule<Cluster> = {
  id: "stack/listener-differs",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "HAProxy listens on a virtual address on one host of a cluster, and not on another.",
    "集群中一台主机的 HAProxy 监听了 VIP 的某个端口，另一台没有。",
  ),
  why: text(
    "The address moves to the other host, and clients with it; where nobody listens on the port, they are refused. Give both hosts the same `bind` lines, best by one file for both.",
    "VIP 会移到另一台主机，客户端也随之而去；那里没有进程监听该端口，连接就会被拒绝。两台主机的 `bind` 应当相同，最好共用一份配置。",
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
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80 transparent
    bind 192.0.2.10:8080 transparent
#        ^^^^^^^^^^^^^^^ HAProxy does not listen on 192.0.2.10:8080 on lb2: the service is gone
    http-request return status 200
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/haproxy.cfg
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
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80 transparent
    bind 192.0.2.10:8080 transparent
    bind 192.0.2.1:8404
    http-request return status 200

#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind :80
    bind 192.0.2.10:8080 transparent
    http-request return status 200
`,
  ],
  check(cluster, { report }) {
    const told = new Set<string>();
    for (const { address, member, listener, having, lacking } of gapsOf(cluster)) {
      const endpoint = endpointText(address, listener);
      // Listeners on every address may serve what belongs to the host alone.
      const severity = listener.address === undefined ? "information" : "warning";
      if (having.length <= lacking.length) {
        const names = lacking.map(({ host }) => host.name).join(", ");
        const related = lacking.flatMap(({ host }) => {
          const held = holderOf(host, address.address);
          return held === undefined ? [] : [{ ...held.address.at, message: fill(vip, host.name) }];
        });
        report({ at: listener.at, message: fill(messages.missing, endpoint, names), severity, related });
        continue;
      }
      const names = having.map(({ host }) => host.name).join(", ");
      const related = [{ ...listener.at, message: fill(there, listener.owner, member.host.name) }];
      for (const { host } of lacking) {
        const at = placeIn(host, listener, address);
        if (at === undefined || told.has(`${host.id} ${endpoint}`)) continue;
        told.add(`${host.id} ${endpoint}`);
        report({ at, message: fill(messages.here, endpoint, names), severity, related });
      }
    }
  },
};

/** A listener that takes connections to a virtual address on one host, and not on all that hold it. */
interface Gap {
  readonly address: VirtualAddress;
  readonly member: Member;
  readonly listener: Listener;
  readonly having: readonly Member[];
  readonly lacking: readonly Member[];
}

function gapsOf(cluster: Cluster): readonly Gap[] {
  return cluster.routers.flatMap((router) =>
    router.members.flatMap((member) =>
      (listenersOf(member.host) ?? []).flatMap((listener) => gapOf(listener, member, router, cluster) ?? []),
    ),
  );
}

/** The first one of a listener: one that listens on every address lacks the same on each. */
function gapOf(listener: Listener, member: Member, { members }: VirtualRouter, cluster: Cluster): Gap | undefined {
  if (listener.transport === "udp") return undefined;
  for (const address of member.instance.addresses) {
    if (!covers(listener, address.address)) continue;
    const known = members.filter((one) => one === member || isKnown(one, address, cluster));
    const lacking = known.filter(({ host }) => !answers(host, address, listener));
    const having = known.filter((one) => !lacking.includes(one));
    if (lacking.length > 0) return { address, member, listener, having, lacking };
  }
  return undefined;
}

/** Whether all that listens on the address there is known, and none of it was meant to and misses it. */
function isKnown({ host, instance }: Member, { address }: VirtualAddress, cluster: Cluster): boolean {
  return (
    instance.addresses.some((one) => sameAddress(one.address, address)) &&
    listenersOf(host) !== undefined &&
    !runsOthers(host) &&
    !mayBeVirtualServer(host, address) &&
    foreignBinds(host, cluster).length === 0
  );
}

function answers({ facts }: Host, { address }: VirtualAddress, { from, to }: Listener): boolean {
  const own = facts.listeners.filter((one) => one.transport === "tcp" && covers(one, address));
  return [from, to].every((port) => own.some((one) => one.from <= port && port <= one.to));
}

/** The listener of the same frontend, or the line of the address that it should be on. */
function placeIn(host: Host, { owner }: Listener, { address }: VirtualAddress): Location | undefined {
  const own = host.facts.listeners.find((one) => one.owner === owner);
  return own?.at ?? holderOf(host, address)?.address.at;
}

function endpointText({ address, text: shown }: VirtualAddress, { from, to }: Listener): string {
  const ports = from === to ? String(from) : `${from}-${to}`;
  return address.family === 6 ? `[${shown}]:${ports}` : `${shown}:${ports}`;
}

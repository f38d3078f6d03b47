import type { Host } from "../../../../model/cluster/host.ts";
import type { Listener, VirtualAddress, VirtualServer, VrrpInstance } from "../../../../model/facts.ts";
import { sameAddress } from "../../../../net/address.ts";
import { edit, insertInto, removeStatement } from "../../../../rules/fixes.ts";
import type { ClusterRule, Finding } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix, Location } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { covers, listenersOf } from "../../model/listening.ts";
import { hosts } from "../../model/parts.ts";

const messages = {
  strict: text(
    "Nobody reaches this on {0}: keepalived drops packets to it (strict mode)",
    "无法通过 {0} 访问：keepalived 丢弃发往它的报文（严格模式）",
  ),
  refused: text(
    "Nobody reaches this on {0}: keepalived drops packets to it (no_accept)",
    "无法通过 {0} 访问：keepalived 丢弃发往它的报文（no_accept）",
  ),
};
const because = text('This keeps packets from the VIPs of "{0}"', '此行使发往"{0}"的 VIP 的报文被丢弃');
const vip = text('A VIP of "{0}"', '"{0}"的 VIP');

/**
 * keepalived: vrrp/vrrp.c, vrrp_handle_accept_mode; vrrp/vrrp_nftables.c puts its rules into the hook "input" at
 * priority -1, before those of LVS (net/netfilter/ipvs/ip_vs_core.c: ip_vs_ops4, NF_INET_LOCAL_IN).
 */
export const strictBeforeService: ClusterRule<Host> = {
  id: "stack/strict-before-service",
  severity: "warning",
  scope: "cluster",
  parts: hosts,
  summary: text(
    "A service on a virtual address for which keepalived drops all packets.",
    "服务所在的 VIP 收到的报文全部被 keepalived 丢弃。",
  ),
  why: text(
    "With `vrrp_strict`, `strict_mode` or `no_accept`, keepalived adds firewall rules that drop what is sent to the addresses of the instance, unless its priority is 255. HAProxy on such an address looks healthy and gets nothing, and so does LVS, which takes packets from the same place. Take the line out, or write `accept` with version 3.",
    "使用 `vrrp_strict`、`strict_mode` 或 `no_accept` 时，keepalived 会添加防火墙规则，丢弃发往该实例 VIP 的报文，除非优先级为 255。监听这种地址的 HAProxy 看似正常却收不到任何连接；LVS 也一样，它在同一位置接收报文。请删除该行，或在版本 3 中写 `accept`。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
global_defs {
    vrrp_strict
}
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
#        ^^^^^^^^^^^^^ Nobody reaches this on 192.0.2.10: keepalived drops packets to it (strict mode)
    bind :8080
    http-request return status 200
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    no_accept
    virtual_ipaddress {
        192.0.2.10/24
    }
}
virtual_server 192.0.2.10 80 {
#              ^^^^^^^^^^ Nobody reaches this on 192.0.2.10: keepalived drops packets to it (no_accept)
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    version 3
    strict_mode on
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
    bind :80
#        ^^^ Nobody reaches this on 192.0.2.10: keepalived drops packets to it (strict mode)
    http-request return status 200
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
global_defs {
    vrrp_strict
    vrrp_version 3
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    accept
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 52
    priority 150
    no_accept
    virtual_ipaddress {
        198.51.100.1/24
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80 transparent
    bind :8080
    http-request return status 200
`,
  ],
  check(host, { report }) {
    for (const instance of host.facts.instances) {
      const { refusal, isPartial, addresses } = instance;
      if (refusal === undefined || isPartial) continue;
      const isStrict = refusal.keyword?.name !== "no_accept";
      for (const { at, address } of servicesOn(host, addresses, isStrict)) {
        report(findingOf(at, address, instance, refusal));
      }
    }
  },
};

interface Service {
  readonly at: Location;
  readonly address: VirtualAddress;
}

/** What serves these addresses; who listens on all of them may mean others, and is told of where nothing else is there. */
function servicesOn(host: Host, addresses: readonly VirtualAddress[], isStrict: boolean): readonly Service[] {
  const listeners = listenersOf(host) ?? [];
  const on = (one: Listener | VirtualServer) => {
    const { address } = one;
    const found = address === undefined ? undefined : addresses.find((vip) => sameAddress(vip.address, address));
    return found === undefined ? [] : [{ at: one.at, address: found }];
  };
  // In strict mode keepalived.conf itself is told of what its own services suffer.
  const servers = host.facts.virtualServers.filter(({ by }) => !isStrict || by !== "keepalived");
  const named = [...listeners, ...servers].flatMap(on);
  if (named.length > 0 || !isStrict) return named;
  for (const address of addresses) {
    const any = listeners.find((one) => one.transport === "tcp" && covers(one, address.address));
    if (any !== undefined) return [{ at: any.at, address }];
  }
  return [];
}

function findingOf(at: Location, address: VirtualAddress, instance: VrrpInstance, refusal: Bound): Finding {
  const isStrict = refusal.keyword?.name !== "no_accept";
  return {
    at,
    message: fill(isStrict ? messages.strict : messages.refused, address.text),
    related: [
      { ...refusal.at(refusal.head), message: fill(because, instance.name) },
      { ...address.at, message: fill(vip, instance.name) },
    ],
    fixes: fixesOf(instance, refusal, isStrict),
  };
}

function fixesOf({ strict, version, block }: VrrpInstance, refusal: Bound, isStrict: boolean): readonly Fix[] {
  if (isStrict) {
    const accept = version === 3 ? [insertInto(block, "accept", "unsafe")] : [];
    return [...accept, removeStatement(refusal, "unsafe")];
  }
  if (!strict) return [removeStatement(refusal, "unsafe")];
  if (version !== 3) return [];
  const title = fill(titles.replace, "accept");
  return [{ title, safety: "unsafe", edits: [edit(refusal, refusal.head, "accept")] }];
}

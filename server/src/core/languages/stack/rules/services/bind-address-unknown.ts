import type { Cluster } from "../../../../model/cluster/host.ts";
import { formatAddress } from "../../../../net/address.ts";
import type { ClusterRule, Finding } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import type { Fix } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { type ForeignBind, foreignBinds } from "../../model/foreignBinds.ts";
import { clusters } from "../../model/parts.ts";

const messages = {
  near: text(
    '"{0}" is no address of {1}, whose VIP is {2}: nothing listens there',
    '"{0}"不是 {1} 的地址，其 VIP 是 {2}：该地址上没有监听',
  ),
  missing: text(
    '{1} does not have "{0}", neither as VIP nor as its own',
    '{1} 没有地址"{0}"：既不是 VIP，也不是本机地址',
  ),
  held: text('Only {1} holds the VIP "{0}": nobody reaches it on {2}', '只有 {1} 持有 VIP"{0}"：{2} 上的监听无法访问'),
  owned: text(
    '"{0}" is an address of {1}: HAProxy does not start on {2}',
    '"{0}"是 {1} 的地址：{2} 上 HAProxy 无法启动',
  ),
};
const heldHere = text('The VIP of "{0}"', '"{0}"的 VIP');
const own = text("An address of {0}", "{0} 的地址");

/** bind(2), EADDRNOTAVAIL; the HAProxy manual, 5.1 `bind`. */
export const bindAddressUnknown: ClusterRule<Cluster> = {
  id: "stack/bind-address-unknown",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text("HAProxy binds an address that its host never has.", "HAProxy 绑定了本机永远不会拥有的地址。"),
  why: text(
    "A process can only bind an address that its host has; with `net.ipv4.ip_nonlocal_bind` it starts, but no packet ever comes to it. Such an address is mostly one digit away from a virtual address of the instance, or was copied with the file from another node.",
    "进程只能绑定本机拥有的地址；设置 `net.ipv4.ip_nonlocal_bind` 后虽能启动，却不会收到任何报文。这种地址多半与实例的 VIP 只差一位数字，或是随配置文件从其他节点复制而来。",
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
#- lb1/interfaces
auto eth0
iface eth0 inet static
    address 192.0.2.1/24
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.100:80
#        ^^^^^^^^^^^^^^ "192.0.2.100" is no address of lb1, whose VIP is 192.0.2.10: nothing listens there
    http-request return status 200
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
    unicast_src_ip 192.0.2.2
    unicast_peer {
        192.0.2.1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.1:8080
#        ^^^^^^^^^^^^^^ warning: "192.0.2.1" is an address of lb1: HAProxy does not start on lb2
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
#- lb1/interfaces
auto eth0
iface eth0 inet static
    address 192.0.2.1/24
#- lb1/sysctl.conf
net.ipv4.ip_nonlocal_bind = 1
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80
    bind 192.0.2.1:8080
    bind 127.0.0.1:8404
    bind 198.51.100.1:80
    http-request return status 200
`,
  ],
  check(cluster, { report }) {
    for (const host of cluster.hosts) for (const bind of foreignBinds(host, cluster)) report(findingOf(bind));
  },
};

function findingOf(bind: ForeignBind): Finding {
  const { host, listener, address } = bind;
  const shown = formatAddress(address);
  if (bind.kind === "of another") {
    const { owner, held } = bind;
    const message = fill(held === undefined ? messages.owned : messages.held, shown, owner.name, host.name);
    const at = held?.address.at ?? owner.addresses.find((one) => formatAddress(one.address) === shown)?.at;
    const there = held === undefined ? fill(own, owner.name) : fill(heldHere, held.instance.name);
    return { at: listener.at, message, related: at === undefined ? [] : [{ ...at, message: there }] };
  }
  const { near, neighbour } = bind;
  const related = [
    ...(near === undefined ? [] : [{ ...near.address.at, message: fill(heldHere, near.instance.name) }]),
    ...(neighbour?.at === undefined ? [] : [{ ...neighbour.at, message: fill(own, host.name) }]),
  ];
  if (near === undefined) return { at: listener.at, message: fill(messages.missing, shown, host.name), related };
  return {
    at: listener.at,
    message: fill(messages.near, shown, host.name, near.address.text),
    severity: neighbour === undefined ? "information" : "warning",
    related,
    fixes: fixesOf(bind, near.address.text),
  };
}

/** The address alone is put in the place of the other; ports and what stands before it stay. */
function fixesOf({ listener, address }: ForeignBind, text: string): readonly Fix[] {
  const { source, start, end } = listener.at;
  const shown = formatAddress(address);
  const at = source.section.text.slice(start, end).indexOf(shown);
  if (at === -1) return [];
  const place = { source, start: start + at, end: start + at + shown.length };
  return [{ title: fill(titles.replace, text), safety: "unsafe", edits: [{ ...place, text }] }];
}

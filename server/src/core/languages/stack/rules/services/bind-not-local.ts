import type { Host } from "../../../../model/cluster/host.ts";
import type { KernelSetting } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Fix, Severity } from "../../../../schema/problem.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import { type Effective, effective } from "../../../sysctl-conf/model/effective.ts";
import { shortPath } from "../../model/files.ts";
import { bindKey, bindNeeds } from "../../model/kernelNeeds.ts";
import { hosts } from "../../model/parts.ts";
import { settingsWriting } from "../../model/settingsFile.ts";
import { virtualListeners } from "../../model/virtualListeners.ts";
import { bareEdits } from "../../model/writings.ts";

const messages = {
  unknown: text(
    '"{0}" is a VIP: where it is not held, HAProxy only starts with {1} = 1',
    '"{0}"是 VIP：未持有它的节点上，只有设置 {1} = 1 时 HAProxy 才能启动',
  ),
  missing: text(
    '"{0}" is a VIP: HAProxy does not start where it is not held, {1} is not set',
    '"{0}"是 VIP：未设置 {1}，未持有它的节点上 HAProxy 无法启动',
  ),
  off: text(
    '"{0}" is a VIP: HAProxy does not start where it is not held, {1} is 0',
    '"{0}"是 VIP：{1} 为 0，未持有它的节点上 HAProxy 无法启动',
  ),
};
const heldBy = text('{0} holds it by "{1}"', '{0} 通过"{1}"持有该地址');
const setIn = text('Set {0} = 1 in "{1}"', '在"{1}"中设置 {0} = 1');
const setHere = text("It is set here", "在此处设置");

/** ip(7), IP_FREEBIND and ip_nonlocal_bind; the HAProxy manual, 5.1 `transparent`. */
export const bindNotLocal: ClusterRule<Host> = {
  id: "stack/bind-not-local",
  severity: "warning",
  scope: "cluster",
  parts: hosts,
  summary: text(
    "HAProxy binds a virtual address that the host does not always hold.",
    "HAProxy 绑定了主机并非始终持有的 VIP。",
  ),
  why: text(
    "A process can only bind an address that its host has at that moment. The backup does not have the virtual one, so HAProxy does not start there, and a failover leads to a node where nobody listens. Set `net.ipv4.ip_nonlocal_bind = 1` (`net.ipv6.ip_nonlocal_bind` for IPv6) on every node, or write `transparent` behind the address, or bind `*`.",
    "进程只能绑定主机当前拥有的地址。备节点没有 VIP，HAProxy 在那里无法启动，切换后就没有进程在监听。应在每个节点设置 `net.ipv4.ip_nonlocal_bind = 1`（IPv6 为 `net.ipv6.ip_nonlocal_bind`），或在地址后写 `transparent`，或绑定 `*`。",
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
#- lb1/sysctl.conf
net.ipv4.ip_forward = 1
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80
#        ^^^^^^^^^^^^^ HAProxy does not start where it is not held, net.ipv4.ip_nonlocal_bind is not set
    http-request return status 200
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
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80
#        ^^^^^^^^^^^^^ where it is not held, HAProxy only starts with net.ipv4.ip_nonlocal_bind = 1
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
#- lb1/sysctl.conf
net.ipv4.ip_nonlocal_bind = 1
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80
    http-request return status 200
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
    const { settings } = host.facts;
    for (const { listener, instance, address } of virtualListeners(host)) {
      const key = bindKey(address.address.family);
      const state = effective(settings, key);
      if (state !== undefined && state.number !== 0) continue;
      const { message, severity } = judge(settings, state);
      report({
        at: listener.at,
        message: fill(message, address.text, key),
        severity,
        related: [
          { ...address.at, message: fill(heldBy, host.name, instance.name) },
          ...(state === undefined ? [] : [{ ...state.entry.at, message: setHere }]),
        ],
        fixes: settingFix(host, listener.at.source.uri, key),
      });
    }
  },
};

/** Sets the key where the host has its settings. Whether that file is the one which the node loads only people know. */
function settingFix(host: Host, uri: string, key: string): readonly Fix[] {
  const needs = bindNeeds(host).filter((need) => need.key === key);
  const { uri: target, creates, edits } = settingsWriting(host, uri, needs.slice(0, 1));
  const title = fill(setIn, key, shortPath(target));
  return [{ title, safety: "unsafe", creates, edits: bareEdits(edits) }];
}

/** No file of settings says nothing at all: they may be made elsewhere. */
function judge(
  settings: readonly KernelSetting[],
  state: Effective<KernelSetting> | undefined,
): { readonly message: Text; readonly severity: Severity } {
  if (state !== undefined) return { message: messages.off, severity: "warning" };
  if (settings.length > 0) return { message: messages.missing, severity: "warning" };
  return { message: messages.unknown, severity: "information" };
}

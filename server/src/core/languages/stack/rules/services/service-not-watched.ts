import type { Host } from "../../../../model/cluster/host.ts";
import type { TrackerKind, VrrpInstance } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { covers, listenersOf } from "../../model/listening.ts";
import { hosts } from "../../model/parts.ts";

const message = text(
  'Nothing of "{0}" watches HAProxy: {1} stays here when it dies',
  '"{0}"没有监视 HAProxy：HAProxy 停止后 {1} 仍留在本机',
);
const listens = text("HAProxy listens on it here", "HAProxy 在此监听该地址");

/** What may tell that a process is gone. */
const watching: readonly TrackerKind[] = ["script", "process", "file"];

/** RFC 9568, section 1: VRRP only notices that the whole host is gone. */
export const serviceNotWatched: ClusterRule<Host> = {
  id: "stack/service-not-watched",
  severity: "information",
  scope: "cluster",
  parts: hosts,
  summary: text(
    "HAProxy listens on a virtual address, and the instance that holds it does not watch HAProxy.",
    "HAProxy 监听某个 VIP，而持有该 VIP 的实例没有监视 HAProxy。",
  ),
  why: text(
    "VRRP notices when a host or its network fails, not when a process does. Without a `track_script` or `track_process` the node keeps the address after HAProxy has died, and clients get refused while the other node stands by. Ignore this if something else stops keepalived then, such as a unit of systemd.",
    "VRRP 只能发现主机或网络故障，发现不了进程故障。没有 `track_script` 或 `track_process` 时，HAProxy 停止后节点仍持有 VIP，客户端连接被拒，而另一节点一直待命。若由其他机制（如 systemd 单元）在此时停止 keepalived，可忽略此提示。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
#             ^^^^ Nothing of "VI_1" watches HAProxy: 192.0.2.10 stays here when it dies
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
    http-request return status 200
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
vrrp_script chk_haproxy {
    script "/usr/bin/killall -0 haproxy"
    interval 2
    fall 2
    rise 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
    track_script {
        chk_haproxy
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 52
    priority 150
    virtual_ipaddress {
        198.51.100.1/24
    }
}
#- lb1/haproxy.cfg
frontend web
    mode http
    timeout client 10s
    bind 192.0.2.10:80 transparent
    bind :8404
    http-request return status 200
`,
  ],
  check(host, { report }) {
    for (const instance of host.facts.instances) {
      if (isWatched(instance, host)) continue;
      for (const { address, text: shown } of instance.addresses) {
        // Who listens on every address may have nothing to do with this one.
        const listener = listenersOf(host)?.find((one) => one.address !== undefined && covers(one, address));
        if (listener === undefined) continue;
        const related = [{ ...listener.at, message: listens }];
        report({ at: instance.at, message: fill(message, instance.name, shown), related });
        break;
      }
    }
  },
};

/** By a tracker of its own, of its group, or of a member of its group, with which it goes. */
function isWatched({ isPartial, group, trackers }: VrrpInstance, { facts }: Host): boolean {
  if (isPartial) return true;
  const members = group === undefined ? [] : facts.instances.filter((one) => one.group === group);
  return [...trackers, ...members.flatMap((one) => one.trackers)].some(({ kind }) => watching.includes(kind));
}

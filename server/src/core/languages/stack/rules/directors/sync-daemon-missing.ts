import type { Cluster, Host } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { syncMembers } from "../../model/syncDaemons.ts";
import { twoNodes } from "./example.ts";

const daemon = "global_defs {\n    lvs_sync_daemon eth0 VI_1\n}\n";

const extraMessage = text(
  "{0} copies no connections: they break when it takes over or gives back",
  "{0} 不同步连接：由它接管或交还时连接会中断",
);
const missingMessage = text(
  "{0} copies its connections, this node does not: they break when it takes over",
  "{0} 会同步连接，此节点不会：由它接管时连接会中断",
);
const distributes = text("{0} distributes too, without a sync daemon", "{0} 也在分发，但没有同步进程");
const copies = text("{0} has a sync daemon", "{0} 有同步进程");

/** keepalived/vrrp/vrrp_daemon.c: each node starts the sides that its own file names. */
export const syncDaemonMissing: ClusterRule<Cluster> = {
  id: "stack/sync-daemon-missing",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "A node that distributes with LVS and does not copy connections, as another node of its cluster does.",
    "同一集群中有的节点会同步 LVS 连接，有的不会。",
  ),
  why: text(
    "Connections survive a failover only where both nodes run a sync daemon: one sends what it has, the other keeps it for the day when it takes over. With one of them alone nobody listens, and each failover resets every connection. Write the same `lvs_sync_daemon` on all nodes.",
    "只有两个节点都运行同步进程时，连接才能在切换后保留：一方发送，另一方保存以备接管。只有一方运行时无人接收，每次切换都会重置所有连接。所有节点应写相同的 `lvs_sync_daemon`。",
  ),
  bad: [
    twoNodes(service(), service(), [
      `
global_defs {
    lvs_sync_daemon eth0 VI_1
#   ^^^^^^^^^^^^^^^ lb2 copies no connections: they break when it takes over or gives back
}
`,
      "",
    ]),
  ],
  good: [
    twoNodes(service(), service(), [daemon, daemon]),
    // What distributes on lb2 the files do not show.
    twoNodes(service(), "", [daemon, ""]),
  ],
  check(cluster, { report }) {
    const members = syncMembers(cluster);
    const lacking = cluster.hosts.flatMap((host) => lacks(host));
    if (members.length === 0 || lacking.length === 0) return;
    const names = (hosts: readonly { readonly host: Host }[]) => hosts.map(({ host }) => host.name).join(", ");
    // Rules that are loaded tell nothing of what is started elsewhere.
    const severity = members.every((one) => one.daemon.by === "keepalived") ? "warning" : "information";
    if (lacking.length < members.length) {
      const related = members.map(({ host, daemon: { at } }) => ({ ...at, message: fill(copies, host.name) }));
      for (const { at } of lacking) report({ at, message: fill(missingMessage, names(members)), severity, related });
      return;
    }
    const related = lacking.map(({ host, at }) => ({ ...at, message: fill(distributes, host.name) }));
    for (const one of members) {
      report({ at: one.daemon.at, message: fill(extraMessage, names(lacking)), severity, related });
    }
  },
};

/** A host that surely distributes and surely has no sync daemon, with its first virtual server. */
function lacks(
  host: Host,
): readonly { readonly host: Host; readonly at: Host["facts"]["virtualServers"][number]["at"] }[] {
  const { isPartial, syncDaemons, virtualServers } = host.facts;
  const first = virtualServers.find(({ by }) => by === "keepalived");
  return isPartial || syncDaemons.length > 0 || first === undefined ? [] : [{ host, at: first.at }];
}

function service(): string {
  return `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`;
}

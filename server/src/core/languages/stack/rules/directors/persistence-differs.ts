import type { Cluster } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { reportDifferences, type ServiceValue } from "../../model/serviceDifferences.ts";
import { sharedServices } from "../../model/virtualServers.ts";
import { twoNodes } from "./example.ts";

const none = text("not at all", "不保持");

const persistence: ServiceValue<number | undefined> = {
  message: text("Clients stay with their server {0} here, {1} on {2}", "客户端会话保持：此处为 {0}，{2} 上为 {1}"),
  show: (seconds) => (seconds === undefined ? none : `${seconds} s`),
  say: ({ service: { isPartial, persistence: value, persistenceAt, at } }) =>
    isPartial ? undefined : { value, at: persistenceAt ?? at },
};

/** net/netfilter/ipvs/ip_vs_core.c: ip_vs_sched_persist. */
export const persistenceDiffers: ClusterRule<Cluster> = {
  id: "stack/persistence-differs",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "A virtual server that keeps clients with their server for another time on another node.",
    "同一虚拟服务器在不同节点上的会话保持时间不同。",
  ),
  why: text(
    "A persistent service sends a client to the server that it came to last, for as long as `persistence_timeout` says. Where the node that takes over has no such line, or another time, clients change their server in the midst of a session, and what the server remembers of them is lost. Write the same on all nodes.",
    "持续性服务会在 `persistence_timeout` 规定的时间内把客户端送回上次的服务器。如果接管的节点没有这一行，或时间不同，客户端会在会话中途换到别的服务器，服务器上保存的会话信息就丢失了。所有节点应写得一致。",
  ),
  bad: [
    twoNodes(
      service(
        "    persistence_timeout 600\n#                       ^^^ Clients stay with their server 600 s here, 60 s on lb2\n",
      ),
      service(
        "    persistence_timeout 60\n#                       ^^ Clients stay with their server 60 s here, 600 s on lb1\n",
      ),
    ),
    twoNodes(
      service("    persistence_timeout 600\n#                       ^^^ 600 s here, not at all on lb2\n"),
      service("").replace("80 {\n", "80 {\n#              ^^^^^^^^^^ not at all here, 600 s on lb1\n"),
    ),
  ],
  good: [
    twoNodes(service("    persistence_timeout 360\n"), service("    persistence_timeout 360\n")),
    twoNodes(service(""), service("")),
  ],
  check(cluster, { report }) {
    for (const shared of sharedServices(cluster)) reportDifferences(shared, persistence, report);
  },
};

function service(line: string): string {
  return `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
${line}    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`;
}

import type { Cluster } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { reportDifferences, type ServiceValue } from "../../model/serviceDifferences.ts";
import { sharedServices } from "../../model/virtualServers.ts";
import { twoNodes } from "./example.ts";

const scheduler: ServiceValue<string> = {
  message: text(
    '"{0}" here, "{1}" on {2}: after a failover clients are spread otherwise',
    '此处为"{0}"，{2} 上为"{1}"：切换后客户端的分配方式会改变',
  ),
  show: (name) => name,
  // Where none is written keepalived complains of that, and no more needs to be said.
  say: ({ service }) => (service.isPartial ? undefined : service.scheduler),
};

/** net/netfilter/ipvs/ip_vs_sync.c copies connections, not services. */
export const schedulerDiffers: ClusterRule<Cluster> = {
  id: "stack/scheduler-differs",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "A virtual server with another scheduler on another node.",
    "同一虚拟服务器在不同节点上的调度算法不同。",
  ),
  why: text(
    "Each node distributes by its own file, and nothing compares them. With another scheduler the servers get other shares of the load after a failover, and where it goes by addresses (`sh`, `dh`, `mh`) clients come to other servers than before. Write the same `lb_algo` on all nodes.",
    "每个节点按自己的文件分发，没有任何程序会比较它们。调度算法不同时，切换后各服务器分到的负载会变；按地址散列的算法（`sh`、`dh`、`mh`）还会把客户端送到与之前不同的服务器。所有节点应写相同的 `lb_algo`。",
  ),
  bad: [
    twoNodes(
      service("rr").replace(
        "rr\n",
        'rr\n#           ^^ "rr" here, "wrr" on lb2: after a failover clients are spread otherwise\n',
      ),
      service("wrr").replace("wrr\n", 'wrr\n#           ^^^ "wrr" here, "rr" on lb1\n'),
    ),
  ],
  good: [twoNodes(service("rr"), service("rr"))],
  check(cluster, { report }) {
    for (const shared of sharedServices(cluster)) reportDifferences(shared, scheduler, report);
  },
};

function service(name: string): string {
  return `
virtual_server 192.0.2.10 80 {
    lb_algo ${name}
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`;
}

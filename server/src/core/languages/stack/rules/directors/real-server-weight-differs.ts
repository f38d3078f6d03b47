import type { Cluster } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { reportServers, type ServerPair, type ServerValue } from "../../model/serverDifferences.ts";
import { type ServiceMember, sharedServices } from "../../model/virtualServers.ts";
import { twoNodes } from "./example.ts";

/** Schedulers that ask no more of a weight than whether it is 0 (net/netfilter/ipvs: ip_vs_rr.c, ip_vs_lc.c, ip_vs_dh.c). */
const unweighted: ReadonlySet<string | undefined> = new Set(["rr", "lc", "dh"]);

const weight: ServerValue<number> = {
  message: text(
    "Weight {0} of {1} here, {2} on {3}: a failover shifts the load",
    "此处 {1} 的权重为 {0}，{3} 上为 {2}：切换后负载分布会改变",
  ),
  pick: (server) => server.weight,
  placeOf: (server) => server.weightAt,
  same: isSameShare,
  // Each may prefer itself, and no file tells which of them it is.
  mayBeMeant: (pairs) => sorted(pairs.map(([one]) => one.weight)) === sorted(pairs.map(([, other]) => other.weight)),
};

/** net/netfilter/ipvs/ip_vs_wrr.c: what counts is the ratio of the weights, and that a server of weight 0 gets nothing new. */
export const realServerWeightDiffers: ClusterRule<Cluster> = {
  id: "stack/real-server-weight-differs",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text("A real server whose weight is another one on another node.", "同一真实服务器在不同节点上的权重不同。"),
  why: text(
    "Each node distributes by its own weights. After a failover the servers get other shares than before, perhaps more than they can bear, and one of weight 0 that was meant to rest is used again. Only the ratio counts: weights that are all ten times as great say the same. Write the same weights on all nodes.",
    "每个节点按自己的权重分发。切换后各服务器分到的份额会变，可能超出其承受能力；本应停用的权重 0 的服务器也会重新启用。只有比例起作用：所有权重都放大十倍并无区别。所有节点应写相同的权重。",
  ),
  bad: [
    twoNodes(
      service("wrr", 3, "\n#              ^ Weight 3 of 198.51.100.11:80 here, 1 on lb2: a failover shifts the load"),
      service("wrr", 1, "\n#              ^ Weight 1 of 198.51.100.11:80 here, 3 on lb1"),
    ),
    twoNodes(
      service("rr", 0, "\n#              ^ Weight 0 of 198.51.100.11:80 here, 1 on lb2"),
      service("rr", 1, "\n#              ^ Weight 1 of 198.51.100.11:80 here, 0 on lb1"),
    ),
  ],
  good: [
    twoNodes(service("wrr", 3), service("wrr", 3)),
    twoNodes(service("wrr", 3, "", 1), service("wrr", 6, "", 2)),
    twoNodes(service("rr", 3), service("rr", 1)),
  ],
  check(cluster, { report }) {
    for (const shared of sharedServices(cluster)) reportServers(shared, weight, report);
  },
};

/** Whether the servers get the same shares. */
function isSameShare(pairs: readonly ServerPair[], a: ServiceMember, b: ServiceMember): boolean {
  const known = pairs.flatMap(([one, other]) =>
    one.weight === undefined || other.weight === undefined ? [] : [[one.weight, other.weight] as const],
  );
  if (known.some(([one, other]) => (one === 0) !== (other === 0))) return false;
  if ([a, b].every(({ service }) => unweighted.has(service.scheduler?.value))) return true;
  const [first] = known.filter(([one]) => one !== 0);
  return first === undefined || known.every(([one, other]) => one * first[1] === other * first[0]);
}

function sorted(weights: readonly (number | undefined)[]): string {
  return weights.map(String).sort().join(" ");
}

function service(scheduler: string, weight: number, mark = "", other = 1): string {
  return `
virtual_server 192.0.2.10 80 {
    lb_algo ${scheduler}
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        weight ${weight}${mark}
        TCP_CHECK {
        }
    }
    real_server 198.51.100.12 80 {
        weight ${other}
        TCP_CHECK {
        }
    }
}
`;
}

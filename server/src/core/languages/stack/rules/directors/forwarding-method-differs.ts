import type { Cluster } from "../../../../model/cluster/host.ts";
import type { ForwardingMethod, RealServer } from "../../../../model/facts.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { reportServers, type ServerValue } from "../../model/serverDifferences.ts";
import { sharedServices } from "../../model/virtualServers.ts";
import { twoNodes } from "./example.ts";

const method: ServerValue<ForwardingMethod> = {
  message: text(
    '"{0}" to {1} here, "{2}" on {3}: its replies need other ways',
    '此处以"{0}"转发到 {1}，{3} 上为"{2}"：回程路径不同',
  ),
  // Where none is written keepalived complains of that, and no more needs to be said.
  pick: ({ method: name, methodAt }) => (methodAt === undefined ? undefined : name),
  placeOf: (server) => server.methodAt,
  same: (pairs) => pairs.every((pair) => isSameMethod(...pair)),
};

/** keepalived.conf(5), lvs_method; ipvsadm(8), PACKET-FORWARDING-METHOD. */
export const forwardingMethodDiffers: ClusterRule<Cluster> = {
  id: "stack/forwarding-method-differs",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "A real server that another node reaches by another forwarding method.",
    "同一真实服务器在不同节点上的转发方式不同。",
  ),
  why: text(
    "A real server is prepared for one method: with `NAT` its replies go back through the director, with `DR` and `TUN` it holds the virtual address itself and answers directly. If the node that takes over uses another one, connections are copied in vain, and as a rule the server does not answer at all. Write the same `lb_kind` on all nodes.",
    "真实服务器是按一种方式准备的：`NAT` 的应答要经过调度节点返回，`DR` 和 `TUN` 则由服务器自己持有虚拟地址并直接应答。如果接管的节点使用另一种方式，同步过去的连接便无用，服务器通常根本不会应答。所有节点应写相同的 `lb_kind`。",
  ),
  bad: [
    twoNodes(
      service("DR", '\n#           ^^ "DR" to 198.51.100.11:80 here, "NAT" on lb2: its replies need other ways'),
      service("NAT", '\n#           ^^^ "NAT" to 198.51.100.11:80 here, "DR" on lb1'),
    ),
  ],
  good: [twoNodes(service("DR"), service("DR"))],
  check(cluster, { report }) {
    for (const shared of sharedServices(cluster)) reportServers(shared, method, report);
  },
};

function isSameMethod(one: RealServer, other: RealServer): boolean {
  return one.method === other.method || one.methodAt === undefined || other.methodAt === undefined;
}

function service(name: string, mark = ""): string {
  return `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind ${name}${mark}
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 198.51.100.12 80 {
        TCP_CHECK {
        }
    }
}
`;
}

import type { Cluster } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import type { Related } from "../../../../schema/problem.ts";
import { fill, text } from "../../../../text/localized.ts";
import { hostNames, oddOnes, oneSide } from "../../model/compare.ts";
import { clusters } from "../../model/parts.ts";
import {
  type ServiceMember,
  serverNames,
  serversWithout,
  sharedServices,
  withoutDirectors,
} from "../../model/virtualServers.ts";
import { twoNodes } from "./example.ts";

const messages = {
  extra: text(
    "{0} is not used on {2}: a failover changes who serves",
    "{2} 上没有使用 {0}：切换后提供服务的服务器会改变",
  ),
  missing: text(
    "{1} of {2} missing here: a failover changes who serves",
    "此处缺少 {2} 上的 {1}：切换后提供服务的服务器会改变",
  ),
  swapped: text(
    "{0} here, {1} on {2}: a failover changes who serves",
    "此处为 {0}，{2} 上为 {1}：切换后提供服务的服务器会改变",
  ),
};
const usedThere = text("{0} uses {1}", "{0} 使用 {1}");
const serviceThere = text("{0}: {1} is not among its servers", "{0}：真实服务器中没有 {1}");

/** Each director distributes by a table of its own; keepalived/check compares nothing with other nodes. */
export const realServersDiffer: ClusterRule<Cluster> = {
  id: "stack/real-servers-differ",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "A virtual server with other real servers on another node.",
    "同一虚拟服务器在不同节点上的真实服务器不同。",
  ),
  why: text(
    "Each node distributes to the real servers of its own file, and nothing compares these. A server that only one node knows gets nothing after a failover, its connections break, and the others have to bear its load; one that was taken out of service on a single node comes back. Nodes that are real servers themselves may leave themselves out.",
    "每个节点只分发给自己文件中的真实服务器，没有任何程序会比较它们。只有一个节点知道的服务器在切换后得不到请求，其连接会中断，负载由其余服务器承担；只在一个节点上下线的服务器会重新上线。节点本身也是真实服务器时，可以不列出自己。",
  ),
  bad: [
    twoNodes(
      service("198.51.100.11 80", "198.51.100.12 80").replace(
        "12 80 {\n",
        "12 80 {\n#               ^^^^^^^^^^^^^^^^ 198.51.100.12:80 is not used on lb2: a failover changes who serves\n",
      ),
      service("198.51.100.11 80").replace(
        "10 80 {\n",
        "10 80 {\n#              ^^^^^^^^^^ 198.51.100.12:80 of lb1 missing here\n",
      ),
    ),
    twoNodes(
      service("198.51.100.11 80", "198.51.100.12 80").replace(
        "12 80 {\n",
        "12 80 {\n#               ^^^^^^^^^^^^^^^^ 198.51.100.12:80 here, 198.51.100.12:8080 on lb2\n",
      ),
      service("198.51.100.11 80", "198.51.100.12 8080").replace(
        "12 8080 {\n",
        "12 8080 {\n#               ^^^^^^^^^^^^^^^^^^ 198.51.100.12:8080 here, 198.51.100.12:80 on lb1\n",
      ),
    ),
  ],
  good: [
    twoNodes(service("198.51.100.11 80", "198.51.100.12 80"), service("198.51.100.12 80", "198.51.100.11 80")),
    // Each node leaves itself out.
    twoNodes(service("198.51.100.11 80", "192.0.2.2 80"), service("198.51.100.11 80", "192.0.2.1 80")),
    twoNodes(service("198.51.100.11 80", "127.0.0.1 80"), service("198.51.100.11 80", "192.0.2.1 80")),
  ],
  check(cluster, { report }) {
    for (const all of sharedServices(cluster)) {
      const { members } = withoutDirectors(all);
      for (const { one, others } of oddOnes({ members }, said, isSameSet)) {
        const side = oneSide(others, isSameSet);
        if (side === undefined) continue;
        const [here, there] = [one.member.service, side[0].member.service];
        const [extra, missing] = [serversWithout(here, there), serversWithout(there, here)];
        const names = [serverNames(here, extra), serverNames(there, missing)] as const;
        const message =
          extra.length === 0 ? messages.missing : missing.length === 0 ? messages.extra : messages.swapped;
        // Perhaps each of them leaves itself out, and no file tells their addresses.
        const mayBeLocal =
          extra.length === 1 && missing.length === 1 && members.some(({ host }) => host.addresses.length === 0);
        report({
          at: extra[0]?.at ?? here.at,
          message: fill(message, ...names, hostNames(side)),
          related: side.flatMap(({ member }) => related(member, here, names[0])),
          ...(mayBeLocal ? { severity: "information" as const } : {}),
        });
      }
    }
  },
};

function said(member: ServiceMember) {
  const { isPartial, at } = member.service;
  return isPartial ? undefined : { value: member.service, at };
}

function isSameSet(a: ServiceMember["service"], b: ServiceMember["service"]): boolean {
  return serversWithout(a, b).length === 0 && serversWithout(b, a).length === 0;
}

/** The servers that only the other host has, or the virtual server of it that lacks some. */
function related({ host, service }: ServiceMember, here: ServiceMember["service"], extra: string): readonly Related[] {
  const own = serversWithout(service, here);
  if (own.length === 0) return [{ ...service.at, message: fill(serviceThere, host.name, extra) }];
  return own.map((server) => ({ ...server.at, message: fill(usedThere, host.name, serverNames(service, [server])) }));
}

function service(...servers: readonly string[]): string {
  const blocks = servers.map((server) => `    real_server ${server} {\n        TCP_CHECK {\n        }\n    }\n`);
  return `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
${blocks.join("")}}
`;
}

import type { Cluster, Host } from "../../../../model/cluster/host.ts";
import type { VirtualAddress, VirtualServer } from "../../../../model/facts.ts";
import { sameAddress } from "../../../../net/address.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { clusters } from "../../model/parts.ts";
import { keyOf, nameOf, servicesOf } from "../../model/virtualServers.ts";
import { twoNodes } from "./example.ts";

const extraMessage = text(
  "{0} is no virtual server on {1}: after a failover nobody serves it",
  "{1} 上没有虚拟服务器 {0}：切换后无人提供该服务",
);
const missingMessage = text(
  "{0} is a virtual server on {1}, not here: after a failover nobody serves it",
  "{1} 上有虚拟服务器 {0}，此处没有：切换后无人提供该服务",
);
const heldThere = text("{0} takes the address over", "{0} 会接管该地址");
const servedThere = text("The virtual server on {0}", "{0} 上的虚拟服务器");

/** A virtual server of some hosts, and those that hold its address in its stead and do not serve it. */
interface Gap {
  readonly name: string;
  readonly having: readonly Serving[];
  readonly lacking: readonly Lacking[];
}

interface Serving {
  readonly host: Host;
  readonly service: VirtualServer;
}

interface Lacking {
  readonly host: Host;
  readonly address: VirtualAddress;
}

/** keepalived sets up on each node what its own file says; an address moves alone. */
export const virtualServerMissing: ClusterRule<Cluster> = {
  id: "stack/virtual-server-missing",
  severity: "warning",
  scope: "cluster",
  parts: clusters,
  summary: text(
    "A virtual server that is missing on a node that takes its address over.",
    "会接管地址的节点上缺少对应的虚拟服务器。",
  ),
  why: text(
    "Only the address moves on a failover, what is served at it each node reads in its own file. Here the other node has virtual servers too, but not this one: after a failover connections to it end at the node itself, where nobody listens. Write the same virtual servers on all nodes that share the address.",
    "切换时移动的只有地址，在该地址上提供什么服务由每个节点自己的文件决定。另一节点也有虚拟服务器，却缺少这一个：切换后，到它的连接会终止于节点本身，而那里没有进程监听。共用该地址的所有节点应写相同的虚拟服务器。",
  ),
  bad: [
    twoNodes(
      service(80) +
        service(443).replace(
          "443 {\n",
          "443 {\n#              ^^^^^^^^^^ 192.0.2.10:443 is no virtual server on lb2: after a failover nobody serves it\n",
        ),
      service(80),
    ),
  ],
  good: [
    twoNodes(service(80) + service(443), service(443) + service(80)),
    // It is not known whether another file of lb2 has any.
    twoNodes(service(80), ""),
    // The address does not move.
    twoNodes(service(80) + service(443, "192.0.2.99"), service(80)),
  ],
  check(cluster, { report }) {
    for (const { name, having, lacking } of gapsOf(cluster)) {
      const isOdd = lacking.length < having.length;
      if (isOdd) {
        for (const { address } of lacking) {
          report({
            at: address.at,
            message: fill(missingMessage, name, namesOf(having)),
            related: having.map((one) => ({ ...one.service.at, message: fill(servedThere, one.host.name) })),
          });
        }
        continue;
      }
      for (const { service: own } of having) {
        report({
          at: own.at,
          message: fill(extraMessage, name, namesOf(lacking)),
          related: lacking.map(({ host, address }) => ({ ...address.at, message: fill(heldThere, host.name) })),
        });
      }
    }
  },
};

function gapsOf(cluster: Cluster): readonly Gap[] {
  const tables = cluster.hosts.map((host) => ({ host, services: servicesOf(host, "keepalived") }));
  const keys = new Set(tables.flatMap(({ services }) => [...services.keys()]));
  return [...keys].flatMap((key): Gap[] => {
    const having = tables.flatMap(({ host, services }): Serving[] => {
      const found = services.get(key);
      return found === undefined ? [] : [{ host, service: found }];
    });
    const [first] = having;
    if (first === undefined) return [];
    const { host, service: own } = first;
    const lacking = tables.flatMap((other) => (other.services.has(key) ? [] : lack(cluster, host, other.host, own)));
    return lacking.length === 0 ? [] : [{ name: nameOf(own), having, lacking }];
  });
}

/** Whether another host takes the address of a virtual server over and surely does not serve it. */
function lack(cluster: Cluster, from: Host, other: Host, service: VirtualServer): readonly Lacking[] {
  const { facts } = other;
  const own = facts.virtualServers;
  if (other === from || facts.isPartial || own.length === 0 || own.some((one) => mayServe(one, service))) return [];
  if (facts.listeners.some((one) => isAt(one.address, service) && one.from <= service.port && service.port <= one.to)) {
    return [];
  }
  const router = cluster.routers.find(
    ({ members }) =>
      members.some(({ host, instance }) => host === from && isHeld(instance.addresses, service)) &&
      members.some(({ host }) => host === other),
  );
  const address = router?.members
    .find(({ host }) => host === other)
    ?.instance.addresses.find((one) => isAt(one.address, service));
  return address === undefined ? [] : [{ host: other, address }];
}

/** The same, one for every port, one of a mark that may stand for it, or one that is not known in full. */
function mayServe(one: VirtualServer, service: VirtualServer): boolean {
  if (one.isPartial || one.mark !== undefined || keyOf(one) === keyOf(service)) return true;
  return one.port === 0 && one.protocol === service.protocol && isAt(one.address, service);
}

function isHeld(addresses: readonly VirtualAddress[], service: VirtualServer): boolean {
  return addresses.some(({ address }) => isAt(address, service));
}

/** Every address is that of the service too. */
function isAt(address: VirtualServer["address"], service: VirtualServer): boolean {
  return service.address !== undefined && (address === undefined || sameAddress(address, service.address));
}

function namesOf(hosts: readonly { readonly host: Host }[]): string {
  return hosts.map(({ host }) => host.name).join(", ");
}

function service(port: number, address = "192.0.2.10"): string {
  return `
virtual_server ${address} ${port} {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 ${port} {
        TCP_CHECK {
        }
    }
}
`.replace(/^\n/, "");
}

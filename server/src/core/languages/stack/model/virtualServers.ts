/**
 * Virtual servers of the hosts of a cluster beside each other. LVS keeps a table of its own on each host, and the host
 * that takes an address over serves what its own table says.
 */
import type { Cluster, Host } from "../../../model/cluster/host.ts";
import type { RealServer, VirtualServer } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";
import { type Address, formatAddress, isLoopback, sameAddress } from "../../../net/address.ts";
import type { Location } from "../../../schema/problem.ts";

/** A virtual server on one host. */
export interface ServiceMember {
  readonly host: Host;
  readonly service: VirtualServer;
}

/** What several hosts of a cluster distribute, each in its own way. */
export interface SharedService {
  /** For messages, such as `192.0.2.10:80`. */
  readonly name: string;
  /** In the order of the hosts, one of each. */
  readonly members: readonly ServiceMember[];
}

/**
 * What keepalived sets up on more than one host of a cluster. Entries of one group have the same servers on each host:
 * of those that all hosts share only the first is told.
 */
export const sharedServices: (cluster: Cluster) => readonly SharedService[] = derived(({ hosts }) => {
  const byKey = new Map<string, ServiceMember[]>();
  for (const host of hosts) {
    for (const [key, service] of servicesOf(host, "keepalived")) {
      const members = byKey.get(key);
      if (members === undefined) byKey.set(key, [{ host, service }]);
      else members.push({ host, service });
    }
  }
  const found: SharedService[] = [];
  const byServers = new Map<readonly RealServer[], (readonly ServiceMember[])[]>();
  for (const members of byKey.values()) {
    const [first] = members;
    if (first === undefined || members.length < 2) continue;
    const alike = byServers.get(first.service.servers) ?? [];
    if (alike.some((other) => isSameGroup(other, members))) continue;
    byServers.set(first.service.servers, [...alike, members]);
    found.push({ name: nameOf(first.service), members });
  }
  return found;
});

/** The virtual servers of a host by what tells them apart; those that stand there twice are left out. */
export function servicesOf({ facts }: Host, by: VirtualServer["by"]): ReadonlyMap<string, VirtualServer> {
  const found = new Map<string, VirtualServer>();
  const repeated = new Set<string>();
  for (const service of facts.virtualServers) {
    if (service.by !== by) continue;
    const key = keyOf(service);
    if (key === undefined || found.has(key)) repeated.add(key ?? "");
    else found.set(key, service);
  }
  for (const key of repeated) found.delete(key);
  return found;
}

/** What the kernel tells virtual servers apart by (ip_vs_ctl.c: ip_vs_svc_hashkey); undefined where that is not known. */
export function keyOf({ mark, family, address, protocol, port }: VirtualServer): string | undefined {
  if (mark !== undefined) return `mark ${mark} ${family ?? 4}`;
  return address === undefined ? undefined : `${protocol} ${address.bytes.join(".")} ${port}`;
}

/** A virtual server for a message. */
export function nameOf({ mark, address, port }: VirtualServer): string {
  return mark === undefined ? endpointName(address, port) : `fwmark ${mark}`;
}

/** A real server for a message: `10.0.0.11:80`. */
export function serverName(service: VirtualServer, server: RealServer): string {
  return endpointName(server.address, portOf(service, server));
}

/** Servers one after the other; of many the first ones and the number of the others. */
export function serverNames(service: VirtualServer, servers: readonly RealServer[]): string {
  const most = 2;
  const names = servers.map((server) => serverName(service, server));
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most - 1).join(", ")} (+${names.length - most + 1})`;
}

/** The servers of a list that are not in another. */
export function serversWithout(service: VirtualServer, other: VirtualServer): readonly RealServer[] {
  return service.servers.filter((server) => serverIn(other, service, server) === undefined);
}

/** The server of a virtual server that is the same as one of another. */
export function serverIn(service: VirtualServer, other: VirtualServer, server: RealServer): RealServer | undefined {
  const port = portOf(other, server);
  return service.servers.find((one) => sameAddress(one.address, server.address) && portOf(service, one) === port);
}

/**
 * The same virtual server without real servers that are hosts of the cluster themselves: each may leave itself out, or
 * call itself by another address.
 */
export function withoutDirectors({ name, members }: SharedService): SharedService {
  const own = members.flatMap(({ host }) => host.addresses.map(({ address }) => address));
  const isDirector = ({ address }: RealServer) => isLoopback(address) || own.some((one) => sameAddress(one, address));
  return {
    name,
    members: members.map(({ host, service }) => ({
      host,
      service: { ...service, servers: service.servers.filter((server) => !isDirector(server)) },
    })),
  };
}

/** Whether two places are the same words. */
export function isSamePlace(a: Location, b: Location): boolean {
  return a.source.uri === b.source.uri && a.source.section === b.source.section && a.start === b.start;
}

/** Only NAT changes ports; the others send on what came in (keepalived/check/ipwrapper.c: link_vsg_to_vs). */
function portOf(service: VirtualServer, { method, port }: RealServer): number {
  return method === "NAT" && port !== 0 ? port : service.mark === undefined ? service.port : port;
}

function endpointName(address: Address | undefined, port: number): string {
  const written = address === undefined ? "" : formatAddress(address);
  const host = address?.family === 6 ? `[${written}]` : written;
  return port === 0 ? host : `${host}:${port}`;
}

/** The same blocks, by another address, port or mark of their groups. */
function isSameGroup(one: readonly ServiceMember[], other: readonly ServiceMember[]): boolean {
  return one.length === other.length && one.every(({ service }, at) => service.servers === other[at]?.service.servers);
}

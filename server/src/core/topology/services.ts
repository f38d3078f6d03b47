/**
 * What sends connections on, and to whom: backends of proxies and virtual servers of LVS. Hosts of one cluster have the
 * same ones, so each is drawn once; hosts of one folder share their servers.
 */
import type { Cluster, Host } from "../model/cluster/host.ts";
import type { ProxySection, RealServer, VirtualServer } from "../model/facts.ts";
import { formatAddress, sameAddress } from "../net/address.ts";
import type { Location } from "../schema/problem.ts";
import type { ServiceDraft } from "./draft.ts";
import type { GraphEdge, SendEdge, ServiceNode } from "./graph.ts";
import { instanceId, listenerId, whole } from "./hostCard.ts";
import { edgeId, idOf } from "./ids.ts";
import { type SentTo, type Surroundings, sentTo, type Target } from "./servers.ts";

interface Found {
  readonly by: ServiceNode["by"];
  readonly name: string;
  scheduler: string | undefined;
  readonly hosts: Set<string>;
  readonly sources: Location[];
}

/** Gathers the services of one cluster. */
class Services {
  readonly found = new Map<string, Found>();
  readonly edges = new Map<string, GraphEdge>();
  readonly servers: SentTo[] = [];
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  add(by: ServiceNode["by"], name: string, host: Host, scheduler: string | undefined, sources: readonly Location[]) {
    const id = idOf("service", this.#key, by, name);
    const one = this.found.get(id) ?? { by, name, scheduler, hosts: new Set(), sources: [] };
    this.found.set(id, one);
    one.scheduler ??= scheduler;
    one.hosts.add(host.name);
    one.sources.push(...sources);
    return id;
  }

  serve(from: string, to: string): void {
    const id = edgeId("serve", from, to);
    this.edges.set(id, { kind: "serve", id, from, to });
  }

  send(from: string, server: SentTo, more: Omit<SendEdge, "kind" | "id" | "from" | "to">): void {
    this.servers.push(server);
    const to = server.id;
    const id = edgeId("send", from, to);
    if (!this.edges.has(id)) this.edges.set(id, { kind: "send", id, from, to, ...more });
  }
}

/** The services of a cluster, which `key` tells from those of others, with the edges to and from them, and the servers at their ends. */
export function servicesOf(
  { hosts }: Cluster,
  key: string,
  called: (host: Host) => string,
  around: Surroundings,
): {
  readonly nodes: readonly ServiceDraft[];
  readonly edges: readonly GraphEdge[];
  readonly servers: readonly SentTo[];
} {
  const services = new Services(key);
  for (const host of hosts) {
    const input: Input = { host, called: called(host), services, find: (target) => sentTo(host, target, around) };
    addProxies(input, host.facts.proxies);
    for (const service of host.facts.virtualServers) addVirtualServer(input, service);
  }
  const nodes = [...services.found].map(
    ([id, { hosts: on, ...rest }]): ServiceDraft => ({ kind: "service", id, ...rest, hosts: [...on] }),
  );
  return { nodes, edges: [...services.edges.values()], servers: services.servers };
}

interface Input {
  readonly host: Host;
  readonly called: string;
  readonly services: Services;
  readonly find: (target: Target) => SentTo;
}

function addProxies({ host, called, services, find }: Input, proxies: readonly ProxySection[]): void {
  const byOwner = new Map<string, string>();
  for (const proxy of proxies) {
    if (!proxy.sends || (proxy.targets.length === 0 && proxy.sockets.length > 0)) continue;
    const { process, name, owner, scheduler, at, block } = proxy;
    const id = services.add("haproxy", name, host, scheduler?.value, [at, whole(block)]);
    byOwner.set(`${process} ${owner}`, id);
    for (const target of proxy.targets) {
      const { address, host: word, port, weight, isBackup } = target;
      const server = find({ name: target.name, address, word, port, at: target.at });
      services.send(id, server, { method: undefined, port, weight, isBackup });
    }
  }
  for (const { process, owner, sockets, routes } of proxies) {
    if (sockets.length === 0) continue;
    for (const to of new Set([owner, ...routes.map(({ value }) => value)])) {
      const id = byOwner.get(`${process} ${to}`);
      if (id !== undefined) services.serve(listenerId(called, process, owner), id);
    }
  }
}

function addVirtualServer({ host, called, services, find }: Input, service: VirtualServer): void {
  const id = services.add(service.by, serviceName(service), host, service.scheduler?.value, [service.at]);
  const send = (server: RealServer, isBackup: boolean) => {
    const { address, method, weight, at } = server;
    const port = server.port === 0 ? service.port || undefined : server.port;
    const name = formatAddress(address);
    services.send(id, find({ name, address, word: name, port, at }), { method, port, weight, isBackup });
  };
  for (const server of service.servers) send(server, false);
  if (service.sorry !== undefined) send(service.sorry, true);
  const { address } = service;
  const holders = host.facts.instances.filter(({ addresses }) =>
    addresses.some((one) => address !== undefined && sameAddress(one.address, address)),
  );
  for (const holder of holders) services.serve(instanceId(called, holder), id);
  if (holders.length === 0) services.serve(idOf("host", called), id);
}

/** `TCP 192.0.2.10:80`, `UDP [2001:db8::1]:53`, `fwmark 3`. */
function serviceName({ address, mark, port, protocol }: VirtualServer): string {
  if (address === undefined) return `fwmark ${mark ?? "?"}`;
  const written = formatAddress(address);
  const host = address.family === 6 && port !== 0 ? `[${written}]` : written;
  return `${protocol} ${port === 0 ? host : `${host}:${port}`}`;
}

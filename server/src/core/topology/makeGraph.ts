/**
 * Makes the graph of an estate. What is made of a cluster is kept while the cluster is the same object, and a node stays
 * the same object while neither it nor its lines nor what is wrong in them has changed: an edit costs what it touches.
 */
import type { Estate, Host } from "../model/cluster/host.ts";
import { addressesOf } from "./addresses.ts";
import type { HostDraft, NodeDraft } from "./draft.ts";
import type { Graph, GraphCluster, GraphEdge } from "./graph.ts";
import { filesOf, type KernelLine, rowsOf } from "./hostCard.ts";
import { clusterNames, edgeId, eventNames, idOf } from "./ids.ts";
import { networkNames } from "./networks.ts";
import { rolesOf } from "./roles.ts";
import { ServerPool } from "./servers.ts";
import { servicesOf } from "./services.ts";
import { isSame, type Places, Settler, summary } from "./settle.ts";

export interface GraphInput extends Places {
  readonly estate: Estate;
  /** Settings of the kernel that a host needs or has, as far as they matter. */
  readonly kernel: (host: Host) => readonly KernelLine[];
  /** A number that changes with each edit of a file. */
  readonly revision: (uri: string) => number;
}

/** Makes graphs of an estate again and again. */
export class GraphMaker {
  readonly #settler = new Settler();
  #graph: Graph = {
    nodes: [],
    edges: [],
    clusters: [],
    problems: { error: 0, warning: 0, information: 0 },
    daemons: [],
  };

  /** The graph of all hosts; the same object while it says the same. */
  make(input: GraphInput): Graph {
    const { estate, locale } = input;
    const draft = draftOf(input);
    const problems = [...input.problems.values()].flat();
    const graph: Graph = {
      nodes: this.#settler.settle(draft.nodes, input, input.revision),
      edges: draft.edges,
      clusters: draft.clusters,
      problems: summary(problems, locale).problems,
      daemons: daemonsOf(estate.hosts),
    };
    if (!isSame(this.#graph, graph)) this.#graph = graph;
    return this.#graph;
  }
}

interface Draft {
  readonly nodes: readonly NodeDraft[];
  readonly edges: readonly GraphEdge[];
  readonly clusters: readonly GraphCluster[];
}

function draftOf(input: GraphInput): Draft {
  const { estate, kernel } = input;
  const names = eventNames(estate);
  const titles = clusterNames(estate);
  const called = (host: Host) => names.get(host) ?? host.id;
  const cards = {
    called,
    cardOf: (host: Host) => (isPlain(host) ? undefined : idOf("host", called(host))),
    rowsOf: (host: Host) =>
      rowsOf({ host, called: called(host), roles: undefined, networkOf: (on) => on, kernel: kernel(host) }),
  };
  const pool = new ServerPool(estate, cards);
  const parts = estate.clusters.map((cluster) => {
    const [first] = cluster.hosts;
    const key = first === undefined ? cluster.id : called(first);
    const clusterId = idOf("cluster", key);
    const roles = rolesOf(cluster, estate.networks);
    const networkOf = networkNames(cluster, estate.networks, roles);
    const addresses = addressesOf(cluster, key, called, roles);
    const services = servicesOf(cluster, key, called, pool);
    return { cluster, clusterId, roles, networkOf, addresses, services };
  });
  const plain = pool.plainHosts;
  const nodes: NodeDraft[] = [];
  const hosts: NodeDraft[] = [];
  const services: NodeDraft[] = [];
  const edges: GraphEdge[] = [];
  const clusters: GraphCluster[] = [];
  const clients = "clients";
  for (const { cluster, clusterId, roles, networkOf, addresses, services: own } of parts) {
    const shown = cluster.hosts.filter((host) => !plain.has(host));
    if (shown.length === 0) continue;
    const ask = (to: string): GraphEdge => ({ kind: "ask", id: edgeId("ask", clients, to), from: clients, to });
    nodes.push(...addresses.nodes);
    edges.push(...addresses.nodes.map(({ id }) => ask(id)), ...addresses.edges, ...own.edges);
    services.push(...own.nodes);
    for (const host of shown) {
      const rows = rowsOf({
        host,
        called: called(host),
        roles,
        networkOf: (on) => networkOf(host, on),
        kernel: kernel(host),
      });
      const card: HostDraft = {
        kind: "host",
        id: idOf("host", called(host)),
        name: host.name,
        eventName: called(host),
        files: filesOf(host),
        cluster: clusterId,
        rows,
        sources: [],
      };
      hosts.push(card);
      if (host.facts.instances.length > 0) continue;
      for (const row of rows) if (row.kind === "listener") edges.push(ask(row.id));
    }
    clusters.push({
      id: clusterId,
      name: titles.get(cluster) ?? cluster.name,
      hosts: shown.map((host) => idOf("host", called(host))),
    });
  }
  const hasClients = edges.some(({ kind }) => kind === "ask");
  const outside: readonly NodeDraft[] = hasClients ? [{ kind: "clients", id: clients, sources: [] }] : [];
  return { nodes: [...outside, ...nodes, ...hosts, ...services, ...pool.drafts], edges, clusters };
}

/** It may be a server, and is nothing else. */
function isPlain({ facts }: Host): boolean {
  return facts.instances.length === 0 && facts.proxies.length === 0 && facts.virtualServers.length === 0;
}

/** `keepalived 2.2`, each once. */
function daemonsOf(hosts: readonly Host[]): readonly string[] {
  const found = hosts.flatMap(({ configurations }) =>
    configurations.map(({ language, version }) => `${language.title} ${version.split(".").slice(0, 2).join(".")}`),
  );
  return [...new Set(found)];
}

/**
 * Makes the graph of an estate. What is made of a cluster is kept while the cluster is the same, and a node stays the
 * same object while neither it nor its lines nor what is wrong in them has changed: an edit costs what it touches.
 */
import type { Estate, Host } from "../model/cluster/host.ts";
import type { Problem } from "../schema/problem.ts";
import { type ClusterPart, partOf } from "./clusterPart.ts";
import type { NodeDraft, RowDraft } from "./draft.ts";
import type { Graph, GraphCluster, GraphEdge } from "./graph.ts";
import { type KernelLine, rowsOf } from "./hostCard.ts";
import { HostIndexKeeper } from "./hostIndex.ts";
import { clusterNames, edgeId, eventNames, idOf, siteNames } from "./ids.ts";
import { type SentTo, ServerMaker } from "./servers.ts";
import { countsOf, isSame, type Places, Settler } from "./settle.ts";

export interface GraphInput extends Places {
  readonly estate: Estate;
  /** Settings of the kernel that a host needs or has, as far as they matter. */
  readonly kernel: (host: Host) => readonly KernelLine[];
  /** A number that changes with each edit of a file. */
  readonly revision: (uri: string) => number;
}

interface Draft {
  readonly nodes: readonly NodeDraft[];
  readonly edges: readonly GraphEdge[];
  readonly clusters: readonly GraphCluster[];
}

const clients = "clients";

/** A graph of nothing. */
export const emptyGraph: Graph = {
  nodes: [],
  edges: [],
  clusters: [],
  problems: { error: 0, warning: 0, information: 0 },
  daemons: [],
};

/** Makes graphs of an estate again and again. */
export class GraphMaker {
  readonly #settler = new Settler();
  readonly #index = new HostIndexKeeper();
  readonly #servers = new ServerMaker();
  /** Rows of hosts that are servers and nothing else. */
  readonly #rows = new WeakMap<Host, { readonly words: string; readonly rows: readonly RowDraft[] }>();
  readonly #asks = new Map<string, GraphEdge>();
  #graph: Graph = emptyGraph;

  /** The graph of all hosts; the same object while it says the same. */
  make(input: GraphInput): Graph {
    const { estate, problems } = input;
    const draft = this.#draft(input);
    const all: readonly Problem[] = [...problems.values()].flat();
    const graph: Graph = {
      nodes: this.#settler.settle(draft.nodes, input, input.revision),
      edges: draft.edges,
      clusters: draft.clusters,
      problems: countsOf(all),
      daemons: daemonsOf(estate.hosts),
    };
    if (!isSame(this.#graph, graph)) this.#graph = graph;
    return this.#graph;
  }

  #draft(input: GraphInput): Draft {
    const { estate } = input;
    const names = eventNames(estate);
    const called = (host: Host) => names.get(host) ?? host.id;
    const kernels = new Map(estate.hosts.map((host) => [host, input.kernel(host)]));
    const kernel = (host: Host) => kernels.get(host) ?? [];
    const byId = new Map(estate.hosts.map((host) => [host.id, host]));
    const cardOf = (host: Host) => (isPlain(host) ? undefined : idOf("host", called(host)));
    const around = {
      index: this.#index.of(estate),
      siteOf: siteNames(estate),
      cardOf: (id: string) => {
        const host = byId.get(id);
        return host === undefined ? undefined : { called: called(host), card: cardOf(host) };
      },
    };
    const parts = estate.clusters.map((cluster) =>
      partOf(cluster, { networks: estate.networks, called, kernel, around }),
    );
    const sent = parts.flatMap(({ servers }) => servers);
    const servers = this.#servers.make(sent, {
      hostOf: (id) => byId.get(id),
      cardOf,
      rowsOf: (host) => this.#plainRows(host, called(host), kernel(host)),
    });
    return this.#join(estate, parts, { servers, plain: plainHosts(sent, byId) });
  }

  #plainRows(host: Host, called: string, kernel: readonly KernelLine[]): readonly RowDraft[] {
    const words = [called, ...kernel.map(({ text }) => text)].join("\0");
    const before = this.#rows.get(host);
    if (before?.words === words) return before.rows;
    const rows = rowsOf({ host, called, roles: undefined, networkOf: (on) => on, kernel });
    this.#rows.set(host, { words, rows });
    return rows;
  }

  /** All parts together; hosts that are nothing but servers have no card. */
  #join(
    estate: Estate,
    parts: readonly ClusterPart[],
    { servers, plain }: { readonly servers: readonly NodeDraft[]; readonly plain: ReadonlySet<Host> },
  ): Draft {
    const names = clusterNames(estate);
    const edges: GraphEdge[] = [];
    const clusters: GraphCluster[] = [];
    const hosts: NodeDraft[] = [];
    for (const [at, part] of parts.entries()) {
      const cluster = estate.clusters[at];
      const shown = part.hosts.filter(({ host }) => !plain.has(host));
      if (cluster === undefined || shown.length === 0) continue;
      for (const { id } of part.addresses) edges.push(this.#ask(id));
      edges.push(...part.edges);
      for (const { host, card } of shown) {
        hosts.push(card);
        if (host.facts.instances.length > 0) continue;
        for (const row of card.rows) if (row.kind === "listener") edges.push(this.#ask(row.id));
      }
      const name = names.get(cluster) ?? cluster.name;
      clusters.push({ id: part.id, name, hosts: shown.map(({ card }) => card.id) });
    }
    const hasClients = edges.some(({ kind }) => kind === "ask");
    return {
      nodes: [
        ...(hasClients ? [outside] : []),
        ...parts.flatMap(({ addresses }) => addresses),
        ...hosts,
        ...parts.flatMap(({ services }) => services),
        ...servers,
      ],
      edges,
      clusters,
    };
  }

  #ask(to: string): GraphEdge {
    const edge: GraphEdge = this.#asks.get(to) ?? { kind: "ask", id: edgeId("ask", clients, to), from: clients, to };
    this.#asks.set(to, edge);
    return edge;
  }
}

const outside: NodeDraft = { kind: "clients", id: clients, sources: [] };

/** It may be a server, and is nothing else. */
function isPlain({ facts }: Host): boolean {
  return facts.instances.length === 0 && facts.proxies.length === 0 && facts.virtualServers.length === 0;
}

function plainHosts(sent: readonly SentTo[], byId: ReadonlyMap<string, Host>): ReadonlySet<Host> {
  return new Set(
    sent.flatMap(({ host: id }) => {
      const host = id === undefined ? undefined : byId.get(id);
      return host !== undefined && isPlain(host) ? [host] : [];
    }),
  );
}

/** `keepalived 2.2`, each once. */
function daemonsOf(hosts: readonly Host[]): readonly string[] {
  const found = hosts.flatMap(({ configurations }) =>
    configurations.map(({ language, version }) => `${language.title} ${version.split(".").slice(0, 2).join(".")}`),
  );
  return [...new Set(found)];
}

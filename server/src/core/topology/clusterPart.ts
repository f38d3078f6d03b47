/** What the graph shows of one cluster, before places are told; made anew only when something of it has changed. */
import type { Cluster, Host, Network } from "../model/cluster/host.ts";
import { addressesOf } from "./addresses.ts";
import type { HostDraft, NodeDraft } from "./draft.ts";
import type { GraphEdge } from "./graph.ts";
import { filesOf, type KernelLine, rowsOf } from "./hostCard.ts";
import { idOf } from "./ids.ts";
import { networkNames } from "./networks.ts";
import { rolesOf } from "./roles.ts";
import type { SentTo, Surroundings } from "./servers.ts";
import { servicesOf } from "./services.ts";

export interface ClusterPart {
  readonly id: string;
  readonly addresses: readonly NodeDraft[];
  readonly hosts: readonly { readonly host: Host; readonly card: HostDraft }[];
  readonly services: readonly NodeDraft[];
  readonly edges: readonly GraphEdge[];
  /** Servers that its services send to. */
  readonly servers: readonly SentTo[];
}

export interface PartInput {
  readonly networks: readonly Network[];
  readonly called: (host: Host) => string;
  readonly kernel: (host: Host) => readonly KernelLine[];
  readonly around: Surroundings;
}

interface Kept {
  readonly networks: readonly Network[];
  readonly index: Surroundings["index"];
  /** All else that it depends on, in words. */
  readonly words: string;
  readonly part: ClusterPart;
}

const kept = new WeakMap<Cluster, Kept>();

/** The part of a cluster; the same object while it says the same. */
export function partOf(cluster: Cluster, input: PartInput): ClusterPart {
  const { networks, around, kernel, called } = input;
  const { index } = around;
  // Lines of the kernel come from the host's own files, but whether they matter follows from those of others.
  const words = cluster.hosts
    .map((host) => [called(host), around.siteOf(host), ...kernel(host).map(({ text }) => text)].join("\0"))
    .join("\0\0");
  const before = kept.get(cluster);
  if (before?.networks === networks && before.index === index && before.words === words) return before.part;
  const part = makePart(cluster, input);
  kept.set(cluster, { networks, index, words, part });
  return part;
}

function makePart(cluster: Cluster, { networks, called, kernel, around }: PartInput): ClusterPart {
  const [first] = cluster.hosts;
  const key = first === undefined ? cluster.id : called(first);
  const id = idOf("cluster", key);
  const roles = rolesOf(cluster, networks);
  const networkOf = networkNames(cluster, networks, roles);
  const addresses = addressesOf(cluster, key, called, roles);
  const services = servicesOf(cluster, key, called, around);
  const hosts = cluster.hosts.map((host) => {
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
      cluster: id,
      rows,
      sources: [],
    };
    return { host, card };
  });
  return {
    id,
    addresses: addresses.nodes,
    hosts,
    services: services.nodes,
    edges: [...addresses.edges, ...services.edges],
    servers: services.servers,
  };
}

/**
 * Servers at the end of the way. The same address and port is one server, whatever services call it. One whose address
 * is that of a host with files of its own goes by that host's name.
 */
import type { Cluster, Estate, Host } from "../model/cluster/host.ts";
import { derived } from "../model/gather.ts";
import { type Address, formatAddress } from "../net/address.ts";
import type { Location } from "../schema/problem.ts";
import type { RowDraft, ServerDraft } from "./draft.ts";
import { filesOf } from "./hostCard.ts";
import { idOf, siteNames } from "./ids.ts";

/** A server as a service names it. */
export interface Target {
  readonly name: string;
  readonly address: Address | undefined;
  /** What stands where the address should. */
  readonly word: string;
  readonly port: number | undefined;
  readonly at: Location;
}

interface Found {
  readonly name: string;
  readonly address: string;
  readonly host: Host | undefined;
  readonly ports: Set<number | undefined>;
  readonly sources: Location[];
}

/** How cards come to servers that are hosts. */
export interface ServerCards {
  /** The id of the host's card; undefined where it is nothing but a server. */
  readonly cardOf: (host: Host) => string | undefined;
  readonly called: (host: Host) => string;
  readonly rowsOf: (host: Host) => readonly RowDraft[];
}

/** Gathers the servers of all clusters. */
export class ServerPool {
  readonly #found = new Map<string, Found>();
  readonly #hostAt: (seenFrom: Host, target: Target) => Host | undefined;
  readonly #siteOf: (host: Host) => string;
  readonly #cards: ServerCards;

  constructor(estate: Estate, cards: ServerCards) {
    this.#hostAt = hostFinder(estate);
    this.#siteOf = siteNames(estate);
    this.#cards = cards;
  }

  /** The id of a server. */
  add(seenFrom: Host, target: Target): string {
    const host = this.#hostAt(seenFrom, target);
    const address = target.address === undefined ? target.word : formatAddress(target.address);
    const isPlain = host !== undefined && this.#cards.cardOf(host) === undefined;
    const id = isPlain
      ? idOf("server", this.#cards.called(host))
      : idOf("server", this.#siteOf(seenFrom), address, target.port ?? "");
    const one = this.#found.get(id) ?? {
      name: host?.name ?? target.name,
      address,
      host,
      ports: new Set(),
      sources: [],
    };
    this.#found.set(id, one);
    one.ports.add(target.port);
    one.sources.push(target.at);
    return id;
  }

  /** Hosts that are servers and nothing else. */
  get plainHosts(): ReadonlySet<Host> {
    return new Set(
      [...this.#found.values()].flatMap(({ host }) =>
        host === undefined || this.#cards.cardOf(host) !== undefined ? [] : [host],
      ),
    );
  }

  get drafts(): readonly ServerDraft[] {
    return [...this.#found].map(([id, { name, address, host, ports, sources }]): ServerDraft => {
      const [port] = ports;
      const card = host === undefined ? undefined : this.#cards.cardOf(host);
      return {
        kind: "server",
        id,
        name,
        address,
        port: ports.size === 1 ? port : undefined,
        host: card,
        files: host === undefined || card !== undefined ? [] : filesOf(host),
        rows: host === undefined || card !== undefined ? [] : this.#cards.rowsOf(host),
        sources,
      };
    });
  }
}

/** Finds the host that a server is, among those whose files lie together: private networks have the same numbers. */
const hostFinder: (estate: Estate) => (seenFrom: Host, target: Target) => Host | undefined = derived(
  ({ hosts, clusters }: Estate) => {
    const byAddress = new Map<string, { readonly host: Host; readonly isGuess: boolean }[]>();
    const clusterOf = new Map<Host, Cluster>(
      clusters.flatMap((cluster) => cluster.hosts.map((host) => [host, cluster] as const)),
    );
    for (const host of hosts) {
      for (const { address, isGuess = false } of host.addresses) {
        const key = formatAddress(address);
        const before = byAddress.get(key);
        if (before === undefined) byAddress.set(key, [{ host, isGuess }]);
        else before.push({ host, isGuess });
      }
    }
    return (seenFrom, { address, word }) => {
      const isNear = (host: Host) => host.site === seenFrom.site || clusterOf.get(host) === clusterOf.get(seenFrom);
      if (address === undefined) return hosts.find((host) => isNear(host) && host.name === word);
      const owners = (byAddress.get(formatAddress(address)) ?? []).filter(({ host }) => isNear(host));
      const sure = owners.filter(({ isGuess }) => !isGuess);
      const [first, ...others] = sure.length > 0 ? sure : owners;
      return others.length === 0 ? first?.host : undefined;
    };
  },
);

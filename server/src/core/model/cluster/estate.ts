/**
 * Puts hosts and clusters together from all configurations of a workspace. What has not changed stays the same object,
 * down to the single host and virtual router: rules keep what they found by these.
 */

import { isSameList } from "../../text/lists.ts";
import { type Facts, noFacts } from "../facts.ts";
import { addressesOf, type DraftFacts } from "./addresses.ts";
import { assembleHosts, type Draft, type HostInput, type StatedFiles } from "./assemble.ts";
import { clustersOf, type StatedCluster } from "./clusters.ts";
import type { Cluster, Estate, Host, HostAddress, Network, VirtualRouter } from "./host.ts";
import { mergeFacts } from "./merge.ts";
import { pairInstances } from "./pairing.ts";

/** A file that takes part in a host, with what it says. */
export interface EstateInput extends HostInput {
  readonly facts: Facts;
}

/** All that `.ha-config.json` files state. */
export interface EstateStatements {
  readonly files: StatedFiles;
  /** Addresses by the id of the host. */
  readonly addresses: ReadonlyMap<string, readonly HostAddress[]>;
  /** Processes by the id of the host. */
  readonly processes: ReadonlyMap<string, readonly string[]>;
  readonly clusters: readonly StatedCluster[];
  readonly networks: readonly Network[];
}

export class EstateBuilder {
  #inputs: readonly EstateInput[] = [];
  #statements: EstateStatements | undefined;
  #drafts: readonly Draft[] = [];
  #estate: Estate = { hosts: [], clusters: [], networks: [] };
  #merged = new Map<string, { readonly parts: readonly unknown[]; readonly facts: Facts }>();

  /** The estate of these files; the same object as before where nothing that counts has changed. */
  update(inputs: readonly EstateInput[], statements: EstateStatements): Estate {
    const before = this.#inputs;
    const isSameSet =
      this.#statements === statements &&
      isSameList(before, inputs, (a, b) => a.configuration === b.configuration && a.uri === b.uri);
    if (isSameSet && isSameList(before, inputs, (a, b) => a.facts === b.facts)) return this.#estate;
    if (!isSameSet) this.#drafts = assembleHosts(inputs, statements.files);
    this.#inputs = inputs;
    this.#statements = statements;
    this.#estate = this.#build(statements);
    return this.#estate;
  }

  #build(statements: EstateStatements): Estate {
    const factsOf = new Map(this.#inputs.map((input) => [keyOf(input), input.facts]));
    const drafts = this.#drafts.map((draft): DraftFacts => {
      const own = draft.inputs.map((input) => factsOf.get(keyOf(input)) ?? noFacts);
      const processes = statements.processes.get(draft.id) ?? [];
      return { draft, facts: this.#merge(draft.id, own, processes), stated: statements.addresses.get(draft.id) ?? [] };
    });
    const addresses = addressesOf(drafts);
    const old = this.#estate;
    const oldHosts = new Map(old.hosts.map((host) => [host.id, host]));
    const hosts = drafts.map(({ draft, facts }, index) =>
      hostOf(draft, facts, addresses[index] ?? [], oldHosts.get(draft.id)),
    );
    const oldRouters = new Map(old.clusters.flatMap(({ routers }) => routers.map((router) => [router.id, router])));
    const routers = pairInstances(hosts).map((router) => keepRouter(oldRouters.get(router.id), router));
    const oldClusters = new Map(old.clusters.map((cluster) => [cluster.id, cluster]));
    const clusters = clustersOf(hosts, routers, statements.clusters).map((cluster) =>
      keepCluster(oldClusters.get(cluster.id), cluster),
    );
    return { hosts, clusters, networks: statements.networks };
  }

  #merge(id: string, own: readonly Facts[], processes: readonly string[]): Facts {
    const before = this.#merged.get(id);
    const parts = [...own, processes];
    if (before !== undefined && isSameList(before.parts, parts)) return before.facts;
    const facts = mergeFacts(processes.length === 0 ? own : [...own, { ...noFacts, processes }]);
    this.#merged.set(id, { parts, facts });
    return facts;
  }
}

function keyOf({ uri, configuration }: HostInput): string {
  return `${uri}\0${configuration?.configId ?? ""}`;
}

function hostOf(draft: Draft, facts: Facts, addresses: readonly HostAddress[], before: Host | undefined): Host {
  const configurations = draft.inputs.flatMap(({ configuration }) => configuration ?? []);
  const isSame =
    before !== undefined &&
    before.facts === facts &&
    before.isStated === draft.isStated &&
    isSameList(before.configurations, configurations) &&
    isSameList(before.files, draft.files, (a, b) => a.uri === b.uri && a.reason.en === b.reason.en) &&
    isSameList(before.addresses, addresses, isSameHostAddress);
  if (isSame) return before;
  const { id, name, site, isStated, files } = draft;
  return { id, name, site, isStated, files: [...files], configurations, facts, addresses };
}

function isSameHostAddress(a: HostAddress, b: HostAddress): boolean {
  const isSamePlace = a.at?.source.section === b.at?.source.section && a.at?.start === b.at?.start;
  return isSamePlace && a.text === b.text && a.interface === b.interface && a.reason.en === b.reason.en;
}

function keepRouter(before: VirtualRouter | undefined, router: VirtualRouter): VirtualRouter {
  const isSame =
    before !== undefined &&
    isSameList(before.members, router.members, (a, b) => a.host === b.host && a.instance === b.instance);
  return isSame ? before : router;
}

function keepCluster(before: Cluster | undefined, cluster: Cluster): Cluster {
  const isSame =
    before !== undefined &&
    before.name === cluster.name &&
    isSameList(before.hosts, cluster.hosts) &&
    isSameList(before.routers, cluster.routers);
  return isSame ? before : cluster;
}

/** Writes down who holds which address, what each instance is, and what is said of it. */

import type { Host } from "../../model/cluster/host.ts";
import type { VirtualAddress } from "../../model/facts.ts";
import { formatAddress } from "../../net/address.ts";
import type { Location } from "../../schema/problem.ts";
import { isSameList } from "../../text/lists.ts";
import type { Text } from "../../text/localized.ts";
import type { Clock } from "./clock.ts";
import type { Instance } from "./instance.ts";
import type { Node } from "./node.ts";
import { tell } from "./tell.ts";
import type { AddressHolders, Explanation, HolderChange, InstanceStates, StateChange } from "./timeline.ts";

interface Held {
  readonly address: string;
  readonly candidates: Host[];
  readonly holders: HolderChange[];
  /** Instances that have it configured, by node. */
  readonly by: Map<Node, Set<Instance>>;
}

export class Recorder {
  readonly #clock: Clock;
  readonly #held = new Map<string, Held>();
  readonly #states = new Map<string, InstanceStates & { readonly states: StateChange[] }>();
  readonly #explanations: Explanation[] = [];
  /** What has been said that is said once. */
  readonly #said = new Set<string>();
  /** When something changed last. */
  lastChange = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Knows of all addresses and instances of a host, whether or not they ever become anything. */
  introduce(node: Node): void {
    const { host, facts } = node.scene;
    for (const one of facts.instances.flatMap(({ addresses }) => addresses)) this.#entry(one, host);
    for (const { name, virtualRouterId, priority } of facts.instances) {
      this.#states.set(`${host.id}\0${name}`, {
        host,
        name,
        virtualRouterId: virtualRouterId?.value,
        states: [{ t: 0, state: "INIT", priority: priority?.value ?? 0 }],
      });
    }
  }

  /** The addresses of an instance are configured on a host. */
  hold(node: Node, instance: Instance): void {
    for (const address of instance.conf.addresses) {
      const entry = this.#entry(address, node.scene.host);
      const own = entry.by.get(node) ?? new Set();
      entry.by.set(node, own.add(instance));
      this.#note(entry);
      const others = [...entry.by.keys()].filter((one) => one !== node);
      if (others.length > 0 && own.size === 1) tell.alsoHeld(node, instance, address, others);
    }
  }

  /** They are not any more. */
  clear(node: Node, instance: Instance): void {
    for (const entry of this.#held.values()) {
      const own = entry.by.get(node);
      if (own?.delete(instance) !== true) continue;
      if (own.size === 0) entry.by.delete(node);
      this.#note(entry);
    }
  }

  /** Which of a host's instances has an address configured. */
  holderOn(node: Node, address: string): Instance | undefined {
    return [...(this.#held.get(address)?.by.get(node) ?? [])][0];
  }

  state(instance: Instance): void {
    const { node, conf, priority, holds } = instance;
    // Until its checks have ended a first time the daemon calls it FAULT to itself, and tells nobody.
    const isUndecided = instance.pending > 0 || instance.group?.state === "INIT";
    const isPending = instance.state === "FAULT" && instance.faults === 0 && isUndecided;
    const state = isPending ? "INIT" : instance.state;
    const key = `${node.scene.host.id}\0${conf.name}`;
    const entry = this.#states.get(key) ?? {
      host: node.scene.host,
      name: conf.name,
      virtualRouterId: conf.virtualRouterId?.value,
      states: [],
    };
    this.#states.set(key, entry);
    // The daemon calls itself MASTER once it has the addresses.
    if (state === "MASTER" && !holds) return;
    const t = this.#clock.now;
    const last = entry.states.at(-1);
    if (last?.state === state && last.priority === priority) return;
    if (last?.t === t) entry.states.pop();
    entry.states.push({ t, state, priority });
    this.lastChange = t;
  }

  explain(node: Node | undefined, instance: Instance | undefined, text: Text, because: readonly Location[]): void {
    const t = this.#clock.now;
    this.#explanations.push({ t, host: node?.scene.host, instance: instance?.conf.name, text, because });
  }

  /** The same, but not twice. */
  explainOnce(node: Node, instance: Instance | undefined, text: Text, because: readonly Location[]): void {
    const key = `${node.index} ${instance?.conf.name ?? ""} ${text.en}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.explain(node, instance, text, because);
  }

  /** Who holds each address at the end, by address. */
  get virtualAddresses(): readonly AddressHolders[] {
    return [...this.#held.values()];
  }

  get instances(): readonly InstanceStates[] {
    return [...this.#states.values()];
  }

  get explanations(): readonly Explanation[] {
    return this.#explanations;
  }

  #entry({ address }: Pick<VirtualAddress, "address">, host: Host): Held {
    const key = address.bytes.join(".");
    const entry: Held = this.#held.get(key) ?? {
      address: formatAddress(address),
      candidates: [],
      holders: [{ t: 0, hosts: [] }],
      by: new Map(),
    };
    this.#held.set(key, entry);
    if (!entry.candidates.includes(host)) entry.candidates.push(host);
    return entry;
  }

  #note({ holders, by }: Held): void {
    const nodes = [...by.keys()].sort((a, b) => a.index - b.index);
    const hosts = nodes.map(({ scene }) => scene.host);
    const t = this.#clock.now;
    if (isSameList(holders.at(-1)?.hosts ?? [], hosts)) return;
    if (holders.at(-1)?.t === t) holders.pop();
    if (!isSameList(holders.at(-1)?.hosts ?? [], hosts) || holders.length === 0) holders.push({ t, hosts });
    this.lastChange = t;
  }
}

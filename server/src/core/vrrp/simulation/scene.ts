/** What a simulation begins with: hosts with what their files say, their addresses, and who is on one link with whom. */
import type { Host, HostAddress, Network } from "../../model/cluster/host.ts";
import type { Facts } from "../../model/facts.ts";
import { type Address, isLinkLocal6, sameAddress } from "../../net/address.ts";
import { liesIn } from "../../net/network.ts";

/** An address of a host that a caller states: `--address lb1=192.0.2.1@eth0`. */
export interface StatedHostAddress {
  /** The name of the host, or its id. */
  readonly host: string;
  readonly interface: string | undefined;
  readonly address: Address;
}

export interface SceneOptions {
  /** Addresses that no file tells. */
  readonly addresses?: readonly StatedHostAddress[];
  /** When the daemon of a host starts, by name or id, in milliseconds; the others start at 0. */
  readonly starts?: ReadonlyMap<string, number>;
}

export interface SceneAddress {
  readonly interface: string | undefined;
  readonly address: Address;
  /** The host surely has it; others only seem to call it by it. */
  readonly isSure: boolean;
}

export interface SceneHost {
  readonly host: Host;
  readonly facts: Facts;
  readonly addresses: readonly SceneAddress[];
  readonly startsAt: number;
}

export interface Scene {
  readonly hosts: readonly SceneHost[];
  readonly networks: readonly Network[];
}

/** Whether a word of an event or option means this host. */
export function isCalled({ id, name }: Host, word: string): boolean {
  return name === word || id === word;
}

/** The scene of some hosts; those without VRRP are left out. */
export function sceneOf(hosts: readonly Host[], networks: readonly Network[], options: SceneOptions = {}): Scene {
  const { addresses = [], starts = new Map() } = options;
  return {
    networks,
    hosts: hosts
      .filter(({ facts }) => facts.instances.length > 0)
      .map((host) => ({
        host,
        facts: host.facts,
        addresses: [
          ...addresses.filter((one) => isCalled(host, one.host)).map((one) => ({ ...one, isSure: true })),
          ...host.addresses.map((one) => asSceneAddress(one, host.facts)),
        ],
        startsAt: starts.get(host.id) ?? starts.get(host.name) ?? 0,
      })),
  };
}

/** That an instance sends from an address does not prove that the host has it. */
function asSceneAddress({ interface: on, address, at, isGuess }: HostAddress, { instances }: Facts): SceneAddress {
  const isSource = instances.some(
    ({ source }) => at !== undefined && source?.at.start === at.start && source.at.source.uri === at.source.uri,
  );
  return { interface: on, address, isSure: isGuess !== true && !isSource };
}

/** The address that adverts of an interface come from: its first one of the family, in IPv6 its link-local one. */
export function addressOn(
  { addresses }: SceneHost,
  on: string | undefined,
  family: 4 | 6 | undefined,
): Address | undefined {
  const suitable = addresses.filter(
    ({ address }) => address.family === family && (family === 4 || isLinkLocal6(address)),
  );
  return (suitable.find((one) => one.interface === on) ?? suitable.find((one) => one.interface === undefined))?.address;
}

/**
 * Whether a host has an address, as far as is known: undefined where no address of its interface is. What others call
 * the host by proves nothing against what is known of it.
 */
export function hasAddress(scene: SceneHost, on: string | undefined, address: Address): boolean | undefined {
  const sure = scene.addresses.filter((one) => one.isSure);
  if (sure.some((one) => sameAddress(one.address, address))) return true;
  const others = sure.filter((one) => one.address.family === address.family);
  if (others.some((one) => one.interface === on && on !== undefined)) return false;
  return scene.addresses.some((one) => sameAddress(one.address, address)) ? true : undefined;
}

/**
 * Names of links by host and interface. Interfaces of one name are on one link among hosts that belong together, and so
 * are those of a virtual router, unless their addresses lie in different stated networks.
 */
export function linksOf({ hosts, networks }: Scene): (host: Host, on: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    const above = parents.get(key) ?? key;
    return above === key ? key : rootOf(above);
  };
  const keyOf = (host: Host, on: string) => `${host.id}\0${on}`;
  const netOf = (scene: SceneHost, on: string) =>
    networks.find(({ ranges }) =>
      scene.addresses.some((one) => one.interface === on && ranges.some((range) => liesIn(one.address, range))),
    );
  const ends = hosts.flatMap((scene) =>
    scene.facts.instances.flatMap((instance) => {
      const on = instance.interface?.value;
      return on === undefined ? [] : [{ scene, on, key: keyOf(scene.host, on), instance, net: netOf(scene, on) }];
    }),
  );
  for (const [at, a] of ends.entries()) {
    for (const b of ends.slice(0, at)) {
      const isApart = a.net !== undefined && b.net !== undefined && a.net !== b.net;
      const isOneRouter = a.instance.addresses.some((one) =>
        b.instance.addresses.some((other) => sameAddress(one.address, other.address)),
      );
      if (!isApart && (a.on === b.on || isOneRouter || (a.net !== undefined && a.net === b.net))) {
        parents.set(rootOf(a.key), rootOf(b.key));
      }
    }
  }
  return (host, on) => rootOf(keyOf(host, on));
}

/** The networks, of those stated, that carry no multicast for an interface. */
export function carriesMulticast({ networks }: Scene, scene: SceneHost, on: string | undefined): boolean {
  const own = scene.addresses.filter((one) => one.interface === on || one.interface === undefined);
  return !networks.some(
    (network) =>
      !network.carriesMulticast && own.some((one) => network.ranges.some((range) => liesIn(one.address, range))),
  );
}

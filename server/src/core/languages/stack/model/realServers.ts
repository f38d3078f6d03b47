/**
 * Which hosts of the estate are the real servers of LVS. Only addresses tell; and as private networks of strangers have
 * the same numbers, they count among hosts only whose files lie together.
 */
import type { Cluster, Estate, Host, HostAddress } from "../../../model/cluster/host.ts";
import type { RealServer, VirtualServer } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";
import { type Address, sameAddress } from "../../../net/address.ts";

/** A real server that is a host with files of its own. */
export interface KnownServer {
  /** Who distributes. */
  readonly director: Host;
  readonly service: VirtualServer;
  readonly server: RealServer;
  readonly host: Host;
  /** The interface that has the server's address, where that is known. */
  readonly interface: string | undefined;
}

/** All of them, in the order of the directors; without those that are their own director. */
export const knownServers: (estate: Estate) => readonly KnownServer[] = derived((estate) => {
  const byAddress = indexOf(estate);
  const clusters = clustersOf(estate);
  return estate.hosts.flatMap((director) => {
    const isNear = (host: Host) => host.site === director.site || clusters.get(host) === clusters.get(director);
    return director.facts.virtualServers.flatMap((service) =>
      service.servers.flatMap((server): KnownServer[] => {
        const found = only((byAddress.get(keyOf(server.address)) ?? []).filter(({ host }) => isNear(host)));
        if (found === undefined || found.host === director) return [];
        return [{ director, service, server, host: found.host, interface: found.address.interface }];
      }),
    );
  });
});

/** The known servers of one virtual address, of a service that is told by one. */
export type AddressedServer = KnownServer & { readonly address: Address };

/** Those that get packets as clients sent them, to the virtual address, and so must have it themselves. */
export const directServers: (estate: Estate) => readonly AddressedServer[] = derived((estate) =>
  knownServers(estate).flatMap((one): AddressedServer[] => {
    const { address } = one.service;
    return one.server.method === "NAT" || address === undefined ? [] : [{ ...one, address }];
  }),
);

interface Owner {
  readonly host: Host;
  readonly address: HostAddress;
}

function indexOf({ hosts }: Estate): ReadonlyMap<string, readonly Owner[]> {
  const found = new Map<string, Owner[]>();
  for (const host of hosts) {
    for (const address of host.addresses) {
      const key = keyOf(address.address);
      const before = found.get(key);
      if (before === undefined) found.set(key, [{ host, address }]);
      else before.push({ host, address });
    }
  }
  return found;
}

function clustersOf({ clusters }: Estate): ReadonlyMap<Host, Cluster> {
  return new Map(clusters.flatMap((cluster) => cluster.hosts.map((host) => [host, cluster] as const)));
}

/** An address that two hosts claim tells of neither; what their own files say counts before what others call them. */
function only(owners: readonly Owner[]): Owner | undefined {
  const sure = owners.filter(({ address }) => address.isGuess !== true);
  const [first, ...others] = sure.length > 0 ? sure : owners;
  return others.length === 0 ? first : undefined;
}

function keyOf({ bytes }: Address): string {
  return bytes.join(".");
}

/** Where a host has an address. */
export type Place = Pick<HostAddress, "interface" | "prefixLength" | "at">;

/** Where a host has an address whatever VRRP decides, as far as it is written. */
export function placesOf(host: Host, address: Address): readonly Place[] {
  return placesIn(host).get(keyOf(address)) ?? [];
}

/** What its files say of an address counts before what else is known of it. */
const placesIn = derived(({ facts, addresses }: Host) => {
  const own = collect(facts.addresses);
  return new Map<string, readonly Place[]>([...collect(addresses), ...own]);
});

function collect(all: readonly (Place & { readonly address: Address })[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const one of all) {
    const key = keyOf(one.address);
    const before = found.get(key);
    if (before === undefined) found.set(key, [one]);
    else before.push(one);
  }
  return found;
}

/** Whether VRRP gives a host an address from time to time. */
export function holdsByVrrp({ facts }: Host, address: Address): boolean {
  return facts.instances.some(({ addresses, addressesAreUnknown }) =>
    addressesAreUnknown ? true : addresses.some((one) => sameAddress(one.address, address)),
  );
}

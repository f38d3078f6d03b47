/** Names for the networks of a cluster: as they are stated, or else by the addresses on them, or by the interfaces. */
import type { Cluster, Host, Network } from "../model/cluster/host.ts";
import { formatAddress } from "../net/address.ts";
import { liesIn } from "../net/network.ts";
import type { Roles } from "./roles.ts";

interface End {
  readonly host: Host;
  readonly on: string;
}

/** The name of the network that an interface of a host is on; interfaces on one link have the same. */
export function networkNames(
  { hosts }: Cluster,
  networks: readonly Network[],
  { linkOf }: Roles,
): (host: Host, on: string) => string {
  const byLink = new Map<string, End[]>();
  for (const host of hosts) {
    const named = host.facts.instances.flatMap((one) => one.interface?.value ?? []);
    for (const on of new Set([...named, ...host.addresses.flatMap((one) => one.interface ?? [])])) {
      const link = linkOf(host, on);
      const before = byLink.get(link);
      if (before === undefined) byLink.set(link, [{ host, on }]);
      else before.push({ host, on });
    }
  }
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [link, ends] of byLink) {
    const wanted = nameOf(ends, networks);
    // Alone at the end of another link, an interface may be on a network that has its name already, by its addresses.
    let name = wanted.name;
    for (let number = 2; !wanted.isSure && taken.has(name); number++) name = `${wanted.name} (${number})`;
    taken.add(name);
    names.set(link, name);
  }
  return (host, on) => names.get(linkOf(host, on)) ?? on;
}

function nameOf(
  ends: readonly End[],
  networks: readonly Network[],
): { readonly name: string; readonly isSure: boolean } {
  const own = ends.flatMap(({ host, on }) => host.addresses.filter((one) => one.interface === on));
  const stated = networks.find(({ ranges }) =>
    own.some(({ address }) => ranges.some((range) => liesIn(address, range))),
  );
  if (stated !== undefined) return { name: stated.name, isSure: true };
  for (const { address, prefixLength } of own) {
    const isWhole = prefixLength === address.bytes.length * 8;
    if (prefixLength === undefined || isWhole) continue;
    const bytes = address.bytes.map(
      (byte, at) => byte & (0xff << (8 - Math.min(8, Math.max(0, prefixLength - 8 * at)))) & 0xff,
    );
    return { name: `${formatAddress({ ...address, bytes })}/${prefixLength}`, isSure: true };
  }
  return { name: ends[0]?.on ?? "", isSure: false };
}

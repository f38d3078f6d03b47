/** The addresses of hosts: those that are stated or written in their files, and those that others call them by. */
import { type Address, formatAddress, parseAddress, sameAddress } from "../../net/address.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { Facts } from "../facts.ts";
import { derived } from "../gather.ts";
import type { Draft } from "./assemble.ts";
import type { HostAddress } from "./host.ts";
import { addressInName } from "./place.ts";

const reasons = {
  source: text('the source of the adverts of "{0}"', '"{0}"通告的源地址'),
  static: text("set up in its files", "由其配置文件设置"),
  name: text("it is in the name of the host", "写在主机名中"),
  server: text('other files call "{0}" by it', '其他文件中"{0}"的地址'),
  peer: text('the only peer of "{0}" on {1}', '{1} 上"{0}"的唯一对端'),
};

/** A host with what its own files say. */
export interface DraftFacts {
  readonly draft: Draft;
  readonly facts: Facts;
  /** From `.ha-config.json`. */
  readonly stated: readonly HostAddress[];
}

/** The addresses of each host, in the order of the hosts, the surest first; none twice. */
export function addressesOf(hosts: readonly DraftFacts[]): readonly (readonly HostAddress[])[] {
  const called = callNames(hosts);
  const own = hosts.map((host) => ownAddresses(host, hosts, called));
  return own.map((addresses, index) => unique([...addresses, ...(addresses.length > 0 ? [] : asPeer(hosts, index))]));
}

function ownAddresses(
  host: DraftFacts,
  hosts: readonly DraftFacts[],
  called: ReturnType<typeof callNames>,
): readonly HostAddress[] {
  const { draft, facts, stated } = host;
  return [
    ...stated,
    ...sources(facts).filter(({ address }) => !isCopied(address, host, hosts)),
    ...facts.addresses.map((one) => found(one.address, reasons.static, one)),
    ...named(draft.name),
    ...(called.get(draft.name.toLowerCase()) ?? []).map((address) => ({
      ...found(address, fill(reasons.server, draft.name)),
      isGuess: true,
    })),
  ];
}

/** A source that a neighbour sets up, of a host that sets up others: the line was copied with the file. */
function isCopied(address: Address, host: DraftFacts, hosts: readonly DraftFacts[]): boolean {
  const sets = ({ facts, stated }: DraftFacts) => [...stated, ...facts.addresses].filter(isOfFamily);
  const isOfFamily = (one: { readonly address: Address }) => one.address.family === address.family;
  const has = (one: DraftFacts) => sets(one).some((each) => sameAddress(each.address, address));
  if (sets(host).length === 0 || has(host)) return false;
  return hosts.some((other) => other.draft.site === host.draft.site && has(other));
}

const sources: (facts: Facts) => readonly HostAddress[] = derived(({ instances }) =>
  instances.flatMap(({ source, name, interface: on, isUnicast }) =>
    // Without peers the word only sets the source of multicast adverts, which is an address of the host as well.
    source === undefined || (!isUnicast && source.line !== undefined)
      ? []
      : [found(source.address, fill(reasons.source, name), { ...source, interface: on?.value })],
  ),
);

function named(name: string): readonly HostAddress[] {
  const address = parseAddress(addressInName(name) ?? "");
  return address === undefined ? [] : [found(address, reasons.name)];
}

/** Names of servers in the proxies of all hosts and in /etc/hosts, where all that use a name mean one address. */
function callNames(hosts: readonly DraftFacts[]): ReadonlyMap<string, readonly Address[]> {
  const byName = new Map<string, Address[]>();
  for (const { facts } of hosts) {
    for (const { name, address } of [...facts.proxyServers, ...facts.names]) {
      const key = name.toLowerCase();
      const before = byName.get(key) ?? [];
      if (!before.some((other) => sameAddress(other, address))) byName.set(key, [...before, address]);
    }
  }
  return new Map([...byName].filter(([, addresses]) => addresses.length === 1));
}

/** Of two hosts, one knows the other as its only peer. */
function asPeer(hosts: readonly DraftFacts[], index: number): readonly HostAddress[] {
  const own = hosts[index];
  if (own === undefined) return [];
  return own.facts.instances.flatMap((instance) => {
    if (instance.source !== undefined) return [];
    const partners = hosts.flatMap((host) =>
      host === own
        ? []
        : host.facts.instances
            .filter((other) => other.virtualRouterId?.value === instance.virtualRouterId?.value)
            .filter((other) => other.addresses.some(({ address }) => holds(instance, address)))
            .map((other) => ({ host, other })),
    );
    const [partner] = partners;
    const [peer] = partner?.other.peers ?? [];
    if (partners.length !== 1 || partner === undefined || peer === undefined) return [];
    if (partner.other.peers.length !== 1) return [];
    const reason = fill(reasons.peer, partner.other.name, partner.host.draft.name);
    return [{ ...found(peer.address, reason, { ...peer, interface: instance.interface?.value }), isGuess: true }];
  });
}

function holds({ addresses }: Facts["instances"][number], address: Address): boolean {
  return addresses.some((one) => sameAddress(one.address, address));
}

function found(address: Address, reason: Text, more: Partial<HostAddress> = {}): HostAddress {
  const { interface: on, prefixLength, at } = more;
  return { interface: on, address, text: more.text ?? formatAddress(address), prefixLength, at, reason };
}

function unique(addresses: readonly HostAddress[]): readonly HostAddress[] {
  return addresses.filter(
    (one, index) => addresses.findIndex((other) => sameAddress(other.address, one.address)) === index,
  );
}

/**
 * Listeners on addresses that their host does not have. Own addresses are seldom in a file, so silence of the files is
 * no proof: there must be a reason to believe that the address is a mistake.
 */
import type { Cluster, Host, HostAddress } from "../../../model/cluster/host.ts";
import type { Listener } from "../../../model/facts.ts";
import { type Address, isLoopback, sameAddress } from "../../../net/address.ts";
import { liesIn } from "../../../net/network.ts";
import { effective } from "../../sysctl-conf/model/effective.ts";
import { covers, type Held, heldAddresses, holderOf, isUsed, listenersOf, ownsAddress } from "./listening.ts";

export type ForeignBind = { readonly host: Host; readonly listener: Listener; readonly address: Address } & (
  | {
      /** It is an address of another host of the cluster. */
      readonly kind: "of another";
      readonly owner: Host;
      readonly held: Held | undefined;
    }
  | {
      readonly kind: "of nobody";
      /** A virtual address of the host on which nothing listens, but for one character. */
      readonly near: Held | undefined;
      /** An address of the host in the same network, where the files say which ones it has there. */
      readonly neighbour: HostAddress | undefined;
    }
);

/** The listeners of a host that were probably meant to be on another address. */
export function foreignBinds(host: Host, cluster: Cluster): readonly ForeignBind[] {
  const held = heldAddresses(host);
  const listeners = listenersOf(host);
  if (held === undefined || held.length === 0 || listeners === undefined) return [];
  return listeners.flatMap((listener): ForeignBind[] => {
    const { address } = listener;
    if (address === undefined || isLoopback(address) || ownsAddress(host, address)) return [];
    if (holderOf(host, address) !== undefined) return [];
    const found = ofAnother(listener, address, host, cluster) ?? ofNobody(listener, address, held, { host, cluster });
    return found === undefined ? [] : [found];
  });
}

function ofAnother(listener: Listener, address: Address, host: Host, cluster: Cluster): ForeignBind | undefined {
  const others = cluster.hosts.filter((other) => other !== host);
  const owner = others.find(
    (other) =>
      holderOf(other, address) !== undefined ||
      other.addresses.some((one) => one.isGuess !== true && sameAddress(one.address, address)),
  );
  if (owner === undefined || bindsAnything(host, listener)) return undefined;
  const held = holderOf(owner, address);
  // One file for all hosts names the addresses of all.
  const isShared = others.some(({ files }) => files.some(({ uri }) => uri === listener.at.source.uri));
  if (isShared || (held !== undefined && shareRouter(host, held, cluster))) return undefined;
  return { kind: "of another", host, listener, address, owner, held };
}

/** The lists of one virtual router differ: that is told where they stand. */
function shareRouter(host: Host, { instance }: Held, { routers }: Cluster): boolean {
  const router = routers.find(({ members }) => members.some((member) => member.instance === instance));
  return router?.members.some((member) => member.host === host) === true;
}

function ofNobody(
  listener: Listener,
  address: Address,
  held: readonly Held[],
  { host, cluster }: { readonly host: Host; readonly cluster: Cluster },
): ForeignBind | undefined {
  if (isUsed(cluster, address) || isNode(cluster, address)) return undefined;
  const neighbour = host.addresses.find(({ isGuess, ...one }) => isGuess !== true && isNeighbour(one, address));
  const listed = neighbour?.prefixLength === undefined ? undefined : neighbour;
  const near = held.find((one) => isNear(one, address, neighbour !== undefined) && isIdle(host, one.address.address));
  if (near === undefined && (listed === undefined || bindsAnything(host, listener))) return undefined;
  return { kind: "of nobody", host, listener, address, near, neighbour: listed };
}

/** A host of the cluster, or one that is called its peer, has the address. */
function isNode({ hosts }: Cluster, address: Address): boolean {
  return hosts.some(
    (host) =>
      ownsAddress(host, address) ||
      holderOf(host, address) !== undefined ||
      host.facts.instances.some(({ peers }) => peers.some((peer) => sameAddress(peer.address, address))),
  );
}

/** Nothing listens on it, and LVS does not distribute anything there. */
function isIdle(host: Host, address: Address): boolean {
  return host.facts.virtualServers.length === 0 && !host.facts.listeners.some((one) => covers(one, address));
}

/** Binding works without having the address. */
function bindsAnything({ facts }: Host, { bindsForeign, families }: Listener): boolean {
  if (bindsForeign) return true;
  return families.some((family) => (effective(facts.settings, `net.ipv${family}.ip_nonlocal_bind`)?.number ?? 0) !== 0);
}

function isNeighbour({ address, prefixLength }: Omit<HostAddress, "isGuess">, other: Address): boolean {
  return liesIn(other, { address, prefixLength: prefixLength ?? (address.family === 4 ? 24 : 64) });
}

/**
 * One digit of the last part apart, in one /24. Where the host's own address is not known, another digit may just be that
 * address: only one too many or too few counts. Of IPv6 too many addresses are near to each other.
 */
function isNear({ address }: Held, other: Address, isSure: boolean): boolean {
  if (other.family === 6 || !liesIn(other, { address: address.address, prefixLength: 24 })) return false;
  const [a, b] = [String(address.address.bytes[3]), String(other.bytes[3])];
  // Nodes are often called .1 and .2 and their address .10.
  const shortest = isSure ? 1 : 2;
  if (oneLess(a).includes(b) || oneLess(b).includes(a)) return Math.min(a.length, b.length) >= shortest;
  return isSure && a.length === b.length && [...a].filter((digit, index) => digit !== b[index]).length === 1;
}

/** A text with each of its characters left out. */
function oneLess(text: string): readonly string[] {
  return [...text].map((_, index) => text.slice(0, index) + text.slice(index + 1));
}

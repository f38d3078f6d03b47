/**
 * Which interfaces the nodes of a run have, which of them share a network, and their own addresses, as the files let
 * one guess: hosts that keep the same address must be neighbours.
 */
import { addressKey, parseAddress } from "../../../server/src/core/net/address.ts";
import { interfacesIn } from "../keepalived/interfaces.ts";
import type { LabAddress, LabNode } from "./scenario.ts";
import { isForDaemon, type Sketch, sketchOf } from "./sketch.ts";

export interface Port {
  readonly node: string;
  readonly interface: string;
  /** Ports of the same network share a segment. */
  readonly network: number;
  readonly addresses: readonly { readonly address: string; readonly prefix: number }[];
}

/** Interface names that the kernel takes and that need no quoting in a shell. */
const usable = /^(?!(?:all|default|lo|\.{1,2})$)[\w.-]{1,15}$/;
/** Neighbours are looked for in networks of this size, where a file names no wider one. */
const usualPrefix = { 4: 24, 6: 64 };
const wholeLength = { 4: 32, 6: 128 };

interface Guess {
  readonly node: LabNode;
  readonly sketch: Sketch;
  readonly interface: string;
  /** Networks that addresses on it belong to. */
  readonly networks: ReadonlySet<string>;
}

/** The ports of all nodes. */
export function layOut(nodes: readonly LabNode[]): Port[] {
  const sketches = nodes.map((node) => ({ node, sketch: sketchOf(node) }));
  const guesses = sketches.flatMap(({ node, sketch }) =>
    namesOf(node, sketch).map((name) => ({ node, sketch, interface: name, networks: networksOn(node, sketch, name) })),
  );
  const groups = join(guesses);
  const taken = new Set(sketches.flatMap(({ node, sketch }) => known(node, sketch)).map(addressKey));
  return guesses.map((guess) => {
    const network = groups.findIndex((group) => group.includes(guess));
    return {
      node: guess.node.name,
      interface: guess.interface,
      network,
      addresses: own(guess, network, guesses, taken),
    };
  });
}

function namesOf(node: LabNode, { instances }: Sketch): string[] {
  const texts = [...node.files].filter(([path]) => isForDaemon(node, path)).map(([, text]) => text);
  const named = [
    ...interfacesIn(texts),
    ...node.addresses.map((one) => one.interface),
    ...instances.flatMap((one) => [one.interface, ...one.addresses.map((address) => address.interface)]),
  ];
  return [...new Set(named)].filter((name) => usable.test(name));
}

function networksOn(node: LabNode, { instances }: Sketch, name: string): ReadonlySet<string> {
  const here = instances.filter((one) => one.interface === name);
  return new Set([
    ...node.addresses.filter((one) => one.interface === name).map((one) => networkOf(one.address, one.prefix)),
    ...instances
      .flatMap((one) => one.addresses.filter((address) => address.interface === name))
      .map((one) => networkOf(one.address, one.prefix)),
    ...here
      .flatMap((one) => [...(one.source === undefined ? [] : [one.source]), ...one.peers])
      .map((one) => networkOf(one)),
  ]);
}

/** A text that is equal for addresses of the same network. */
function networkOf(text: string, written?: number): string {
  const address = parseAddress(text);
  if (address === undefined) return text;
  const prefix = Math.min(written ?? 128, usualPrefix[address.family]);
  const bits = address.bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return `${address.family}:${bits.slice(0, prefix)}`;
}

/** Groups of interfaces in one segment: by addresses, then by name; two interfaces of a node are never in the same. */
function join(guesses: readonly Guess[]): readonly (readonly Guess[])[] {
  let groups: (readonly Guess[])[] = guesses.map((guess) => [guess]);
  const joinWhere = (belong: (a: Guess, b: Guess) => boolean) => {
    for (const [index, a] of guesses.entries()) {
      for (const b of guesses.slice(index + 1)) {
        const first = groups.find((group) => group.includes(a)) ?? [];
        const second = groups.find((group) => group.includes(b)) ?? [];
        if (first === second || !belong(a, b)) continue;
        if (first.some((one) => second.some((other) => other.node === one.node))) continue;
        groups = [...groups.filter((group) => group !== first && group !== second), [...first, ...second]];
      }
    }
  };
  joinWhere((a, b) => [...a.networks].some((network) => b.networks.has(network)));
  joinWhere((a, b) => a.interface === b.interface);
  return groups;
}

/** Every address that some file or node names. */
function known(node: LabNode, { instances }: Sketch): string[] {
  return [
    ...node.addresses.map((one) => one.address),
    ...instances.flatMap((one) => [...one.addresses.map((address) => address.address), ...one.peers, one.source ?? ""]),
  ];
}

/** The host's own addresses on one interface: given, said by unicast lines, or free ones beside the virtual addresses. */
function own(guess: Guess, network: number, all: readonly Guess[], taken: Set<string>): Port["addresses"] {
  const given: Omit<LabAddress, "interface">[] = guess.node.addresses.filter(
    (one) => one.interface === guess.interface,
  );
  if (given.length > 0) return given;
  const here = guess.sketch.instances.filter((one) => one.interface === guess.interface);
  const said = here.flatMap((one) => one.source ?? peerName(guess, one.routerId, all) ?? []);
  const virtual = guess.sketch.instances
    .flatMap((one) => one.addresses)
    .filter((one) => one.interface === guess.interface);
  const found = said.map((address) => ({ address, prefix: prefixOf(address, virtual) }));
  for (const { address, prefix } of virtual) {
    const like = networkOf(address, prefix);
    if (found.some((one) => networkOf(one.address, one.prefix) === like)) continue;
    const free = freeBeside(address, prefix, taken);
    if (free !== undefined) found.push(free);
  }
  if (!found.some((one) => parseAddress(one.address)?.family === 4)) {
    // VRRP wants an IPv4 address on the interface; these are in nobody's way.
    const place = 1 + [...new Set(all.map((one) => one.node))].indexOf(guess.node);
    found.push({ address: `10.${200 + network}.0.${place}`, prefix: 24 });
  }
  return [...new Map(found.map((one) => [addressKey(one.address), one])).values()];
}

/** The address by which the others know a node that does not name its own: a peer of theirs that is nobody else's. */
function peerName({ node, sketch }: Guess, routerId: string, all: readonly Guess[]): string | undefined {
  const instances = (one: Sketch) => one.instances.filter((instance) => instance.routerId === routerId);
  const others = [...new Set(all.filter((one) => one.node !== node).map((one) => one.sketch))].flatMap(instances);
  const mine = new Set(
    instances(sketch)
      .flatMap((one) => one.peers)
      .map(addressKey),
  );
  const theirs = new Set(others.flatMap((one) => one.source ?? []).map(addressKey));
  return others
    .flatMap((one) => one.peers)
    .find((peer) => !mine.has(addressKey(peer)) && !theirs.has(addressKey(peer)));
}

function prefixOf(
  address: string,
  virtual: readonly { readonly address: string; readonly prefix: number | undefined }[],
): number {
  const family = parseAddress(address)?.family ?? 4;
  const near = virtual.find((one) => networkOf(one.address, one.prefix) === networkOf(address, one.prefix));
  const prefix = near?.prefix ?? usualPrefix[family];
  return prefix >= wholeLength[family] - 1 ? usualPrefix[family] : prefix;
}

/** An address of the same network that nobody has: from .201 on, or in a small network from its middle on. */
function freeBeside(
  text: string,
  written: number | undefined,
  taken: Set<string>,
): { address: string; prefix: number } | undefined {
  const address = parseAddress(text);
  if (address === undefined) return undefined;
  const prefix = prefixOf(text, [{ address: text, prefix: written }]);
  const last = address.bytes.length - 1;
  const hosts = Math.min(256, 2 ** (wholeLength[address.family] - prefix));
  const base = Math.floor((address.bytes[last] ?? 0) / hosts) * hosts;
  for (let step = 0; step < hosts - 2; step++) {
    const offset = hosts === 256 ? ((200 + step) % 254) + 1 : ((hosts / 2 + step) % (hosts - 2)) + 1;
    const candidate = write([...address.bytes.slice(0, last), base + offset]);
    if (taken.has(addressKey(candidate))) continue;
    taken.add(addressKey(candidate));
    return { address: candidate, prefix };
  }
  return undefined;
}

function write(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join(".");
  const pairs = Array.from({ length: 8 }, (_, index) => 256 * (bytes[2 * index] ?? 0) + (bytes[2 * index + 1] ?? 0));
  return pairs.map((pair) => pair.toString(16)).join(":");
}

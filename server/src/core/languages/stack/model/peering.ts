/** Who sends unicast adverts to whom, as far as files tell. */
import type { Member } from "../../../model/cluster/host.ts";
import { listsPeer } from "../../../model/cluster/pairing.ts";
import type { StatedAddress } from "../../../model/facts.ts";
import { type Address, sameAddress } from "../../../net/address.ts";
import { edit } from "../../../rules/fixes.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { Fix, Location, TextEdit } from "../../../schema/problem.ts";
import { lineStartOf } from "../../../text/lines.ts";
import type { Text } from "../../../text/localized.ts";

/** Where a member takes adverts, and from where it sends them. */
export interface Endpoint {
  readonly address: Address;
  readonly text: string;
  /** It has no other: its adverts leave from here. */
  readonly isSure: boolean;
}

/** The addresses at which a member may take adverts: the source alone where one is set (vrrp.c: open_vrrp_read_socket). */
export function endpointsOf({ host, instance }: Member): readonly Endpoint[] {
  const { source, family, interface: on } = instance;
  if (source !== undefined) return [{ address: source.address, text: source.text, isSure: true }];
  return host.addresses
    .filter((one) => one.address.family === family)
    .filter((one) => one.interface === undefined || one.interface === on?.value)
    .map((one) => ({ ...one, isSure: one.interface !== undefined && one.isGuess !== true }));
}

/** The peers of a list are all known, and so are its lines. */
export function listsPeers({ instance }: Member): boolean {
  return instance.isUnicast && !instance.isPartial && !instance.peersAreUnknown && instance.peers.length > 0;
}

/** Whether one lists an address of the other. */
export function sendsTo(from: Member, to: Member): boolean {
  return endpointsOf(to).some(({ address }) => listsPeer(from.instance, address));
}

/** The address of the other that is surely missing among the peers of one, if it is. */
export function missingEndpoint(from: Member, to: Member): Endpoint | undefined {
  if (!listsPeers(from) || sendsTo(from, to)) return undefined;
  // One address of both is a fault of its own: nobody is its own peer.
  const own = from.instance.source?.address;
  const sure = endpointsOf(to)
    .filter(({ isSure }) => isSure)
    .filter(({ address }) => own === undefined || !sameAddress(address, own));
  return sure.length === 1 ? sure[0] : undefined;
}

/** Peers that are none of these members' addresses. */
export function strangePeers({ instance }: Member, members: readonly Member[]): readonly StatedAddress[] {
  return instance.peers.filter(
    (peer) => !members.some((member) => endpointsOf(member).some(({ address }) => sameAddress(address, peer.address))),
  );
}

/** The keyword of the list of peers, or the name of the instance. */
export function peerListAt({ instance }: Member): Location {
  const list = instance.peers[0]?.line?.parent;
  return list === undefined ? instance.at : list.at(list.head);
}

/** Gives an instance without peers those that it should have; undefined where an address of one is not known. */
export function peersEdit(member: Member, members: readonly Member[]): TextEdit | undefined {
  const others = members.filter((other) => other !== member).map((other) => endpointsOf(other)[0]?.text);
  if (others.length === 0 || others.includes(undefined)) return undefined;
  return peerBlock(
    member.instance.block,
    others.flatMap((address) => address ?? []),
  );
}

/** Gives all of these instances peers; undefined where an address is not known. */
export function unicastFix(multicast: readonly Member[], members: readonly Member[], title: Text): Fix | undefined {
  const edits = multicast.map((member) => peersEdit(member, members));
  if (edits.includes(undefined)) return undefined;
  return { title, safety: "unsafe", edits: edits.flatMap((one) => one ?? []) };
}

/** A list of peers before the first statement of an instance, indented like it. */
function peerBlock(block: Bound, addresses: readonly string[]): TextEdit | undefined {
  const [first] = block.children;
  if (first === undefined || first.source.section !== block.source.section) return undefined;
  const content = block.source.section.text;
  const { start } = first.statement;
  const before = content.slice(lineStartOf(content, start), start);
  const indent = /^[ \t]*$/.test(before) ? before : "    ";
  const step = indent === "" ? "    " : indent;
  const lines = ["unicast_peer {", ...addresses.map((address) => `${step}${address}`), "}"];
  return edit(first, { start, end: start }, lines.map((line) => `${line}\n${indent}`).join(""));
}

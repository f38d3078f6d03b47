/**
 * What must differ in the file of a partner, and nothing else: who leads, by which priority, and from which address to
 * which the adverts go.
 */
import type { Host } from "../../../model/cluster/host.ts";
import type { Configuration } from "../../../model/configuration.ts";
import type { StatedAddress, VrrpInstance } from "../../../model/facts.ts";
import { sameAddress } from "../../../net/address.ts";
import { belowEdit, edit, removeStatement } from "../../../rules/fixes.ts";
import type { Bound } from "../../../schema/bound.ts";
import type { TextEdit } from "../../../schema/problem.ts";
import { type Addresses, partnerNames } from "./partnerNames.ts";
import { partnerPriority } from "./partnerPriority.ts";

/** How a node and its partner reach each other by unicast. */
export interface Ends {
  /** Where the address of the partner stands among the peers. */
  readonly peer: StatedAddress;
  readonly addresses: Addresses;
}

/**
 * The ends of a unicast instance: its only peer, or the first one that `isTaken` says no known host has. Undefined where
 * the own address or that of the partner is not known.
 */
export function endsOf(
  instance: VrrpInstance,
  host: Host,
  isTaken: (peer: StatedAddress) => boolean,
): Ends | undefined {
  const peer = instance.peers.find((one) => !isTaken(one));
  const own = instance.source?.text ?? ownAddress(instance, host);
  return peer === undefined || own === undefined ? undefined : { peer, addresses: { own, other: peer.text } };
}

/** The address of the interface, where it has one of the family. */
function ownAddress({ family, interface: on }: VrrpInstance, { addresses }: Host): string | undefined {
  const own = addresses.filter((one) => one.address.family === family && one.isGuess !== true);
  const [first, ...others] = own.filter((one) => one.interface === undefined || one.interface === on?.value);
  return others.length === 0 ? first?.text : undefined;
}

/** The edits of one instance; undefined where no priority can be found. */
export function instanceEdits(
  instance: VrrpInstance,
  ends: Ends | undefined,
  leads: boolean,
): readonly TextEdit[] | undefined {
  const priority = partnerPriority(instance, leads);
  if (priority === undefined) return undefined;
  return [...stateEdit(instance, leads), ...priorityEdit(instance, priority), ...addressEdits(instance, ends)];
}

function stateEdit({ state }: VrrpInstance, leads: boolean): readonly TextEdit[] {
  const wanted = leads ? "MASTER" : "BACKUP";
  return state === undefined || state.value === wanted ? [] : [{ ...state.at, text: wanted }];
}

function priorityEdit({ priority, block }: VrrpInstance, value: number): readonly TextEdit[] {
  if (priority?.isWritten === true) return [{ ...priority.at, text: String(value) }];
  const above = block.find("virtual_router_id") ?? block.find("interface");
  return above === undefined ? [] : [belowEdit(above, `priority ${value}`)];
}

/** Without peers, the address that adverts come from is this node's own, and the default will do for the other. */
function addressEdits(instance: VrrpInstance, ends: Ends | undefined): readonly TextEdit[] {
  const { source, block } = instance;
  if (ends === undefined) {
    const lines = [...block.all("mcast_src_ip"), ...block.all("unicast_src_ip")];
    return source === undefined ? [] : lines.flatMap((line) => removeStatement(line, "safe").edits);
  }
  const { peer, addresses } = ends;
  const swapped: TextEdit[] = [{ ...peer.at, text: addresses.own }];
  if (source !== undefined) swapped.push({ ...source.at, text: addresses.other });
  return swapped;
}

/** What a file says of its own node outside of instances: its name, its ends of BFD sessions. */
export function nodeEdits(
  configuration: Configuration,
  names: { readonly from: string; readonly to: string },
  ends: readonly Ends[],
): readonly TextEdit[] {
  return [
    ...configuration.all("router_id").flatMap((statement) => routerIdEdit(statement, names)),
    ...configuration.all("bfd_instance").flatMap((block) => bfdEdits(block, ends)),
  ];
}

function routerIdEdit(statement: Bound, { from, to }: { readonly from: string; readonly to: string }) {
  const word = statement.nameWord;
  if (word.unknown === true || word.quoted) return [];
  const at = from === "" ? -1 : word.value.toLowerCase().indexOf(from.toLowerCase());
  const named = at === -1 ? undefined : word.value.slice(0, at) + to + word.value.slice(at + from.length);
  const id = named ?? partnerNames(word.value)[0];
  return id === undefined ? [] : [edit(statement, word, id)];
}

function bfdEdits(block: Bound, ends: readonly Ends[]): readonly TextEdit[] {
  const swap = (keyword: string, from: keyof Addresses, to: keyof Addresses) => {
    const statement = block.find(keyword);
    const found = ends.find(({ addresses }) => addresses[from] === statement?.nameWord.value);
    return statement === undefined || found === undefined
      ? []
      : [edit(statement, statement.nameWord, found.addresses[to])];
  };
  return [
    ...swap("source_ip", "own", "other"),
    ...swap("neighbor_ip", "other", "own"),
    ...swap("neighbour_ip", "other", "own"),
  ];
}

/** Whether a host of these is known to have an address. */
export function hasAddress(hosts: readonly Host[], { address }: StatedAddress): boolean {
  return hosts.some((host) => host.addresses.some((one) => one.isGuess !== true && sameAddress(one.address, address)));
}

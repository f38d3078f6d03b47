/** Peers that are missing from a member's list: which words to point at, and how to put them right. */
import type { Member } from "../../../model/cluster/host.ts";
import type { StatedAddress } from "../../../model/facts.ts";
import { belowEdit } from "../../../rules/fixes.ts";
import { titles } from "../../../schema/fixTitles.ts";
import type { Fix, Location } from "../../../schema/problem.ts";
import { fill } from "../../../text/localized.ts";
import { type Endpoint, missingEndpoint, peerListAt, strangePeers } from "./peering.ts";

/** A host that a list should name. */
export interface MissingPeer {
  readonly member: Member;
  readonly endpoint: Endpoint;
}

export interface PeerGap {
  readonly at: Location;
  readonly missing: readonly [MissingPeer, ...MissingPeer[]];
  /** The only peer that is no host of the router, where only one is missing: it stands in its place. */
  readonly stranger: StatedAddress | undefined;
  readonly fixes: readonly Fix[];
}

/** What a member's list surely lacks of the other members that `counts` lets through. */
export function peerGap(
  member: Member,
  members: readonly Member[],
  counts: (other: Member) => boolean,
): PeerGap | undefined {
  const [first, ...rest] = members.flatMap((other): MissingPeer[] => {
    const endpoint = other === member || !counts(other) ? undefined : missingEndpoint(member, other);
    return endpoint === undefined ? [] : [{ member: other, endpoint }];
  });
  if (first === undefined) return undefined;
  const others = members.filter((other) => other !== member);
  const strange = rest.length === 0 ? strangePeers(member, others) : [];
  const [stranger] = strange.length === 1 ? strange : [];
  const missing = [first, ...rest] as const;
  return { at: stranger?.at ?? peerListAt(member), missing, stranger, fixes: fixesOf(member, missing, stranger) };
}

function fixesOf(
  { instance }: Member,
  missing: readonly MissingPeer[],
  stranger: StatedAddress | undefined,
): readonly Fix[] {
  const addresses = missing.map(({ endpoint }) => endpoint.text);
  const line = instance.peers.at(-1)?.line;
  const added = line === undefined ? [] : addresses.map((address) => belowEdit(line, address));
  const [first] = added;
  const insert: Fix[] =
    first === undefined
      ? []
      : [
          {
            title: fill(titles.insert, addresses.join(", ")),
            safety: "unsafe",
            edits: [{ ...first, text: added.map(({ text }) => text).join("") }],
          },
        ];
  const [address] = addresses;
  if (stranger === undefined || address === undefined) return insert;
  const replace: Fix = {
    title: fill(titles.replace, address),
    safety: "unsafe",
    edits: [{ ...stranger.at, text: address }],
  };
  return [replace, ...insert];
}

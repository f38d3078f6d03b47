/** The adverts that members of a virtual router send each other, and which of them a firewall takes away. */
import { judgeAdvert } from "../../../hostFiles/firewall/judge.ts";
import type { Advert } from "../../../hostFiles/firewall/matches.ts";
import type { AdvertProtocol } from "../../../hostFiles/firewall/ruleset.ts";
import type { Host, Member, VirtualRouter } from "../../../model/cluster/host.ts";
import { type Address, parseAddress, sameAddress } from "../../../net/address.ts";
import type { Location } from "../../../schema/problem.ts";
import { sourceOf } from "./nodeAddresses.ts";
import { listsPeers, sendsTo } from "./peering.ts";

/** Adverts that never arrive: who sends, who waits for them, and what drops them. */
export interface LostAdverts {
  readonly from: Member;
  readonly to: Member;
  /** Where they are dropped: as they leave or as they come in. */
  readonly direction: Advert["direction"];
  /** The rule or the policy. */
  readonly at: Location;
}

/** RFC 9568, section 5.1.1.2 and 5.1.2.2. */
const groups = { 4: parseAddress("224.0.0.18"), 6: parseAddress("ff02::12") };

/** What firewalls surely drop of the adverts that the members of a virtual router mean each other to hear. */
export function lostAdverts({ members }: VirtualRouter): readonly LostAdverts[] {
  return members.flatMap((from) =>
    members.flatMap((to): LostAdverts[] => {
      if (from === to || !reaches(from, to)) return [];
      return (["out", "in"] as const).flatMap((direction) => {
        const advert = advertOf(from, to, direction);
        const at = advert === undefined ? undefined : dropsAt((direction === "in" ? to : from).host, advert);
        return at === undefined ? [] : [{ from, to, direction, at }];
      });
    }),
  );
}

/** Whether one sends where the other listens. */
function reaches(from: Member, to: Member): boolean {
  const [one, other] = [from.instance, to.instance];
  if (one.isPartial || other.isPartial || one.isUnicast !== other.isUnicast) return false;
  return one.isUnicast ? listsPeers(from) && sendsTo(from, to) : isSameGroup(groupOf(from), groupOf(to));
}

function groupOf({ instance: { multicastGroup, family } }: Member): Address | undefined {
  return multicastGroup?.address ?? (family === undefined ? undefined : groups[family]);
}

function isSameGroup(one: Address | undefined, other: Address | undefined): boolean {
  return one !== undefined && other !== undefined && sameAddress(one, other);
}

/** An advert as it leaves its sender or comes to its receiver; undefined where too little of it is known. */
function advertOf(from: Member, to: Member, direction: Advert["direction"]): Advert | undefined {
  const { family, isUnicast } = from.instance;
  const protocol = protocolOf(from);
  if (family === undefined || protocol === undefined) return undefined;
  return {
    direction,
    family,
    protocol,
    interface: interfaceOf(direction === "in" ? to : from),
    source: addressOf(from),
    destination: isUnicast ? addressOf(to) : groupOf(from),
  };
}

/** Without a source of its own an IPv6 instance sends from the link-local address, which no file shows. */
function addressOf(member: Member): Address | undefined {
  return member.instance.family === 6 ? member.instance.source?.address : sourceOf(member);
}

/** vrrp.c: vrrp_build_ip4; only version 2 has authentication. */
function protocolOf({ instance }: Member): AdvertProtocol | undefined {
  const { version, authentication, authenticationIsUnknown } = instance;
  if (version === 3) return 112;
  if (authenticationIsUnknown || (version === undefined && authentication?.type === "AH")) return undefined;
  return authentication?.type === "AH" ? 51 : 112;
}

/** Unicast adverts go where the routes of their addresses lead, and those of a virtual MAC by an interface of its own. */
function interfaceOf({ host, instance }: Member): string | undefined {
  const { source, isUnicast, usesVirtualMac } = instance;
  if (usesVirtualMac) return undefined;
  if (!isUnicast || source === undefined) return instance.interface?.value;
  return host.facts.addresses.find(({ address }) => sameAddress(address, source.address))?.interface;
}

/** What drops an advert, if the firewall of a host surely does: no other file of the host lets it pass or leaves it open. */
function dropsAt({ facts }: Host, advert: Advert): Location | undefined {
  const opinions = facts.firewalls.flatMap(({ ruleset, source }) => {
    const { kind, at } = judgeAdvert(ruleset, advert);
    // A policy that accepts is none: each table may drop what others leave alone.
    const isNone = kind === "accepts" && (at === undefined || ruleset.bases.some((base) => base === at));
    return isNone ? [] : [{ kind, at, source }];
  });
  if (opinions.some(({ kind }) => kind !== "drops")) return undefined;
  const [first] = opinions;
  return first?.at === undefined ? undefined : { source: first.source, start: first.at.start, end: first.at.end };
}

/**
 * Who wins a virtual router while all is well. Only of instances that do elect among themselves: where something keeps
 * them from hearing each other, that is the finding, and priorities explain nothing.
 */
import type { Member, VirtualRouter } from "../../../model/cluster/host.ts";
import { sharedAddress } from "../../../model/cluster/pairing.ts";
import type { Tracker, VrrpInstance } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";
import { sameAddress } from "../../../net/address.ts";
import { ownerPriority, priorityOf } from "../../../vrrp/priority.ts";
import { advertised } from "../../../vrrp/simulation/advert.ts";

/** A member with the priority that it advertises while all that it tracks is well. */
export interface Standing {
  readonly member: Member;
  readonly instance: VrrpInstance;
  readonly priority: number;
}

export interface Election {
  /** The highest priority first; among equals in the order of the hosts. */
  readonly standings: readonly Standing[];
  /** One address that all of them hold, as it is written. */
  readonly address: string;
}

/** How a virtual router is elected; undefined where that is not known, or where the members do not hear each other. */
export const electionOf: (router: VirtualRouter) => Election | undefined = derived((router) => {
  const { members } = router;
  const [first, ...others] = members;
  if (first === undefined || others.length === 0) return undefined;
  const address = sharedAddress(first.instance, others[0]?.instance ?? first.instance);
  if (address === undefined || !others.every(({ instance }) => hears(first.instance, instance))) return undefined;
  const standings = members.flatMap((member): Standing[] => {
    const { instance } = member;
    const priority = instance.isPartial ? undefined : priorityOf(instance);
    return priority === undefined ? [] : [{ member, instance, priority }];
  });
  if (standings.length < members.length) return undefined;
  return { standings: standings.sort((a, b) => b.priority - a.priority), address };
});

/** The member that wins while all is well; undefined where that is open. */
export function winnerOf(election: Election | undefined): Standing | undefined {
  const [first, second] = election?.standings ?? [];
  return first !== undefined && second !== undefined && first.priority > second.priority ? first : undefined;
}

/** The instance never takes the address from a living MASTER. */
export function holdsBack({ nopreempt, state, priority }: VrrpInstance): boolean {
  // With MASTER, and for the owner, the daemon takes it back (vrrp.c: vrrp_complete_instance).
  return nopreempt !== undefined && state?.value !== "MASTER" && priority?.value !== ownerPriority;
}

/** No other member can ever have less than this one: it is the last of all, and no weight changes that of another. */
export function neverPreempts(one: Standing, { standings }: Election): boolean {
  const others = standings.filter((other) => other !== one);
  return others.every(({ priority, instance }) => priority > one.priority && weightsOf(instance).length === 0);
}

/** What changes the priority of an instance when it fails. */
export function weightsOf({ trackers }: VrrpInstance): readonly Tracker[] {
  return trackers.filter(({ weight, isIgnored }) => weight !== 0 && !isIgnored);
}

/** The weight as it is written, for a message. */
export function written({ weight = 0 }: Tracker): string {
  return weight > 0 ? `+${weight}` : String(weight);
}

/** Whether two instances take each other's adverts, as far as their files tell. */
function hears(a: VrrpInstance, b: VrrpInstance): boolean {
  const isSameRouter =
    a.virtualRouterId !== undefined &&
    a.virtualRouterId.value === b.virtualRouterId?.value &&
    a.family === b.family &&
    a.version !== undefined &&
    a.version === b.version &&
    a.isUnicast === b.isUnicast;
  if (!isSameRouter || !isSameList(a, b)) return false;
  if (a.version === 3) return true;
  return a.advertInterval?.value === b.advertInterval?.value && isSameSecret(a, b);
}

/** Adverts with another list are not taken, unless the receiver does not look. */
function isSameList(a: VrrpInstance, b: VrrpInstance): boolean {
  if (sharedAddress(a, b) === undefined) return false;
  if (a.addressesAreUnknown || b.addressesAreUnknown || (a.skipsAddressCheck && b.skipsAddressCheck)) return true;
  const [one, other] = [advertised(a), advertised(b)];
  return (
    one.length === other.length && one.every(({ address }) => other.some((its) => sameAddress(its.address, address)))
  );
}

function isSameSecret(a: VrrpInstance, b: VrrpInstance): boolean {
  if (a.authenticationIsUnknown || b.authenticationIsUnknown) return true;
  return a.authentication?.type === b.authentication?.type && a.authentication?.secret === b.authentication?.secret;
}

/** Compares what the members of a virtual router say of one thing. */
import type { Host, Member } from "../../../model/cluster/host.ts";
import { sharedAddress } from "../../../model/cluster/pairing.ts";
import type { Location, Related } from "../../../schema/problem.ts";
import { fill, type Text, text } from "../../../text/localized.ts";

/** Who says it: a host, with the thing that is compared. */
export interface Speaker {
  readonly host: Host;
}

/** What one member says, and where. */
export interface Said<T, Who extends Speaker = Member> {
  readonly member: Who;
  readonly value: T;
  readonly at: Location;
}

/** A member that says something else than others, with those whom it contradicts. */
export interface Odd<T, Who extends Speaker = Member> {
  readonly one: Said<T, Who>;
  readonly others: readonly Said<T, Who>[];
}

const onHost = text("{0}: {1}", "{0}：{1}");

/**
 * The members that differ: where most agree, the ones that do not; where no side has more than half, every member. `say`
 * tells what a member says, undefined where that is not known; `same` whether two agree.
 */
export function oddOnes<T, Who extends Speaker = Member>(
  { members }: { readonly members: readonly Who[] },
  say: (member: Who) => { readonly value: T; readonly at: Location } | undefined,
  same: (a: T, b: T) => boolean = Object.is,
): readonly Odd<T, Who>[] {
  const all = members.flatMap((member): Said<T, Who>[] => {
    const said = say(member);
    return said === undefined ? [] : [{ member, ...said }];
  });
  const most = all.find(({ value }) => all.filter((other) => same(other.value, value)).length * 2 > all.length);
  return all.flatMap((one) => {
    if (most !== undefined && same(most.value, one.value)) return [];
    const others = all.filter((other) => !same(other.value, one.value));
    return others.length === 0 ? [] : [{ one, others }];
  });
}

/** Where other hosts say something else: `lb2: 52`. */
export function elsewhere<T>(
  others: readonly Said<T, Speaker>[],
  show: (value: T) => string | Text,
): readonly Related[] {
  return others.map(({ member, value, at }) => ({ ...at, message: fill(onHost, member.host.name, show(value)) }));
}

/** Of those whom a member contradicts: the ones that say the same as the first of them. */
export function oneSide<T, Who extends Speaker = Member>(
  others: readonly Said<T, Who>[],
  same: (a: T, b: T) => boolean = Object.is,
): readonly [Said<T, Who>, ...Said<T, Who>[]] | undefined {
  const [first, ...rest] = others;
  return first === undefined ? undefined : [first, ...rest.filter(({ value }) => same(value, first.value))];
}

/** What would have two masters: an address that a member shares with one whom it contradicts, or its own first one. */
export function contested({ one, others }: Odd<unknown>): string {
  const { instance } = one.member;
  const [shared] = others.flatMap(({ member }) => sharedAddress(instance, member.instance) ?? []);
  return shared ?? instance.addresses[0]?.text ?? `"${instance.name}"`;
}

/** The names of the hosts, for a message. */
export function hostNames(said: readonly { readonly member: Speaker }[]): string {
  return said.map(({ member }) => member.host.name).join(", ");
}

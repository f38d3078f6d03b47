/** Compares the lists of virtual addresses of the members of a virtual router. */
import type { Member, VirtualRouter } from "../../../model/cluster/host.ts";
import type { VirtualAddress } from "../../../model/facts.ts";
import { sameAddress } from "../../../net/address.ts";
import { belowEdit, removeStatement } from "../../../rules/fixes.ts";
import type { Fix, Location, TextEdit } from "../../../schema/problem.ts";
import type { Text } from "../../../text/localized.ts";
import { type Odd, oddOnes, oneSide, type Said } from "./compare.ts";

export interface ListDifference {
  readonly odd: Odd<readonly VirtualAddress[]>;
  /** Those whom it is compared with: they all say the same. */
  readonly side: readonly [Said<readonly VirtualAddress[]>, ...Said<readonly VirtualAddress[]>[]];
  /** Only the odd member has them. */
  readonly extra: readonly VirtualAddress[];
  /** Only the others have them. */
  readonly missing: readonly VirtualAddress[];
  /** The first extra address, or the list that lacks one. */
  readonly at: Location;
}

/** The members whose lists differ; `pick` takes what is compared. Order and prefix lengths count for nothing. */
export function listDifferences(
  router: VirtualRouter,
  pick: (member: Member) => readonly VirtualAddress[] | undefined,
): readonly ListDifference[] {
  const say = (member: Member) => {
    const { isPartial, addressesAreUnknown, at } = member.instance;
    const value = isPartial || addressesAreUnknown ? undefined : pick(member);
    return value === undefined ? undefined : { value, at: listAt(value) ?? at };
  };
  return oddOnes(router, say, isSameList).flatMap((odd) => {
    const { one, others } = odd;
    const side = oneSide(others, isSameList);
    if (side === undefined) return [];
    const extra = without(one.value, side[0].value);
    const missing = without(side[0].value, one.value);
    return [{ odd, side, extra, missing, at: extra[0]?.at ?? one.at }];
  });
}

/** The addresses of a list that are not in another. */
export function without(list: readonly VirtualAddress[], other: readonly VirtualAddress[]): readonly VirtualAddress[] {
  return list.filter(({ address }) => !other.some((one) => sameAddress(one.address, address)));
}

function isSameList(a: readonly VirtualAddress[], b: readonly VirtualAddress[]): boolean {
  return without(a, b).length === 0 && without(b, a).length === 0;
}

/** The keyword of the list. */
function listAt([first]: readonly VirtualAddress[]): Location | undefined {
  const list = first?.line?.parent;
  return list?.at(list.head);
}

/** Writes addresses of one member below those of other members. */
export function addFix(
  added: readonly VirtualAddress[],
  lists: readonly (readonly VirtualAddress[])[],
  title: Text,
): readonly Fix[] {
  const edits = lists.map((list): TextEdit | undefined => {
    const line = list.at(-1)?.line;
    if (line === undefined) return undefined;
    const inserted = added.map((address) => belowEdit(line, written(address)));
    const [first] = inserted;
    return first === undefined ? undefined : { ...first, text: inserted.map((one) => one.text).join("") };
  });
  if (edits.includes(undefined)) return [];
  return [{ title, safety: "unsafe", edits: edits.flatMap((one) => one ?? []) }];
}

/** Takes lines with addresses out. */
export function removeFix(removed: readonly VirtualAddress[], title: Text): readonly Fix[] {
  const edits = removed.map(({ line }) => (line === undefined ? undefined : removeStatement(line, "unsafe").edits));
  if (edits.includes(undefined)) return [];
  return [{ title, safety: "unsafe", edits: edits.flatMap((one) => one ?? []) }];
}

/** A whole line as it stands there; where a variable takes the address's place, the address alone. */
function written({ line, text, prefixLength }: VirtualAddress): string {
  const own = line?.source.section.text.slice(line.statement.start, line.statement.end) ?? "";
  if (own.startsWith(text) && !/[\n$~]/.test(own)) return own;
  return prefixLength === undefined ? text : `${text}/${prefixLength}`;
}

/** Addresses one after the other, for a message; of many the first ones and the number of the others. */
export function shown(addresses: readonly VirtualAddress[]): string {
  const most = 3;
  const names = addresses.map(({ text }) => text);
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most - 1).join(", ")} (+${names.length - most + 1})`;
}

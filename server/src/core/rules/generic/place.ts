/** Whether two statements are one: loops, and files that are included twice, read the same place again. */
import type { Bound } from "../../schema/bound.ts";

export function isSamePlace(a: Bound, b: Bound): boolean {
  return a.source.section === b.source.section && a.statement.start === b.statement.start;
}

/** The list without statements that stand in a place which came before. */
export function withoutRereads<Item>(list: readonly Item[], boundOf: (item: Item) => Bound): readonly Item[] {
  return list.filter(
    (item, index) => !list.slice(0, index).some((before) => isSamePlace(boundOf(before), boundOf(item))),
  );
}

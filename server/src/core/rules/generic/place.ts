/** Whether two statements are one: loops, and files that are included twice, read the same place again. */
import type { Bound } from "../../schema/bound.ts";
import type { Section } from "../../text/document.ts";

export function isSamePlace(a: Bound, b: Bound): boolean {
  return a.source.section === b.source.section && a.statement.start === b.statement.start;
}

/** The list without statements that stand in a place which came before. */
export function withoutRereads<Item>(list: readonly Item[], boundOf: (item: Item) => Bound): readonly Item[] {
  if (list.length < 2) return list;
  const seen = new Map<Section, Set<number>>();
  return list.filter((item) => {
    const { source, statement } = boundOf(item);
    const starts = seen.get(source.section);
    if (starts === undefined) seen.set(source.section, new Set([statement.start]));
    else if (starts.has(statement.start)) return false;
    else starts.add(statement.start);
    return true;
  });
}

/** Judges many lines that should be in order together, and those of a group that is not in order in ever smaller ones. */
import type { Verdict } from "../judged.ts";

/** Beyond this, one line in a group that is refused costs more than the group saves. */
const atOnce = 24;

/** The verdict on each item; `judge` is asked about groups of items of the same `kind`. */
export async function judgeInGroups<Item extends object>(
  items: readonly Item[],
  kind: (item: Item) => string,
  judge: (items: readonly Item[]) => Promise<Verdict>,
): Promise<ReadonlyMap<Item, Verdict>> {
  const found = new Map<Item, Verdict>();
  const judgeGroup = async (group: readonly Item[]): Promise<void> => {
    const verdict = await judge(group);
    const isSure = !verdict.refused && verdict.undecided !== true && verdict.environment.length === 0;
    if (group.length === 1 || isSure) {
      for (const item of group) found.set(item, verdict);
      return;
    }
    const half = group.length >> 1;
    await Promise.all([group.slice(0, half), group.slice(half)].map(judgeGroup));
  };
  const groups: Item[][] = [];
  for (const list of byKind(items, kind).values()) {
    for (let at = 0; at < list.length; at += atOnce) groups.push(list.slice(at, at + atOnce));
  }
  await Promise.all(groups.map(judgeGroup));
  return found;
}

function byKind<Item>(items: readonly Item[], kind: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(kind(item), [...(found.get(kind(item)) ?? []), item]);
  return found;
}

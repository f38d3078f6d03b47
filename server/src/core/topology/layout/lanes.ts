/** Parts of the picture that have nothing to do with each other but that clients ask for them: each is a lane of its own. */
import type { Columns } from "./order.ts";
import { columnKinds, type Item, type Link, type Shape } from "./shape.ts";

export interface Lane {
  /** By number of the column; in the order of the graph. */
  readonly columns: Columns;
  readonly links: readonly Link[];
}

/** Lanes in the order of their first items. Clients belong to none. */
export function lanesOf({ items, lines, ties }: Shape): readonly Lane[] {
  const parents = new Map<unknown, unknown>();
  const rootOf = (key: unknown): unknown => {
    let root = key;
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above;
    // The way is shortened for whoever comes next.
    for (let next = key; next !== root; ) {
      const above = parents.get(next);
      parents.set(next, root);
      next = above;
    }
    return root;
  };
  const join = (a: unknown, b: unknown) => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) parents.set(one, other);
  };
  const links = lines.flatMap((line) => line.links).filter(({ from }) => from.column > 0);
  for (const { from, to } of [...links, ...ties]) join(from, to);
  for (const item of items) if (item.group !== undefined) join(item, item.group);
  const lanes = new Map<unknown, { readonly columns: Item[][]; readonly links: Link[] }>();
  for (const item of items) {
    if (item.column === 0) continue;
    const root = rootOf(item);
    const lane = lanes.get(root) ?? { columns: columnKinds.map((): Item[] => []), links: [] };
    lanes.set(root, lane);
    lane.columns[item.column]?.push(item);
  }
  for (const link of links) lanes.get(rootOf(link.to))?.links.push(link);
  return [...lanes.values()];
}

/**
 * Heights of boxes in a lane: as near to their neighbours as order and gaps allow. What was drawn before stays where it
 * was, and is only moved down where it must make room.
 */

import type { Lane } from "./lanes.ts";
import { sizes } from "./measure.ts";
import { type Columns, sortGroups } from "./order.ts";
import type { Item, Link } from "./shape.ts";

/** The top of an item in the picture that was drawn before. */
export type Before = (item: Item) => number | undefined;

/** Tops of items, by item. */
export type Tops = ReadonlyMap<Item, number>;

/** How far above and below a box its cluster's frame reaches. */
export function frameOf(item: Item): { readonly above: number; readonly below: number } {
  if (item.group === undefined) return { above: 0, below: 0 };
  return { above: sizes.clusterPadding + sizes.clusterTitle, below: sizes.clusterPadding };
}

/** What must lie between the tops of two items, one below the other. */
function distance(upper: Item, lower: Item): number {
  const isTogether = upper.group === lower.group;
  const frames = isTogether ? 0 : frameOf(upper).below + frameOf(lower).above;
  return upper.height + sizes.gap + frames;
}

/** Tops of all items of a lane; the uppermost frame or box begins at 0. */
export function placeLane(columns: Columns, links: readonly Link[]): Tops {
  const tops = new Map<Item, number>();
  const heights = columns.map((column) => column.reduce((sum, { height }) => sum + height + sizes.gap, 0));
  const base = heights.indexOf(Math.max(...heights));
  put(columns[base] ?? [], () => undefined, tops);
  for (let number = base + 1; number < columns.length; number++) put(columns[number] ?? [], wish(links, tops), tops);
  for (let number = base - 1; number >= 0; number--) put(columns[number] ?? [], wish(links, tops), tops);
  return fromZero(tops);
}

/** The top at which an item's lines would be level with their other ends, as far as these are placed. */
function wish(links: readonly Link[], tops: Tops): (item: Item) => number | undefined {
  const wishes = new Map<Item, number[]>();
  const add = (item: Item, value: number) => {
    const list = wishes.get(item);
    if (list === undefined) wishes.set(item, [value]);
    else list.push(value);
  };
  for (const { from, fromY, to, toY } of links) {
    const [a, b] = [tops.get(from), tops.get(to)];
    if (a !== undefined && b === undefined) add(to, a + fromY - toY);
    if (b !== undefined && a === undefined) add(from, b + toY - fromY);
  }
  return (item) => {
    const list = wishes.get(item);
    return list === undefined ? undefined : list.reduce((sum, one) => sum + one, 0) / list.length;
  };
}

/** Places a column so that the squares of the distances to what is wished are least (isotonic regression). */
function put(column: readonly Item[], wished: (item: Item) => number | undefined, tops: Map<Item, number>): void {
  let offset = 0;
  let last: number | undefined;
  const blocks: { sum: number; count: number; readonly items: [Item, number][] }[] = [];
  for (const [index, item] of column.entries()) {
    const upper = column[index - 1];
    if (upper !== undefined) offset += distance(upper, item);
    const value = (wished(item) ?? (last === undefined ? offset : last + offset)) - offset;
    last = value;
    blocks.push({ sum: value, count: 1, items: [[item, offset]] });
    for (;;) {
      const [above, below] = blocks.slice(-2);
      if (above === undefined || below === undefined || above.sum / above.count <= below.sum / below.count) break;
      blocks.pop();
      above.sum += below.sum;
      above.count += below.count;
      above.items.push(...below.items);
    }
  }
  for (const { sum, count, items } of blocks) for (const [item, down] of items) tops.set(item, sum / count + down);
}

function fromZero(tops: Tops): Tops {
  const least = Math.min(...[...tops].map(([item, top]) => top - frameOf(item).above));
  return new Map([...tops].map(([item, top]) => [item, Math.round(top - least)]));
}

/** The columns of a lane in the order of before, with what is new near its neighbours. */
export function keepOrder({ columns, links }: Lane, before: Before): Columns {
  const middles = new Map<Item, number[]>();
  for (const { from, fromY, to, toY } of links) {
    for (const [item, other, y] of [
      [from, to, toY],
      [to, from, fromY],
    ] as const) {
      const top = before(other);
      if (top === undefined) continue;
      const list = middles.get(item);
      if (list === undefined) middles.set(item, [top + y]);
      else list.push(top + y);
    }
  }
  return columns.map((column) => {
    const values = new Map<Item, number>();
    let last = Number.NEGATIVE_INFINITY;
    for (const item of column) {
      const list = middles.get(item) ?? [];
      const top = before(item);
      if (top !== undefined) last = top;
      else if (list.length > 0) last = list.reduce((sum, one) => sum + one, 0) / list.length - item.height / 2;
      values.set(item, last);
    }
    const sorted = [...column].sort((a, b) => (values.get(a) ?? 0) - (values.get(b) ?? 0));
    // Only brings groups together.
    return sortGroups(sorted, () => undefined);
  });
}

/** Tops of a lane of which some items were drawn before: these stay, unless what is above them needs their place. */
export function keepPlaces(columns: Columns, links: readonly Link[], before: Before): Tops {
  const tops = new Map<Item, number>();
  for (const column of columns) {
    for (const item of column) {
      const top = before(item);
      if (top !== undefined) tops.set(item, top);
    }
  }
  const wished = wish(links, tops);
  for (const column of columns) {
    let free = Number.NEGATIVE_INFINITY;
    for (const [index, item] of column.entries()) {
      const upper = column[index - 1];
      if (upper !== undefined) free = (tops.get(upper) ?? 0) + distance(upper, item);
      const kept = before(item);
      const next = column.slice(index + 1).find((other) => before(other) !== undefined);
      const limit = next === undefined ? Number.POSITIVE_INFINITY : (before(next) ?? 0) - distance(item, next);
      const wanted = kept ?? Math.min(wished(item) ?? free, limit);
      const top = Math.max(free, wanted);
      tops.set(item, Number.isFinite(top) ? Math.round(top) : 0);
    }
  }
  return tops;
}

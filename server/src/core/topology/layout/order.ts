/**
 * The order of boxes within columns, so that few lines cross: sweeps over the columns that sort by the middle of
 * neighbours (Sugiyama, Tagawa and Toda 1981), then exchanges of neighbours that help. Lines meet boxes at heights, so a
 * box with many rows counts at each of them.
 */
import type { Item, Link } from "./shape.ts";

/** The items of each column, from top to bottom. */
export type Columns = readonly (readonly Item[])[];

const sweeps = 8;
/** Sweeps without gain before it is given up. */
const patience = 3;
const rounds = 6;

/** Crossings of lines between each two columns. */
export function crossingsOf(columns: Columns, links: readonly Link[]): number {
  const at = positionsOf(columns);
  const pairs = new Map<number, (readonly [number, number])[]>();
  for (const { from, fromY, to, toY } of links) {
    const pair = [heightAt(at, from, fromY), heightAt(at, to, toY)] as const;
    const list = pairs.get(to.column);
    if (list === undefined) pairs.set(to.column, [pair]);
    else list.push(pair);
  }
  return [...pairs.values()].reduce((sum, list) => sum + inversions(list), 0);
}

/** Where a line meets a box: its number in the column, and how far down in it. */
function heightAt(at: ReadonlyMap<Item, number>, item: Item, y: number): number {
  return (at.get(item) ?? 0) + y / (item.height + 1);
}

/** Pairs of lines of which one begins above and ends below the other. */
function inversions(pairs: readonly (readonly [number, number])[]): number {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, end]) => end);
  const ends = [...new Set(sorted)].sort((a, b) => a - b);
  const rank = new Map(ends.map((end, index) => [end, index + 1]));
  // A Fenwick tree counts the ends seen so far that lie below.
  const tree = new Array<number>(ends.length + 1).fill(0);
  let count = 0;
  for (const [seen, end] of sorted.entries()) {
    let upTo = 0;
    const own = rank.get(end) ?? 0;
    for (let index = own; index > 0; index -= index & -index) upTo += tree[index] ?? 0;
    count += seen - upTo;
    for (let index = own; index < tree.length; index += index & -index) tree[index] = (tree[index] ?? 0) + 1;
  }
  return count;
}

function positionsOf(columns: Columns): Map<Item, number> {
  return new Map(columns.flatMap((column) => column.map((item, index) => [item, index] as const)));
}

interface Neighbour {
  readonly item: Item;
  /** Where the line meets the neighbour, and where the item. */
  readonly y: number;
  readonly ownY: number;
}

interface Neighbours {
  readonly left: ReadonlyMap<Item, readonly Neighbour[]>;
  readonly right: ReadonlyMap<Item, readonly Neighbour[]>;
}

function neighboursOf(links: readonly Link[]): Neighbours {
  const left = new Map<Item, Neighbour[]>();
  const right = new Map<Item, Neighbour[]>();
  const add = (map: Map<Item, Neighbour[]>, item: Item, neighbour: Neighbour) => {
    const list = map.get(item);
    if (list === undefined) map.set(item, [neighbour]);
    else list.push(neighbour);
  };
  for (const { from, fromY, to, toY } of links) {
    add(left, to, { item: from, y: fromY, ownY: toY });
    add(right, from, { item: to, y: toY, ownY: fromY });
  }
  return { left, right };
}

/** The best order that was found, beginning with the one given: once from the left, once from the right. */
export function orderColumns(start: Columns, links: readonly Link[]): Columns {
  let best = start;
  let least = crossingsOf(start, links);
  if (least === 0) return best;
  const neighbours = neighboursOf(links);
  for (const first of [0, 1]) {
    let now = start;
    let idle = 0;
    for (let sweep = first; sweep < first + sweeps && least > 0 && idle < patience; sweep++) {
      const before = least;
      now = sweepOnce(now, neighbours, sweep % 2 === 0);
      const swept = crossingsOf(now, links);
      if (swept < least) [best, least] = [now, swept];
      const better = exchange(now, neighbours);
      const count = crossingsOf(better, links);
      if (count < least) [best, least] = [better, count];
      idle = least < before ? 0 : idle + 1;
      if (sweep % 4 < 2) now = better;
    }
  }
  return best;
}

function sweepOnce(columns: Columns, { left, right }: Neighbours, isRightward: boolean): Columns {
  const sorted = columns.map((column) => [...column]);
  const order = isRightward ? columns.keys() : [...columns.keys()].reverse();
  for (const number of order) {
    const column = sorted[number];
    if (column === undefined) continue;
    const at = positionsOf(sorted);
    const towards = isRightward ? left : right;
    const middle = (item: Item): number | undefined => {
      const list = towards.get(item) ?? [];
      if (list.length === 0) return undefined;
      return list.reduce((sum, { item: other, y }) => sum + heightAt(at, other, y), 0) / list.length;
    };
    sorted[number] = sortGroups(column, middle);
  }
  return sorted;
}

/** Sorts groups by the middle of their items, and these within; what has no neighbour stays where it is. */
export function sortGroups(column: readonly Item[], middle: (item: Item) => number | undefined): Item[] {
  const groups = groupsOf(column);
  const value = (items: readonly Item[]) => {
    const values = items.flatMap((item) => middle(item) ?? []);
    return values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length;
  };
  const inner = groups.map((group) => sortKeeping(group, middle));
  return sortKeeping(inner, value).flat();
}

function groupsOf(column: readonly Item[]): readonly (readonly Item[])[] {
  const groups = new Map<unknown, Item[]>();
  for (const item of column) {
    const key = item.group ?? item;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [item]);
    else list.push(item);
  }
  return [...groups.values()];
}

/** Sorts those that have a value among the places that they hold together. */
function sortKeeping<T>(list: readonly T[], value: (one: T) => number | undefined): T[] {
  const valued = list.flatMap((one) => {
    const number = value(one);
    return number === undefined ? [] : [{ one, number }];
  });
  valued.sort((a, b) => a.number - b.number);
  let next = 0;
  return list.map((one) => (value(one) === undefined ? one : (valued[next++]?.one ?? one)));
}

/** Exchanges neighbours, or neighbouring groups, as long as lines cross less for it. */
function exchange(columns: Columns, neighbours: Neighbours): Columns {
  const now = columns.map((column) => groupsOf(column).map((group) => [...group]));
  const at = positionsOf(columns);
  const ends = (items: readonly Item[], side: ReadonlyMap<Item, readonly Neighbour[]>) =>
    items.flatMap((item) => (side.get(item) ?? []).map(({ item: other, y }) => heightAt(at, other, y)));
  const gain = (upper: readonly Item[], lower: readonly Item[]) => {
    let before = 0;
    let after = 0;
    for (const side of [neighbours.left, neighbours.right]) {
      const [a, b] = [ends(upper, side), ends(lower, side)];
      for (const one of a) {
        for (const other of b) {
          if (one > other) before++;
          else if (one < other) after++;
        }
      }
    }
    return before - after;
  };
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (const groups of now) {
      const renumber = () => {
        for (const [index, item] of groups.flat().entries()) at.set(item, index);
      };
      for (let index = 0; index + 1 < groups.length; index++) {
        const [upper, lower] = [groups[index], groups[index + 1]];
        if (upper === undefined || lower === undefined || gain(upper, lower) <= 0) continue;
        [groups[index], groups[index + 1]] = [lower, upper];
        changed = true;
        renumber();
      }
      for (const group of groups) {
        for (let index = 0; index + 1 < group.length; index++) {
          const [upper, lower] = [group[index], group[index + 1]];
          if (upper === undefined || lower === undefined || gain([upper], [lower]) <= 0) continue;
          [group[index], group[index + 1]] = [lower, upper];
          changed = true;
          renumber();
        }
      }
    }
    if (!changed) break;
  }
  return now.map((groups) => groups.flat());
}

/**
 * Picks things out of the sections of a configuration, or out of what is made of them, such as proxies: a large file
 * has thousands, an edit changes a few, and most hold nothing of what a rule looks for.
 */
import type { Configuration } from "./configuration.ts";

/** What was found in the items of a list, none of which stands in it twice. */
export class Gathered<Item extends object, Found> {
  #items: readonly Item[] = [];
  /** Only items of which something was found. */
  readonly #byItem = new Map<Item, readonly Found[]>();
  #flat: readonly Found[] = [];

  /** All that `pick` finds, in the order of the items; it is asked of those only that were not in the list before. */
  of(items: readonly Item[], pick: (item: Item) => readonly Found[]): readonly Found[] {
    if (this.#items !== items && this.#exchange(items, pick)) {
      const byItem = this.#byItem;
      this.#flat = byItem.size === 0 ? [] : items.flatMap((item) => byItem.get(item) ?? []);
    }
    return this.#flat;
  }

  /** Takes new items in for old ones, and tells whether something was found in those that went or came. */
  #exchange(items: readonly Item[], pick: (item: Item) => readonly Found[]): boolean {
    const { gone, come } = changes(this.#items, items);
    this.#items = items;
    let changed = false;
    const left = new Map<Item, readonly Found[]>();
    for (const item of gone) {
      const found = this.#byItem.get(item);
      left.set(item, found ?? []);
      if (found === undefined) continue;
      changed = true;
      this.#byItem.delete(item);
    }
    for (const item of come) {
      const found = left.get(item) ?? pick(item);
      if (found.length === 0) continue;
      changed = true;
      this.#byItem.set(item, found);
    }
    return changed;
  }
}

/**
 * A function that gives all that `pick` finds, in the order of the items. Items that are still the same objects are not
 * asked again, so `pick` must look at nothing but its item and the version; and the list is the same object as long as
 * nothing in it has changed, so that more can be kept by it.
 */
export function gather<Item extends object, Found>(
  itemsOf: (configuration: Configuration) => readonly Item[],
  pick: (item: Item, version: string) => readonly Found[],
): (configuration: Configuration) => readonly Found[] {
  const kept = new WeakMap<Configuration, Gathered<Item, Found>>();
  return (configuration) => {
    let gathered = kept.get(configuration);
    if (gathered === undefined) {
      gathered = new Gathered();
      kept.set(configuration, gathered);
    }
    return gathered.of(itemsOf(configuration), (item) => pick(item, configuration.version));
  };
}

/** The same for something that is made of a list, or of another object: made once for each. */
export function derived<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, Made>();
  return (from) => {
    if (!made.has(from)) made.set(from, make(from));
    return made.get(from) as Made;
  };
}

/** What stands between the beginning and the end that two lists share. */
export function changes<Item>(
  old: readonly Item[],
  now: readonly Item[],
): { readonly gone: readonly Item[]; readonly come: readonly Item[] } {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let tail = 0;
  while (tail < most - start && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { gone: old.slice(start, old.length - tail), come: now.slice(start, now.length - tail) };
}

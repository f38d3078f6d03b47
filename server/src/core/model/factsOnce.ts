/** Facts of a configuration, made once for as long as nothing changes of what they are made of. */

import { isSameList, isSameValue } from "../text/lists.ts";
import type { Configuration } from "./configuration.ts";
import type { Facts } from "./facts.ts";

/** A function that makes facts anew only when a statement of these keywords, or one within, has changed. */
export function factsOnce(
  reads: readonly string[],
  make: (configuration: Configuration) => Facts,
): (configuration: Configuration) => Facts {
  interface Kept {
    readonly lists: readonly unknown[];
    readonly incomplete: boolean;
    readonly facts: Facts;
  }
  const kept = new WeakMap<Configuration, Kept>();
  return (configuration) => {
    const lists: readonly unknown[] = reads.map((keyword) => configuration.all(keyword));
    const { incomplete } = configuration;
    const before = kept.get(configuration);
    const isSame = before?.incomplete === incomplete && isSameList(before.lists, lists, isSameValue);
    if (before !== undefined && isSame) return before.facts;
    const facts = make(configuration);
    kept.set(configuration, { lists, incomplete, facts });
    return facts;
  };
}

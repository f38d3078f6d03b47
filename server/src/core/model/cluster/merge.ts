/** All that the configurations of one host say, as if one file said it. */
import { type Facts, noFacts } from "../facts.ts";

/** Facts of a host: the lists of its configurations one after the other. */
export function mergeFacts(all: readonly Facts[]): Facts {
  const [first, ...others] = all;
  if (first === undefined) return noFacts;
  if (others.length === 0) return first;
  const join = <Name extends keyof Facts>(name: Name) => all.flatMap((facts) => facts[name] as readonly unknown[]);
  const lists = (Object.keys(noFacts) as (keyof Facts)[]).filter((name) => name !== "isPartial");
  const merged = Object.fromEntries(lists.map((name) => [name, join(name)])) as unknown as Facts;
  return { ...merged, isPartial: all.some((facts) => facts.isPartial) };
}

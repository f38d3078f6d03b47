/** All that the configurations of one host say, as if one file said it. */
import { type Facts, noFacts } from "../facts.ts";

/** Facts of a host: the lists of its configurations one after the other, and what is true of one of them. */
export function mergeFacts(all: readonly Facts[]): Facts {
  const [first, ...others] = all;
  if (first === undefined) return noFacts;
  if (others.length === 0) return first;
  const join = <Name extends keyof Facts>(name: Name) => all.flatMap((facts) => facts[name] as readonly unknown[]);
  const names = Object.keys(noFacts) as (keyof Facts)[];
  const merge = (name: keyof Facts) =>
    typeof noFacts[name] === "boolean" ? all.some((facts) => facts[name] === true) : join(name);
  return Object.fromEntries(names.map((name) => [name, merge(name)])) as unknown as Facts;
}

/** What sysctl files say about their host: the kernel settings, in the order in which they are made. */
import type { Configuration } from "../../model/configuration.ts";
import { type Facts, noFacts } from "../../model/facts.ts";
import type { Source } from "../../schema/problem.ts";
import { type Entry, entriesOf } from "./model/entries.ts";

interface Kept {
  readonly entries: readonly Entry[];
  readonly last: Source | undefined;
  readonly facts: Facts;
}

const kept = new WeakMap<Configuration, Kept>();

export function facts(configuration: Configuration): Facts {
  const entries = entriesOf(configuration);
  const last = configuration.sections.at(-1)?.source;
  const before = kept.get(configuration);
  if (before?.entries === entries && before.last?.section === last?.section) return before.facts;
  const end = last?.section.text.length ?? 0;
  const made: Facts = {
    ...noFacts,
    settings: entries,
    settingsEnds: last === undefined ? [] : [{ source: last, start: end, end }],
  };
  kept.set(configuration, { entries, last, facts: made });
  return made;
}

/** What sysctl files say about their host: the kernel settings, in the order in which they are made. */
import type { Configuration } from "../../model/configuration.ts";
import { type Facts, noFacts } from "../../model/facts.ts";
import { derived } from "../../model/gather.ts";
import { type Entry, entriesOf } from "./model/entries.ts";

const made = derived((settings: readonly Entry[]): Facts => ({ ...noFacts, settings }));

export function facts(configuration: Configuration): Facts {
  return made(entriesOf(configuration));
}

/** Configurations of which only a part can be seen: what seems to be missing may stand elsewhere. */
import type { Configuration } from "../../../model/configuration.ts";
import { gather } from "../../../model/gather.ts";
import { decodedUri } from "../../../text/uri.ts";

/** Sections that a whole configuration has at least one of. */
const heads = ["global", "defaults"];

/**
 * A file of a folder whose other files are not known: it has neither process settings nor defaults, and is not called
 * like a main file. The daemon is started with several `-f` then.
 */
export function isFragment(configuration: Configuration): boolean {
  if (heads.some((head) => configuration.all(head).length > 0)) return false;
  return !/(?:^|[/\\])haproxy\.cfg$/.test(decodedUri(configuration.uri));
}

export function isPartial(configuration: Configuration): boolean {
  return configuration.incomplete || isFragment(configuration);
}

const condition = /^[ \t]*\.if\b/m;

/** Whether lines may be left out here that another host, or another build, would read. */
export function hasConditions(configuration: Configuration): boolean {
  return conditional(configuration).length > 0;
}

const conditional = gather(
  (configuration) => configuration.sections,
  ({ source }) => (condition.test(source.section.text) ? [source] : []),
);

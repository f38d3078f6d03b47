/** What holds in the end: the last line that writes a key, and how `all` and an interface combine. */
import type { Configuration } from "../../../model/configuration.ts";
import type { KernelSetting } from "../../../model/facts.ts";
import { derived } from "../../../model/gather.ts";
import { segmentMatcher } from "../../../text/glob.ts";
import { combinationOf, copying } from "../schema/combinations.ts";
import { exchange } from "../syntax/key.ts";
import { type Entry, entriesOf } from "./entries.ts";

/** What decides of a line; that of a file of this language, or of a script that does the same. */
type Line = KernelSetting;

export interface Effective<One extends Line = Entry> {
  /** The text of the deciding line's value. */
  readonly value: string;
  readonly number: number | undefined;
  /** The line that decides. */
  readonly entry: One;
}

/**
 * The line that writes a key in the end, with dots between its names: the last one that names it, or else the last
 * glob that matches it, unless a line keeps globs off (procps: src/sysctl.c, settinglist_findpath).
 */
export function written<One extends Line>(entries: readonly One[], key: string): One | undefined {
  const { last, excluding, globs } = indexOf(entries) as Index<One>;
  const named = last.get(key);
  if (named !== undefined) return named;
  if (excluding.some((entry) => matches(entry, key))) return undefined;
  return globs.findLast((entry) => matches(entry, key));
}

interface Index<One> {
  /** The last line that names a key. */
  readonly last: ReadonlyMap<string, One>;
  readonly excluding: readonly One[];
  readonly globs: readonly One[];
}

/** Made once for a list: rules ask about every line of it. */
const indexOf = derived(
  (entries: readonly Line[]): Index<Line> => ({
    last: new Map(entries.filter((entry) => !entry.isGlob && isSetting(entry)).map((entry) => [entry.key, entry])),
    excluding: entries.filter(({ excludes }) => excludes),
    globs: entries.filter((entry) => entry.isGlob && isSetting(entry)),
  }),
);

/**
 * What holds for a key such as `net.ipv4.conf.*.arp_ignore` on an interface, or for a key without a star on the host;
 * undefined where no line writes it and the kernel's default is left.
 */
export function effective<One extends Line>(
  entries: readonly One[],
  key: string,
  interfaceName?: string,
): Effective<One> | undefined {
  if (interfaceName === undefined || !key.includes("*")) return effect(written(entries, key));
  const of = (name: string) => written(entries, key.replace("*", exchange(name)));
  const own = of(interfaceName) ?? (interfaceName === "lo" ? undefined : of("default"));
  const all = of("all");
  switch (combinationOf(key)) {
    case "max":
    case "or":
      return effect(greater(own, all));
    case "and":
      return effect(lesser(own, all));
    case "copied":
      return effect(copied(entries, key, interfaceName));
    default:
      return effect(own);
  }
}

/** The same for a configuration. */
export function effectiveIn(configuration: Configuration, key: string, interfaceName?: string): Effective | undefined {
  return effective(entriesOf(configuration), key, interfaceName);
}

/** Whether a glob, or a line that excludes, means a key. Stars match no dots, for the path's parts are matched. */
export function matches({ key: pattern }: Pick<Line, "key">, key: string): boolean {
  const [parts, names] = [pattern.split("."), key.split(".")];
  return (
    parts.length === names.length &&
    parts.every((part, at) => segmentMatcher(part)?.(names[at] ?? "") ?? part === names[at])
  );
}

function isSetting(entry: Line): boolean {
  return !entry.excludes && entry.value !== undefined;
}

function effect<One extends Line>(entry: One | undefined): Effective<One> | undefined {
  return entry?.value === undefined ? undefined : { value: entry.value, number: entry.number, entry };
}

function greater<One extends Line>(a: One | undefined, b: One | undefined): One | undefined {
  return (b?.number ?? Number.NEGATIVE_INFINITY) > (a?.number ?? Number.NEGATIVE_INFINITY) ? b : (a ?? b);
}

function lesser<One extends Line>(a: One | undefined, b: One | undefined): One | undefined {
  return (b?.number ?? Number.POSITIVE_INFINITY) < (a?.number ?? Number.POSITIVE_INFINITY) ? b : (a ?? b);
}

/**
 * What an interface is left with where other lines write it as well: all of them in order, as at boot. For `all` and
 * `default`, too.
 */
function copied<One extends Line>(entries: readonly One[], key: string, interfaceName: string): One | undefined {
  const { by, ifChanged } = copying.get(key) ?? { by: [], ifChanged: false };
  const own = key.replace("*", exchange(interfaceName));
  const last = written(entries, own);
  let everywhere = 0;
  let decides: One | undefined;
  for (const entry of entries) {
    const writesAll = by.includes(entry.key) && isSetting(entry);
    if (entry === last || (entry.key === own && isSetting(entry))) decides = entry;
    if (!writesAll) continue;
    const size = entry.number ?? 0;
    if (!ifChanged || size !== everywhere) decides = entry;
    everywhere = size;
  }
  return decides ?? (interfaceName === "lo" ? undefined : written(entries, key.replace("*", "default")));
}

/** What holds in the end: the last line that writes a key, and how `all` and an interface combine. */
import type { Configuration } from "../../../model/configuration.ts";
import { derived } from "../../../model/gather.ts";
import { segmentMatcher } from "../../../text/glob.ts";
import { combinationOf, copying } from "../schema/combinations.ts";
import { exchange } from "../syntax/key.ts";
import { type Entry, entriesOf } from "./entries.ts";

export interface Effective {
  /** The text of the deciding line's value. */
  readonly value: string;
  readonly number: number | undefined;
  /** The line that decides. */
  readonly entry: Entry;
}

/**
 * The line that writes a key in the end, with dots between its names: the last one that names it, or else the last
 * glob that matches it, unless a line keeps globs off (procps: src/sysctl.c, settinglist_findpath).
 */
export function written(entries: readonly Entry[], key: string): Entry | undefined {
  const { last, excluding, globs } = indexOf(entries);
  const named = last.get(key);
  if (named !== undefined) return named;
  if (excluding.some((entry) => matches(entry, key))) return undefined;
  return globs.findLast((entry) => matches(entry, key));
}

interface Index {
  /** The last line that names a key. */
  readonly last: ReadonlyMap<string, Entry>;
  readonly excluding: readonly Entry[];
  readonly globs: readonly Entry[];
}

/** Made once for a list: rules ask about every line of it. */
const indexOf = derived(
  (entries: readonly Entry[]): Index => ({
    last: new Map(entries.filter((entry) => !entry.isGlob && isSetting(entry)).map((entry) => [entry.key, entry])),
    excluding: entries.filter(({ excludes }) => excludes),
    globs: entries.filter((entry) => entry.isGlob && isSetting(entry)),
  }),
);

/**
 * What holds for a key such as `net.ipv4.conf.*.arp_ignore` on an interface, or for a key without a star on the host;
 * undefined where no line writes it and the kernel's default is left.
 */
export function effective(entries: readonly Entry[], key: string, interfaceName?: string): Effective | undefined {
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
export function matches({ key: pattern }: Entry, key: string): boolean {
  const [parts, names] = [pattern.split("."), key.split(".")];
  return (
    parts.length === names.length &&
    parts.every((part, at) => segmentMatcher(part)?.(names[at] ?? "") ?? part === names[at])
  );
}

function isSetting(entry: Entry): boolean {
  return !entry.excludes && entry.value !== undefined;
}

function effect(entry: Entry | undefined): Effective | undefined {
  return entry?.value === undefined ? undefined : { value: entry.value, number: entry.number, entry };
}

function greater(a: Entry | undefined, b: Entry | undefined): Entry | undefined {
  return (b?.number ?? Number.NEGATIVE_INFINITY) > (a?.number ?? Number.NEGATIVE_INFINITY) ? b : (a ?? b);
}

function lesser(a: Entry | undefined, b: Entry | undefined): Entry | undefined {
  return (b?.number ?? Number.POSITIVE_INFINITY) < (a?.number ?? Number.POSITIVE_INFINITY) ? b : (a ?? b);
}

/**
 * What an interface is left with where other lines write it as well: all of them in order, as at boot. For `all` and
 * `default`, too.
 */
function copied(entries: readonly Entry[], key: string, interfaceName: string): Entry | undefined {
  const { by, ifChanged } = copying.get(key) ?? { by: [], ifChanged: false };
  const own = key.replace("*", exchange(interfaceName));
  const last = written(entries, own);
  let everywhere = 0;
  let decides: Entry | undefined;
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

/** `--upgrade-to`: which versions are compared for the files that were given. */
import type { Language } from "../core/model/language.ts";
import type { Service } from "../core/service.ts";
import { atLeast } from "../core/text/version.ts";
import type { CheckOptions } from "./options.ts";
import { UsageError } from "./usage.ts";

export interface Upgrade {
  /** The daemon. */
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export interface Upgrades {
  /** New versions by language id. */
  readonly versions: Readonly<Record<string, string>>;
  readonly all: readonly Upgrade[];
}

/**
 * Undefined where no upgrade was asked for.
 * @throws UsageError where a version is not newer, is not known, or might be meant for several languages.
 */
export function readUpgrades(
  service: Service,
  given: readonly string[],
  { upgrades }: Pick<CheckOptions, "upgrades">,
): Upgrades | undefined {
  if (upgrades.length === 0) return undefined;
  const present = [...new Set(given.flatMap((uri) => service.workspace.language(uri) ?? []))];
  const versions: Record<string, string> = {};
  const all = upgrades.flatMap(({ language: id, version }) => {
    const language = id === undefined ? onlyOne(present, version) : present.find((one) => one.id === id);
    // Nothing of that language was given.
    if (language === undefined) return [];
    const from = service.version(language);
    checkVersion(language, from, version);
    versions[language.id] = version;
    return [{ title: language.title, from, to: version }];
  });
  return { versions, all };
}

function onlyOne(present: readonly Language[], version: string): Language | undefined {
  const [first, ...others] = present;
  if (others.length === 0) return first;
  const forms = present.map(({ id }) => `--upgrade-to ${id}=${version}`).join(" or ");
  throw new UsageError(`files of several languages: say which one is meant, ${forms}`);
}

function checkVersion({ title, versions }: Language, from: string, to: string): void {
  const newest = versions.at(-1)?.version ?? to;
  if (!atLeast(newest, to)) throw new UsageError(`${title} ${to} is not known here; ${newest} is the newest`);
  if (atLeast(from, to))
    throw new UsageError(`${title} ${to} is not newer than ${from}, by which the files are judged`);
}

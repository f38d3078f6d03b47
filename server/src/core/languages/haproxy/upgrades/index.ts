/**
 * What outdated lines become, by keyword. The tables say that a keyword is gone and what takes its place; here stands how
 * its words go over, where that can be told from the line and its section.
 */
import type { Keyword, Rewrite } from "../../../schema/spec.ts";
import { filterLines } from "./filters.ts";
import { renamed } from "./lines.ts";
import { formerOptions } from "./options.ts";
import { processOfBind, processSettings } from "./processes.ts";
import { quicSettings } from "./quic.ts";
import { renamedActions, renamedKeywords } from "./renamed.ts";
import { serverLines } from "./servers.ts";

const lines: Readonly<Record<string, Rewrite>> = {
  ...renamedKeywords,
  ...quicSettings,
  ...processSettings,
  ...serverLines,
  ...formerOptions,
  ...filterLines,
};

/** Settings within a line, by the keyword of the line. */
const settingsOf: Readonly<Record<string, Readonly<Record<string, Rewrite>>>> = { bind: { process: processOfBind } };

/** The entries of a section, each with what its lines become. */
export function withRewrites<K extends Keyword>(entries: readonly K[]): readonly K[] {
  return entries.map((entry) => attached(entry, lines[entry.name] ?? actionRewrite(entry.name)));
}

/** The settings of a line whose keyword is `of`. */
export function settingsWithRewrites(entries: readonly Keyword[], of: string): readonly Keyword[] {
  return entries.map((entry) => attached(entry, settingsOf[of]?.[entry.name]));
}

function actionRewrite(name: string): Rewrite | undefined {
  const words = name.split(" ");
  const action = renamedActions[words.at(-1) ?? ""];
  return action === undefined ? undefined : renamed(words.length, [...words.slice(0, -1), action].join(" "));
}

function attached<K extends Keyword>(entry: K, rewrite: Rewrite | undefined): K {
  return rewrite === undefined ? entry : { ...entry, rewrite };
}

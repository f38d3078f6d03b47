/** Fixes that set the kernel in the files of a host. */
import type { Host } from "../../../model/cluster/host.ts";
import type { KernelSetting } from "../../../model/facts.ts";
import { titles } from "../../../schema/fixTitles.ts";
import type { Fix, TextEdit } from "../../../schema/problem.ts";
import { fill, list } from "../../../text/localized.ts";
import { isScript } from "./otherMeans.ts";

/** What a key should be, and the line that sets it to something else, where there is one. */
export interface Wanted {
  readonly key: string;
  readonly value: string;
  readonly setting: KernelSetting | undefined;
}

/** Puts the values in; keys that no line sets come below the last line of the host's settings. */
export function setFix({ facts }: Host, wanted: readonly Wanted[]): readonly Fix[] {
  const last = facts.settings.findLast(({ at }) => !isScript(at.source.uri));
  const changed = wanted.flatMap(({ setting, value }): TextEdit[] =>
    setting?.valueAt === undefined ? [] : [{ ...setting.valueAt, text: value }],
  );
  const lines = wanted
    .filter(({ setting }) => setting?.valueAt === undefined)
    .map(({ key, value }) => `${key} = ${value}`);
  if (lines.length > 0 && last === undefined) return [];
  const added =
    last === undefined ? [] : [{ ...last.at, start: last.at.end, text: lines.map((line) => `\n${line}`).join("") }];
  const title = fill(titles.insert, list(wanted.map(({ key, value, setting }) => `${setting?.key ?? key} = ${value}`)));
  return [{ title, safety: "unsafe", edits: lines.length === 0 ? changed : [...changed, ...added] }];
}

/** The form of the table of log format aliases. */
import type { Keyword, Row } from "../../../schema/spec.ts";
import { text } from "../../../text/localized.ts";
import { manual } from "./table.ts";

export interface LogAlias extends Keyword {
  /** What it may look like in a log. */
  readonly sample: string;
  /** The expression that gives the same. */
  readonly expression?: string;
}

const labels = {
  example: text("Example", "示例"),
  same: text("Same as", "等价于"),
};

interface Entry extends Omit<LogAlias, "args" | "rows" | "link" | "signature" | "ok" | "bad" | "modes"> {
  /** It needs a proxy in mode http; up to 2.9 the daemon refuses it elsewhere. */
  readonly http?: true;
}

export function aliasEntries(entries: readonly Entry[]): readonly LogAlias[] {
  return entries.map(({ http, ...entry }) => {
    const rows: Row[] = entry.sample === "" ? [] : [{ label: labels.example, value: `\`${entry.sample}\`` }];
    if (entry.expression !== undefined) rows.push({ label: labels.same, value: `\`${entry.expression}\`` });
    return {
      ...entry,
      args: [],
      rows,
      ...(http === true ? { modes: ["http"] } : {}),
      signature: `%${entry.name}`,
      link: manual("8.2.6"),
      ok: [],
      bad: [],
    };
  });
}

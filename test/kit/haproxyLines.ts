/** The lines that the tables of haproxy.cfg hold as examples, each with a section that takes it. */
import { bindOptions } from "../../server/src/core/languages/haproxy/schema/bindOptions.ts";
import { root } from "../../server/src/core/languages/haproxy/schema/index.ts";
import { ruleOf } from "../../server/src/core/languages/haproxy/schema/ruleSets.ts";
import { serverOptions } from "../../server/src/core/languages/haproxy/schema/serverOptions.ts";
import { effectHere, isKnownIn, type Keyword } from "../../server/src/core/schema/spec.ts";

/** Newest first: an entry is judged by the newest version that knows it. */
const versions = ["3.5", "3.4", "3.2", "3.0", "2.8", "2.6", "2.4", "2.2", "2.0", "1.8", "1.6", "1.5"];

export interface TableLine {
  readonly name: string;
  /** The header of its section. */
  readonly section: string;
  readonly text: string;
  readonly version: string;
}

/** The header of a section in which an entry works. */
function headerOf(section: Keyword): string {
  return section.args.length === 0 ? section.name : `${section.name} x`;
}

/** The lines of all entries; those that must be refused of what is gone, by the version that lost it. */
export function tableLines(list: (keyword: Keyword) => readonly string[], refused = false): readonly TableLine[] {
  const found = new Map<string, TableLine>();
  for (const section of root.keywords) {
    if (section.body?.kind !== "keywords") continue;
    for (const keyword of section.body.keywords) {
      const known = versions.find((one) => isKnownIn(keyword, one));
      const version = refused && keyword.removed !== undefined ? keyword.removed.in : known;
      if (version === undefined || effectHere(keyword, version) !== "works") continue;
      if (section.name === "defaults" && ruleOf(keyword) !== undefined) continue;
      for (const text of list(keyword)) {
        const line = { name: keyword.name, section: headerOf(section), text, version };
        if (!found.has(text)) found.set(text, line);
      }
    }
  }
  for (const [entries, section, before] of [
    [serverOptions, "backend x", "server s 127.0.0.1:80 "],
    [bindOptions, "frontend x", "bind 127.0.0.1:80 "],
  ] as const) {
    for (const option of entries) {
      const version = versions.find((one) => isKnownIn(option, one)) ?? "3.4";
      for (const text of list(option))
        found.set(before + text, { name: option.name, section, text: before + text, version });
    }
  }
  return [...found.values()];
}

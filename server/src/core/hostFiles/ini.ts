/**
 * Files of `[section]` and `name=value` lines: units and networks of systemd (systemd.syntax(7)), connections of
 * NetworkManager (nm-settings-keyfile(5)).
 */
import { assignment, linesOf, type Word } from "./words.ts";

export interface IniEntry {
  readonly section: string;
  /** Counts the headers, so that two sections of one name are told apart. */
  readonly number: number;
  readonly name: string;
  readonly value: Word;
}

/** The entries in their order; comments begin a line with `#` or `;`. */
export function iniEntries(text: string): readonly IniEntry[] {
  const entries: IniEntry[] = [];
  let section = "";
  let number = 0;
  for (const line of linesOf(text)) {
    const header = /^\s*\[([^\]]*)\]\s*$/.exec(line.text)?.[1];
    if (header !== undefined) {
      section = header;
      number++;
      continue;
    }
    const found = /^\s*[#;]/.test(line.text) ? undefined : assignment(line);
    if (found !== undefined) entries.push({ section, number, ...found });
  }
  return entries;
}

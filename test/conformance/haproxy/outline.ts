/**
 * A rough reading of haproxy.cfg by lines: words and sections. It is independent of the project's parser on purpose, so
 * that a mutation never depends on what is being tested.
 */
import type { SlipLine, SlipWord } from "../slips.ts";

export interface Line extends SlipLine {
  /** Index of the line that opens its section, itself perhaps; absent before the first section. */
  readonly header?: number;
}

export interface Section {
  /** Such as `backend`. */
  readonly kind: string;
  readonly name: string | undefined;
  /** Index of its first line. */
  readonly first: number;
  /** Index of its last line with words. */
  readonly last: number;
}

/** Words that open a section. */
const opening = new Set([
  "acme",
  "backend",
  "cache",
  "crt-store",
  "defaults",
  "fcgi-app",
  "frontend",
  "global",
  "healthcheck",
  "http-errors",
  "listen",
  "log-forward",
  "log-profile",
  "mailers",
  "peers",
  "program",
  "resolvers",
  "ring",
  "traces",
  "userlist",
]);

/** Sections that are proxies. */
export const proxyKinds = ["defaults", "frontend", "listen", "backend"];

export function outline(text: string): Line[] {
  let header: number | undefined;
  return text.split("\n").map((line, index) => {
    const words = wordsOf(line);
    if (opening.has(words[0]?.text ?? "")) header = index;
    return { index, text: line, words, ...(header === undefined ? {} : { header }) };
  });
}

export function sections(lines: readonly Line[]): Section[] {
  return lines
    .filter((line) => line.header === line.index)
    .map(({ index, words }) => {
      const inside = lines.filter((line) => line.header === index && line.words.length > 0);
      const last = inside.at(-1)?.index ?? index;
      return { kind: words[0]?.text ?? "", name: words[1]?.text, first: index, last };
    });
}

/** The lines inside of sections, headers left out. */
export function statements(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.words.length > 0 && line.header !== undefined && line.header !== line.index);
}

/** A word ends at a blank that is neither quoted nor escaped, the line at such a `#`. */
function wordsOf(line: string): SlipWord[] {
  const words: SlipWord[] = [];
  for (const match of line.matchAll(/#.*|(?:\\.|'[^']*'?|"(?:\\.|[^"\\])*"?|[^\s#'"\\]|\\$)+/g)) {
    if (match[0].startsWith("#")) break;
    words.push({ text: match[0], start: match.index });
  }
  return words;
}

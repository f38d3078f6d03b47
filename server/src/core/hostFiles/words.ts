/** Words with their places, and the lines of simple files: what most readers of host files begin with. */
import type { Range } from "../text/range.ts";

/** A word as the program sees it, quotes removed; the range is what the file has between them. */
export interface Word extends Range {
  readonly text: string;
}

export interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines of a text without their ends; a backslash at an end is left to the reader. */
export function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    yield { start, text: text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end) };
    start = end + 1;
  }
}

/** Stretches without blanks. */
export function blankWords(text: string, offset: number): readonly Word[] {
  return [...text.matchAll(/[^\s]+/g)].map((match) => {
    const start = offset + match.index;
    return { text: match[0], start, end: start + match[0].length };
  });
}

/** Pieces between separators, trimmed; empty ones are left out. */
export function pieces({ text, start }: Word, separator: RegExp): readonly Word[] {
  const found: Word[] = [];
  let from = 0;
  for (const match of [...text.matchAll(new RegExp(separator, "g")), { index: text.length, 0: "" }]) {
    const piece = text.slice(from, match.index);
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed !== "") {
      found.push({ text: trimmed, start: start + from + lead, end: start + from + lead + trimmed.length });
    }
    from = match.index + match[0].length;
  }
  return found;
}

/** The word without one pair of quotes around it. */
export function unquoted(word: Word): Word {
  const quote = word.text[0];
  if (word.text.length < 2 || (quote !== '"' && quote !== "'") || word.text.at(-1) !== quote) return word;
  return { text: word.text.slice(1, -1), start: word.start + 1, end: word.end - 1 };
}

/** `NAME=value` or `name = value`, blanks around both cut off. */
export function assignment({ text, start }: Line): { readonly name: string; readonly value: Word } | undefined {
  const match = /^(\s*([\w.-]+)\s*=\s*)(.*?)\s*$/.exec(text);
  if (match === null) return undefined;
  const [, lead = "", name = "", value = ""] = match;
  const from = start + lead.length;
  return { name, value: { text: value, start: from, end: from + value.length } };
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

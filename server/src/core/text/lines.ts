/** Where the lines of a text begin and end. */
import type { Range } from "./range.ts";

/** The offset at which the line around `offset` begins. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset of the newline that ends the line around `offset`, or the end of the text. */
export function lineEndOf(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline === -1 ? text.length : newline;
}

/** The whole lines of a range with their line break, where nothing else stands on them; otherwise the range itself. */
export function wholeLines(text: string, { start, end }: Range): Range {
  const from = lineStartOf(text, start);
  const to = Math.min(text.length, lineEndOf(text, end) + 1);
  const isAlone = (text.slice(from, start) + text.slice(end, to)).trim() === "";
  return isAlone ? { start: from, end: to } : { start, end };
}

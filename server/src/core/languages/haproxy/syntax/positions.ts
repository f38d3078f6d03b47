/** The way from an offset in a word's value back to the section, through quotes and escapes. */
import type { Word } from "../../../syntax/ast.ts";

export interface Inner {
  /** The word's value. */
  readonly text: string;
  /** The offset in the section of the text that gave `text[i]`; for the length of the text, the word's end. */
  at(i: number): number;
}

export function inner(word: Word): Inner {
  return { text: word.value, at: (i) => offsetAt(word, i) };
}

/** The piece of a word that gave `value.slice(from, to)`, without quotes around it. */
export function part(word: Word, from: number, to: number): Word {
  const value = word.value.slice(from, to);
  const start = offsetAt(word, from);
  const { offsets } = word;
  const end = to > from ? endOfCharacter(word, to - 1) : start;
  const raw = offsets === undefined ? value : word.raw.slice(start - word.start, end - word.start);
  const made: Word = { start, end, raw, value, quoted: word.quoted, closed: true };
  const known = word.unknown !== true || !/\$[A-Za-z_.{]|\{\{|\{%|<%/.test(value);
  if (offsets === undefined || raw === value) return known ? made : { ...made, unknown: true };
  const mapped = [...offsets.slice(from, to), end];
  return known ? { ...made, offsets: mapped } : { ...made, offsets: mapped, unknown: true };
}

/** A word whose value is made of some characters of another's: `kept[i]` is the index of each, `to` where they end. */
export function pick(word: Word, from: number, to: number, value: string, kept: readonly number[]): Word {
  const whole = part(word, from, to);
  if (whole.value === value) return whole;
  const offsets = [...kept.map((i) => offsetAt(word, i)), whole.end];
  return { ...whole, value, offsets };
}

/** Several words as the one text that the daemon makes of them, with a blank between each two. */
export function join(words: readonly Word[]): Word {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) {
    return { start: 0, end: 0, raw: "", value: "", quoted: false, closed: true };
  }
  if (words.length === 1) return first;
  const offsets: number[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0) offsets.push(words[index - 1]?.end ?? word.start);
    for (let i = 0; i < word.value.length; i++) offsets.push(offsetAt(word, i));
  }
  offsets.push(last.end);
  const value = words.map((word) => word.value).join(" ");
  // The text between the words is not at hand: blanks of the same length keep all positions true.
  let raw = "";
  for (const word of words) raw = raw.padEnd(word.start - first.start) + word.raw;
  const made = { start: first.start, end: last.end, raw, value, quoted: words.some((word) => word.quoted), offsets };
  const closed = words.every((word) => word.closed);
  return words.some((word) => word.unknown === true) ? { ...made, closed, unknown: true } : { ...made, closed };
}

function offsetAt(word: Word, i: number): number {
  if (word.offsets === undefined) return word.start + i;
  return word.offsets[i] ?? word.end;
}

const controls: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r" };

/** Where the text that gave `value[i]` ends: behind an escape, but before a quote that closes. */
function endOfCharacter(word: Word, i: number): number {
  const start = offsetAt(word, i);
  if (word.offsets === undefined) return start + 1;
  const room = offsetAt(word, i + 1) - start;
  const written = word.raw.slice(start - word.start, start - word.start + 4);
  if (room < 2 || !written.startsWith("\\")) return start + 1;
  const next = written.charAt(1);
  const character = word.value.charAt(i);
  if (character === (controls[next] ?? next)) return start + 2;
  return next === "x" && room >= 4 && written.length === 4 ? start + 4 : start + 1;
}

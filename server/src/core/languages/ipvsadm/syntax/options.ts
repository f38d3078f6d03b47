/**
 * Takes the words of a line apart as popt(3) does it for ipvsadm: `-At` is two options, `-w5` and `--weight=5` are an
 * option and its value. Each option becomes a word of its own whose value is the option's shortest name, so that
 * nothing behind the parser meets two spellings of one thing. Which options there are comes from the table.
 */
import type { Word } from "../../../syntax/ast.ts";

/** Whether a value follows an option. An optional one does not begin with a dash. */
export type Takes = "nothing" | "value" | "optional value";

/** The options by every name that they have. */
export type Spelling = ReadonlyMap<string, { readonly name: string; readonly takes: Takes }>;

/** A word of the file. */
export interface RawWord {
  readonly start: number;
  readonly text: string;
}

/** The words of a line as the command's own reader sees them. `ipvsadm -R` drops the word "ipvsadm": it becomes empty. */
export function splitOptions(words: readonly RawWord[], spelling: Spelling): readonly Word[] {
  const made: Word[] = [];
  let waiting: Takes = "nothing";
  let plain = false;
  for (const { start, text } of words) {
    if (text === "ipvsadm") {
      made.push(word(start, text, ""));
      continue;
    }
    const isValue = waiting === "value" || (waiting === "optional value" && !text.startsWith("-"));
    waiting = "nothing";
    if (plain || isValue || text === "-" || !text.startsWith("-")) {
      made.push(word(start, text, text));
      continue;
    }
    if (text === "--") {
      plain = true;
      made.push(word(start, text, text));
      continue;
    }
    const read = text.startsWith("--") ? longOption(start, text, spelling) : cluster(start, text, spelling);
    for (const one of read.words) made.push(one);
    waiting = read.waiting;
  }
  return made;
}

interface Read {
  readonly words: readonly Word[];
  /** What the next word of the line is read for. */
  readonly waiting: Takes;
}

function longOption(start: number, text: string, spelling: Spelling): Read {
  const equals = text.indexOf("=");
  const name = equals === -1 ? text : text.slice(0, equals);
  const option = spelling.get(name);
  if (option === undefined || (equals !== -1 && option.takes === "nothing")) {
    return { words: [word(start, text, text)], waiting: "nothing" };
  }
  if (equals === -1) return { words: [word(start, text, option.name)], waiting: option.takes };
  const value = text.slice(equals + 1);
  const head = word(start, text.slice(0, equals + 1), option.name);
  return { words: [head, word(start + equals + 1, value, value)], waiting: "nothing" };
}

/** Letters behind one dash: options up to the first that takes a value, for which the rest is meant. */
function cluster(start: number, text: string, spelling: Spelling): Read {
  const words: Word[] = [];
  for (let at = 1; at < text.length; at++) {
    const from = at === 1 ? 0 : at;
    const option = spelling.get(`-${text.charAt(at)}`);
    const rest = text.slice(at + 1);
    if (option === undefined || (option.takes === "nothing" && rest.startsWith("="))) {
      // What follows an unknown letter is not read any more.
      // A dash among them is no name of its own, so there the whole word is the option.
      words.push(word(start + from, text.slice(from), text[at] === "-" ? text : `-${text.slice(at)}`));
      return { words, waiting: "nothing" };
    }
    if (option.takes === "nothing") {
      words.push(word(start + from, text.slice(from, at + 1), option.name));
      continue;
    }
    if (rest === "") {
      words.push(word(start + from, text.slice(from), option.name));
      return { words, waiting: option.takes };
    }
    const skip = rest.startsWith("=") ? 1 : 0;
    words.push(word(start + from, text.slice(from, at + 1 + skip), option.name));
    words.push(word(start + at + 1 + skip, rest.slice(skip), rest.slice(skip)));
    return { words, waiting: "nothing" };
  }
  return { words, waiting: "nothing" };
}

function word(start: number, raw: string, value: string): Word {
  const end = start + raw.length;
  // Words with shell variables mean nothing certain.
  const unknown = /\$[A-Za-z_{(]/.test(value) ? { unknown: true as const } : {};
  const plain = { start, end, raw, value, quoted: false, closed: true, ...unknown };
  if (raw === value) return plain;
  // The longer name stands as a whole for each letter of the short one.
  const offsets = [...value.split("").map((_, index) => Math.min(start + index, end)), end];
  return { ...plain, offsets };
}

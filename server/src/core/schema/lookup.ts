/** Finds the entry of a line whose keyword may be several words: `timeout client`, `http-request set-var(txn.x)`. */
import type { Word } from "../syntax/ast.ts";
import { findKeyword, type Keyword, type KeywordBody } from "./spec.ts";

export interface Found {
  readonly keyword: Keyword;
  /** The words that are the keyword; of a prefix, only that part of the word. */
  readonly named: readonly Word[];
  /** The words behind it, beginning with the rest of a prefix. */
  readonly args: readonly Word[];
}

/** The words begin like the names of some keywords, and then no name goes on as they do. */
export interface Partial {
  /** How many words do. */
  readonly count: number;
  readonly candidates: readonly Keyword[];
}

interface Index {
  /** Keywords whose names begin with these words, in which they are not whole. */
  readonly beginnings: ReadonlyMap<string, readonly Keyword[]>;
  /** Keywords whose last word is a prefix, by the words before it; the longest first. */
  readonly prefixes: ReadonlyMap<string, readonly Keyword[]>;
  readonly longest: number;
  /** Where in names with a star the star stands, counted in dots. */
  readonly stars: readonly number[];
}

const indexes = new WeakMap<KeywordBody, Index>();

/** The entry with the longest name that the words begin with. */
export function lookup(body: KeywordBody, words: readonly Word[]): Found | undefined {
  const { prefixes, longest } = indexOf(body);
  for (let count = Math.min(longest, words.length); count > 0; count--) {
    const before = joined(words, count - 1);
    const last = words[count - 1];
    // A name of several words is several words: `option\ httpclose` is none.
    if (last === undefined || hasBlank(words, count)) continue;
    const whole = findKeyword(body, before === "" ? last.value : `${before} ${last.value}`);
    const filled = whole ?? (count === 1 ? findPattern(body, last.value) : undefined);
    if (filled?.pattern === true) return { keyword: filled, named: words.slice(0, count), args: words.slice(count) };
    if (whole !== undefined && whole.prefix !== true) {
      return { keyword: whole, named: words.slice(0, count), args: words.slice(count) };
    }
    const prefix = prefixes.get(before)?.find((keyword) => last.value.startsWith(lastWord(keyword)));
    if (prefix !== undefined) {
      const [head, rest] = cut(last, lastWord(prefix).length);
      return { keyword: prefix, named: [...words.slice(0, count - 1), head], args: [rest, ...words.slice(count)] };
    }
  }
  return undefined;
}

/** The entry whose name has a star where the word has something of its own. */
export function findPattern(body: KeywordBody, word: string): Keyword | undefined {
  const { stars } = indexOf(body);
  if (stars.length === 0) return undefined;
  const parts = word.split(".");
  for (const star of stars) {
    if ((parts[star] ?? "") === "") continue;
    const name = parts.map((part, at) => (at === star ? "*" : part)).join(".");
    const found = findKeyword(body, name);
    if (found?.pattern === true) return found;
  }
  return undefined;
}

/** The keywords whose names begin with the first of these words, with as many of them as fit. */
export function lookupPartly(body: KeywordBody, words: readonly Word[]): Partial | undefined {
  const { beginnings, longest } = indexOf(body);
  for (let count = Math.min(longest - 1, words.length); count > 0; count--) {
    const candidates = hasBlank(words, count) ? undefined : beginnings.get(joined(words, count));
    if (candidates !== undefined) return { count, candidates };
  }
  return undefined;
}

/** The word of a keyword's name at an index. */
export function wordOfName({ name }: Keyword, index: number): string | undefined {
  return name.split(" ")[index];
}

/** A blank that is quoted or escaped: it divides no words of a name. */
function hasBlank(words: readonly Word[], count: number): boolean {
  return words.slice(0, count).some(({ value }) => value.includes(" "));
}

function lastWord({ name }: Keyword): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

function joined(words: readonly Word[], count: number): string {
  if (count === 1) return words[0]?.value ?? "";
  return words
    .slice(0, count)
    .map((word) => word.value)
    .join(" ");
}

/** A word in two, at an offset of its value. */
function cut(word: Word, at: number): readonly [Word, Word] {
  const middle = word.offsets?.[at] ?? word.start + at;
  const { offsets } = word;
  const raw = (from: number, to: number) =>
    offsets === undefined ? word.raw.slice(from, to) : word.value.slice(from, to);
  const end = word.value.length;
  return [
    { ...word, raw: raw(0, at), value: word.value.slice(0, at), end: middle, ...part(offsets, 0, at) },
    { ...word, raw: raw(at, end), value: word.value.slice(at), start: middle, ...part(offsets, at, end) },
  ];
}

function part(offsets: readonly number[] | undefined, from: number, to: number) {
  return offsets === undefined ? {} : { offsets: offsets.slice(from, to + 1) };
}

function indexOf(body: KeywordBody): Index {
  let index = indexes.get(body);
  if (index === undefined) {
    index = makeIndex(body);
    indexes.set(body, index);
  }
  return index;
}

function makeIndex({ keywords }: KeywordBody): Index {
  const beginnings = new Map<string, Keyword[]>();
  const prefixes = new Map<string, Keyword[]>();
  const stars = new Set<number>();
  let longest = 1;
  for (const keyword of keywords) {
    const words = keyword.name.split(" ");
    longest = Math.max(longest, words.length);
    for (let count = 1; count < words.length; count++) append(beginnings, words.slice(0, count).join(" "), keyword);
    if (keyword.pattern === true) stars.add(keyword.name.split(".").indexOf("*"));
    if (keyword.prefix === true) append(prefixes, words.slice(0, -1).join(" "), keyword);
  }
  for (const list of prefixes.values()) list.sort((a, b) => b.name.length - a.name.length);
  return { beginnings, prefixes, longest, stars: [...stars] };
}

function append(lists: Map<string, Keyword[]>, at: string, keyword: Keyword): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [keyword]);
  else list.push(keyword);
}

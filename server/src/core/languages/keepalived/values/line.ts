/**
 * Reads one line of a grammar that is made of options in any order. Where the daemon would throw the whole line away,
 * reading goes on, so that every mistake on it is told at once; only what the line lacks is not told then.
 */

import { titles } from "../../../schema/fixTitles.ts";
import type { Fix, Severity } from "../../../schema/problem.ts";
import type { Reader, Scope, SuggestContext, Suggestion, TokenType } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Range } from "../../../text/range.ts";

const missing = text('"{0}" needs a value: {1}', '"{0}"后缺少值：{1}');
const unknown = text('Unknown option "{0}"', '未知选项"{0}"');
const unknownNear = text('Unknown option "{0}", did you mean "{1}"?', '未知选项"{0}"，是否想写"{1}"？');

export interface Option<State> {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** How the value reads in messages; a flag without. */
  readonly value?: string;
  /** Values that completion offers. */
  readonly examples?: readonly string[];
  readonly refers?: Scope;
  readonly doc: Text;
  /** Reads what follows the name and notes it in the state. */
  read?(line: Line, state: State, option: Word): void;
}

interface More {
  readonly code?: string;
  readonly severity?: Severity;
  readonly tag?: "unnecessary" | "deprecated";
  readonly fixes?: readonly Fix[];
}

export class Line {
  readonly reader: Reader;
  /** The daemon throws the line away, so what it lacks is no news. */
  dropped = false;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** Says what is wrong; the code is `invalid-value` unless told. */
  report(range: Range, message: Text, more: More = {}): void {
    this.reader.report({ code: "invalid-value", ...more, start: range.start, end: range.end, message });
  }

  /** Says what is wrong where the daemon throws the line away for it. */
  drop(range: Range, message: Text, more: More = {}): void {
    this.dropped = true;
    this.report(range, message, more);
  }

  /** Reads something that the daemon only skips where it is wrong, keeping the rest of the line. */
  keep<Result>(read: () => Result): Result {
    const before = this.dropped;
    const result = read();
    this.dropped = before;
    return result;
  }

  /** The value of an option, or undefined after saying that it is missing. */
  take(option: Word, signature: string): Word | undefined {
    const word = this.reader.next();
    if (word === undefined) this.drop(option, fill(missing, option.value, signature), { code: "missing-value" });
    return word;
  }

  bind(name: string, word: Word, data: string | number | boolean, token: TokenType, refers?: Scope): void {
    this.reader.bind({ name, word, data, token, ...(refers === undefined ? {} : { refers }) });
  }

  replace(range: Range, replacement: string, safety: Fix["safety"]): Fix {
    return { title: fill(titles.replace, replacement), safety, edits: [this.reader.edit(range, replacement)] };
  }

  /** Reports a word that is no option; returns the option that was probably meant. */
  unknown(word: Word, names: Iterable<string>): string | undefined {
    const meant = nearest(word.value, names);
    const message = meant === undefined ? fill(unknown, word.value) : fill(unknownNear, word.value, meant);
    const fixes = meant === undefined ? [] : [this.replace(word, meant, "unsafe")];
    this.report(word, message, { code: "unknown-option", ...(fixes.length === 0 ? {} : { fixes }) });
    return meant;
  }
}

/** The characters `from` … `to` of a word's value, or the whole word where the text does not show them as they are. */
export function part(word: Word, from: number, to: number = word.value.length): Range {
  const shift = word.quoted ? 1 : 0;
  const shown = word.end - word.start === word.value.length + 2 * shift;
  return shown && to > from ? { start: word.start + shift + from, end: word.start + shift + to } : word;
}

export class OptionTable<State> {
  readonly list: readonly Option<State>[];
  readonly #byName: ReadonlyMap<string, Option<State>>;

  constructor(list: readonly Option<State>[]) {
    this.list = list;
    const pairs = list.flatMap((option) =>
      [option.name, ...(option.aliases ?? [])].map((name) => [name, option] as const),
    );
    this.#byName = new Map(pairs);
  }

  get(name: string): Option<State> | undefined {
    return this.#byName.get(name);
  }

  names(): Iterable<string> {
    return this.#byName.keys();
  }

  /** Reads an option whose name has just been taken. */
  read(line: Line, state: State, option: Option<State>, word: Word): void {
    line.bind(option.name, word, true, "property");
    option.read?.(line, state, word);
  }

  /** What may come after `before`: the values of an option that waits for one, otherwise the options not yet used. */
  suggest(before: readonly Word[], context: SuggestContext): readonly Suggestion[] {
    const last = before.at(-1);
    const waiting = last === undefined ? undefined : this.get(last.value);
    if (waiting?.value !== undefined) {
      if (waiting.refers !== undefined) {
        return context.names(waiting.refers).map((label) => ({ label, kind: "reference" as const }));
      }
      return (waiting.examples ?? []).map((label) => ({ label, kind: "value" as const }));
    }
    const used = new Set(before.map((word) => this.get(word.value)));
    return this.list
      .filter((option) => !used.has(option))
      .map(({ name, doc }) => ({ label: name, doc, kind: "option" as const }));
  }

  describe(word: Word): Text | undefined {
    return this.get(word.value)?.doc;
  }
}

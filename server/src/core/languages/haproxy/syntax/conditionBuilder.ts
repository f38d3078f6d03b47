/** Makes conditions of the words that the grammar hands over (parse_acl_cond in src/acl.c). */
import type { IToken } from "chevrotain";
import type { Word } from "../../../syntax/ast.ts";
import type { Condition, ConditionErrorKind, Failure, Term } from "./inner.ts";
import { part } from "./positions.ts";

export class ConditionBuilder {
  #words: readonly Word[] = [];
  #alternatives: Term[][] = [];
  #terms: Term[] = [];
  /** The exclamation marks before the next term: where the first stands, and whether they negate. */
  #negation: { start: number; negated: boolean } | undefined;
  #inside: Word[] = [];
  #opened: { word: Word; start: number; negated: boolean } | undefined;
  #error: Failure<ConditionErrorKind> | undefined;

  /** Tokens count words. */
  begin(words: readonly Word[]): void {
    this.#words = words;
    this.#alternatives = [];
    this.#terms = [];
    this.#negation = undefined;
    this.#error = undefined;
  }

  or(_token: IToken): void {
    if (this.#terms.length > 0) this.#alternatives.push(this.#terms);
    this.#terms = [];
    this.#negation = undefined;
  }

  not(token: IToken): void {
    const word = this.#word(token);
    if (word !== undefined) this.#negate(word, word.value.length);
  }

  named(token: IToken): void {
    const word = this.#word(token);
    if (word === undefined) return;
    const { name, start, negated } = this.#stripped(word);
    this.#terms.push({ kind: "named", negated, name, start, end: word.end });
  }

  open(token: IToken): void {
    const word = this.#word(token);
    if (word === undefined) return;
    const { name, start, negated } = this.#stripped(word);
    this.#opened = { word: name, start, negated };
    this.#inside = [];
  }

  inside(token: IToken): void {
    const word = this.#word(token);
    if (word !== undefined) this.#inside.push(word);
  }

  close(token: IToken | undefined): void {
    const opened = this.#opened;
    if (opened === undefined) return;
    const { word, start, negated } = opened;
    const open = { start: word.start, end: word.end };
    const closing = token === undefined ? undefined : this.#word(token);
    const close = closing === undefined ? undefined : { start: closing.start, end: closing.end };
    const words = this.#inside;
    if (close === undefined) this.#error ??= { kind: "missing-brace", ...open };
    else if (words.length === 0) this.#error ??= { kind: "empty-braces", start: open.start, end: close.end };
    const end = close?.end ?? words.at(-1)?.end ?? open.end;
    this.#terms.push({ kind: "anonymous", negated, words, open, close, start, end });
    this.#opened = undefined;
  }

  condition(): Condition {
    if (this.#terms.length > 0) this.#alternatives.push(this.#terms);
    this.#terms = [];
    const made = { alternatives: this.#alternatives };
    return this.#error === undefined ? made : { ...made, error: this.#error };
  }

  #word(token: IToken): Word | undefined {
    return this.#words[token.startOffset];
  }

  #negate(word: Word, bangs: number): void {
    const before = this.#negation;
    const negated = (before?.negated ?? false) !== (bangs % 2 === 1);
    this.#negation = { start: before?.start ?? word.start, negated };
  }

  /** The word without exclamation marks, and whether those here and before negate it. */
  #stripped(word: Word): { name: Word; start: number; negated: boolean } {
    const bangs = bangsOf(word.value);
    if (bangs > 0) this.#negate(word, bangs);
    const negation = this.#negation;
    this.#negation = undefined;
    const name = bangs === 0 ? word : part(word, bangs, word.value.length);
    return { name, start: negation?.start ?? word.start, negated: negation?.negated ?? false };
  }
}

/** The number of exclamation marks at its start. */
export function bangsOf(value: string): number {
  let bangs = 0;
  while (value[bangs] === "!") bangs++;
  return bangs;
}

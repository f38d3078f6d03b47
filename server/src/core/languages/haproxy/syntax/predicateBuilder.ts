/** Makes the predicates of `.if` and `.elif` of the tokens that the grammar hands over (src/cfgcond.c). */
import type { IToken } from "chevrotain";
import type { Word } from "../../../syntax/ast.ts";
import type { Call, Failure, Predicate, PredicateErrorKind, PredicateTerm } from "./inner.ts";
import { inner, part } from "./positions.ts";

export class PredicateBuilder {
  word: Word = { start: 0, end: 0, raw: "", value: "", quoted: false, closed: true };
  #stack: PredicateTerm[][][] = [];
  #error: Failure<PredicateErrorKind> | undefined;

  begin(word: Word): void {
    this.word = word;
    this.#stack = [];
    this.#error = undefined;
  }

  beginGroup(): void {
    this.#stack.push([[]]);
  }

  or(): void {
    this.#stack.at(-1)?.push([]);
  }

  number(bangs: readonly IToken[], token: IToken): void {
    const word = this.#part(token);
    const sign = token.image.startsWith("-") ? -1 : 1;
    const digits = token.image.replace(/^[+-]/, "");
    // strtol takes a leading zero as octal.
    const value = sign * (/^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits));
    this.#push(bangs, { start: word.start, end: word.end, negated: false, kind: "number", value, word });
  }

  call(bangs: readonly IToken[], made: { call: Call; error: Failure<string> | undefined }): void {
    const { call, error } = made;
    if (error !== undefined) this.#error ??= { kind: "unclosed-arguments", start: error.start, end: error.end };
    this.#push(bangs, { start: call.start, end: call.end, negated: false, kind: "call", call });
  }

  group(bangs: readonly IToken[], open: IToken, close: IToken | undefined, next: IToken): void {
    const alternatives = this.#stack.pop() ?? [];
    const { start, end: openEnd } = this.#part(open);
    const end = close === undefined ? Math.max(openEnd, this.#place(next).start) : this.#part(close).end;
    if (close === undefined) this.#error ??= { kind: "unclosed-group", start, end: openEnd };
    this.#push(bangs, { start, end, negated: false, kind: "group", alternatives });
  }

  missing(next: IToken, tooDeep: boolean): void {
    const { start, end } = this.#place(next);
    this.#error ??= { kind: tooDeep && next.image === "(" ? "too-deep" : "missing-term", start, end };
  }

  /** What stands behind a complete predicate; `next` is the end of the text where nothing does. */
  end(next: IToken): void {
    if (!(next.startOffset >= 0) || next.image === "") return;
    this.#error ??= { kind: "unexpected", start: this.#place(next).start, end: this.word.end };
  }

  predicate(): Predicate {
    const alternatives = this.#stack[0] ?? [];
    if (this.#error === undefined || this.word.unknown === true) return { alternatives };
    return { alternatives, error: this.#error };
  }

  #push(bangs: readonly IToken[], term: PredicateTerm): void {
    const [first] = bangs;
    const start = first === undefined ? term.start : this.#part(first).start;
    this.#stack
      .at(-1)
      ?.at(-1)
      ?.push({ ...term, start, negated: bangs.length % 2 === 1 });
  }

  #part(token: IToken): Word {
    return part(this.word, token.startOffset, token.startOffset + token.image.length);
  }

  #place(next: IToken): { start: number; end: number } {
    if (next.startOffset >= 0) return this.#part(next);
    const end = inner(this.word).at(this.word.value.length);
    return { start: end, end };
  }
}

/** Makes fetches, converters and their arguments of the tokens that the grammar hands over. */
import type { IToken } from "chevrotain";
import type { Word } from "../../../syntax/ast.ts";
import type { Call, CallArgument, Converters, Expression, ExpressionErrorKind, Failure } from "./inner.ts";
import { inner, part, pick } from "./positions.ts";

const nothing: Word = { start: 0, end: 0, raw: "", value: "", quoted: false, closed: true };

interface OpenCall {
  readonly from: number;
  readonly name: Word;
  /** Offset behind all that was read of it. */
  to: number;
  args: CallArgument[] | undefined;
  /** Whether an argument may begin here, and whether one must, because a comma stands before it. */
  awaits: "none" | "first" | "another";
  opened: number;
  closed: boolean;
}

export class ExpressionBuilder {
  #word = nothing;
  /** Where the text that the tokens are of begins in the word's value. */
  #base = 0;
  #from = 0;
  #calls: Call[] = [];
  #open: OpenCall | undefined;
  /** Behind commas that no call followed. */
  #hanging: number | undefined;
  #rest: number | undefined;
  #error: Failure<ExpressionErrorKind> | undefined;

  /** An expression begins at `from` of the word's value; tokens count from `base`. */
  begin(word: Word, from: number, base = 0): void {
    this.#word = word;
    this.#base = base;
    this.#from = from;
    this.#calls = [];
    this.#open = undefined;
    this.#hanging = undefined;
    this.#rest = undefined;
    this.#error = undefined;
  }

  /** A predicate's name with the parenthesis behind it. */
  predicate(word: Word, head: IToken): void {
    this.begin(word, 0);
    const length = head.image.length - 1;
    this.#start(head.startOffset, head.startOffset + length);
    this.#enter(head.startOffset + length);
  }

  name(token: IToken): void {
    this.#push();
    this.#hanging = undefined;
    const from = this.#base + token.startOffset;
    this.#start(from, from + token.image.length);
  }

  open(token: IToken): void {
    this.#enter(this.#base + token.startOffset);
  }

  argument(token: IToken): void {
    const call = this.#open;
    if (call === undefined) return;
    const from = this.#base + token.startOffset;
    const to = from + token.image.length;
    call.args?.push({ word: unquoted(this.#word, from, to) });
    call.awaits = "none";
    call.to = to;
  }

  comma(token: IToken): void {
    const call = this.#open;
    if (call === undefined) return;
    const at = this.#base + token.startOffset;
    if (call.awaits !== "none") call.args?.push({ word: part(this.#word, at, at) });
    call.awaits = "another";
    call.to = at + 1;
  }

  close(token: IToken): void {
    const call = this.#open;
    if (call === undefined) return;
    const at = this.#base + token.startOffset;
    if (call.awaits === "another") call.args?.push({ word: part(this.#word, at, at) });
    call.awaits = "none";
    call.closed = true;
    call.to = at + 1;
  }

  commas(token: IToken): void {
    if (this.#open === undefined && this.#calls.length === 0) this.#missingFetch();
    this.#push();
    this.#hanging = this.#base + token.startOffset + token.image.length;
  }

  left(token: IToken): void {
    this.#rest ??= this.#base + token.startOffset;
  }

  /** The one call that was read. */
  finishCall(): { call: Call; error: Failure<ExpressionErrorKind> | undefined } {
    this.#push();
    const call = this.#calls[0] ?? this.#emptyCall(this.#from);
    return { call, error: this.#error };
  }

  /** The expression that ends at `to`; `delimited` where something must stand behind a comma, as within brackets. */
  expression(to: number, delimited: boolean): Expression {
    const converters = this.converters(to, delimited, true);
    const [fetch = this.#emptyCall(this.#from), ...others] = converters.converters;
    return { ...converters, fetch, converters: others };
  }

  /** As `expression`, but converters only, which stand in a word of their own. */
  converters(to: number, delimited: boolean, fetchFirst = false): Converters {
    this.#push();
    if (fetchFirst && this.#calls.length === 0) this.#missingFetch();
    if (this.#hanging !== undefined && (this.#rest !== undefined || delimited)) {
      this.#fail("missing-converter", this.#hanging, this.#hanging);
    }
    const { at } = inner(this.#word);
    const made = { converters: this.#calls, start: at(this.#from), end: at(this.#rest ?? to) };
    const rest = this.#rest === undefined || this.#rest >= to ? {} : { rest: part(this.#word, this.#rest, to) };
    const error = this.#error === undefined || this.#word.unknown === true ? {} : { error: this.#error };
    return { ...made, ...rest, ...error };
  }

  #start(from: number, to: number): void {
    this.#open = {
      from,
      name: part(this.#word, from, to),
      to,
      args: undefined,
      awaits: "none",
      opened: to,
      closed: true,
    };
  }

  #enter(at: number): void {
    const call = this.#open;
    if (call === undefined) return;
    call.args = [];
    call.awaits = "first";
    call.closed = false;
    call.opened = at;
    call.to = at + 1;
  }

  #push(): void {
    const call = this.#open;
    if (call === undefined) return;
    this.#open = undefined;
    if (call.awaits === "another") call.args?.push({ word: part(this.#word, call.to, call.to) });
    if (!call.closed) this.#fail("unclosed-arguments", call.opened, call.opened + 1);
    const { name, args, closed } = call;
    const { at } = inner(this.#word);
    this.#calls.push({ name, args, closed, start: name.start, end: Math.max(at(call.to), name.end) });
  }

  #missingFetch(): void {
    this.#fail("missing-fetch", this.#from, this.#from);
    this.#calls.push(this.#emptyCall(this.#from));
  }

  #emptyCall(at: number): Call {
    const name = part(this.#word, at, at);
    return { name, args: undefined, closed: true, start: name.start, end: name.end };
  }

  #fail(kind: ExpressionErrorKind, from: number, to: number): void {
    const { start, end } = part(this.#word, from, to);
    this.#error ??= { kind, start, end };
  }
}

/** The second level of quotes: `\` hides quotes, backslashes and blanks, but neither commas nor what `\x` would be. */
function unquoted(word: Word, from: number, to: number): Word {
  const text = word.value;
  const kept: number[] = [];
  let value = "";
  let quote = "";
  for (let i = from; i < to; i++) {
    const character = text.charAt(i);
    if (quote === "" ? character === '"' || character === "'" : character === quote) {
      quote = quote === "" ? character : "";
      continue;
    }
    kept.push(i);
    const hidden = character === "\\" && quote !== "'" && i + 1 < to ? hides[text.charAt(i + 1)] : undefined;
    value += hidden ?? character;
    if (hidden !== undefined) i++;
  }
  return pick(word, from, to, value, kept);
}

const hides: Readonly<Record<string, string>> = {
  "\\": "\\",
  " ": " ",
  '"': '"',
  "'": "'",
  r: "\r",
  n: "\n",
  t: "\t",
};

/** Makes log formats of the tokens that the grammar hands over (lf_expr_compile in src/log.c). */
import type { IToken } from "chevrotain";
import type { Word } from "../../../syntax/ast.ts";
import type { Alias, Expression, Failure, Literal, LogFormat, LogFormatErrorKind, SampleItem } from "./inner.ts";
import { part } from "./positions.ts";

const head = /^%(?:\(([\w-]*)(?::([\w-]*))?\))?(?:\{([^}]*)\})?/;

export class FormatBuilder {
  word: Word = { start: 0, end: 0, raw: "", value: "", quoted: false, closed: true };
  #parts: (Literal | Alias | SampleItem)[] = [];
  #errors: Failure<LogFormatErrorKind>[] = [];

  begin(word: Word): void {
    this.word = word;
    this.#parts = [];
    this.#errors = [];
  }

  text(token: IToken): void {
    this.#literal(token, {});
  }

  percent(token: IToken): void {
    this.#literal(token, { percent: "escaped" });
  }

  alias(token: IToken): void {
    const { startOffset: from, image } = token;
    const { item, length } = this.#item(token);
    const name = part(this.word, from + length, from + image.length);
    const { start, end } = part(this.word, from, from + image.length);
    this.#parts.push({ kind: "alias", ...item, name, start, end });
  }

  sample(token: IToken, expression: Expression, close: IToken | undefined): void {
    const { item } = this.#item(token);
    const { start } = part(this.word, token.startOffset, token.startOffset + 1);
    const end = close === undefined ? expression.end : part(this.word, close.startOffset, close.startOffset + 1).end;
    const { error, rest } = expression;
    if (error !== undefined) this.#errors.push(error);
    else if (rest !== undefined) this.#errors.push({ kind: "expected-bracket", start: rest.start, end: rest.end });
    else if (close === undefined) this.#errors.push({ kind: "missing-bracket", start, end: Math.max(end, start) });
    const closed = close !== undefined;
    this.#parts.push({ kind: "sample", ...item, expression, closed, start, end: Math.max(end, rest?.end ?? end) });
  }

  /** A percent sign that begins no item. */
  broken(token: IToken): void {
    const { startOffset: from, image } = token;
    const next = this.word.value.charAt(from + image.length);
    const kind = errorOf(image, next);
    if (kind === undefined) {
      this.#literal(token, { percent: "dropped" });
      return;
    }
    const { start, end } = part(this.word, from, from + image.length);
    this.#errors.push({ kind, start, end });
    this.#parts.push({ kind: "literal", start, end });
  }

  format(): LogFormat {
    const unknown = this.word.unknown === true;
    return { parts: this.#parts, errors: unknown ? [] : this.#errors };
  }

  #literal(token: IToken, more: Pick<Literal, "percent">): void {
    const { start, end } = part(this.word, token.startOffset, token.startOffset + token.image.length);
    this.#parts.push({ kind: "literal", start, end, ...more });
  }

  /** What stands before the alias or the bracket, and how long it is. */
  #item(token: IToken) {
    const [written = "%", name, type, argument] = head.exec(token.image) ?? [];
    const from = token.startOffset;
    const nameAt = from + 2;
    const typeAt = nameAt + (name?.length ?? 0) + 1;
    const argumentAt = from + written.length - 1 - (argument?.length ?? 0);
    const at = (start: number, text: string) => part(this.word, start, start + text.length);
    const item = {
      ...(name === undefined ? {} : { itemName: at(nameAt, name) }),
      ...(type === undefined ? {} : { itemType: at(typeAt, type) }),
      ...(argument === undefined ? {} : { argument: at(argumentAt, argument) }),
      flags: argument === undefined ? [] : this.#flags(argumentAt, argument),
    };
    return { item, length: written.length };
  }

  #flags(from: number, argument: string): Word[] {
    const flags: Word[] = [];
    let at = from;
    for (const piece of argument.split(",")) {
      if (piece !== "") flags.push(part(this.word, at, at + piece.length));
      at += piece.length + 1;
    }
    return flags;
  }
}

function errorOf(image: string, next: string): LogFormatErrorKind | undefined {
  if (image.endsWith("}")) return "missing-alias";
  if (image.includes("{") || (next === "" && !image.includes("("))) return "truncated";
  if (image.includes("(") && !image.endsWith(")")) return "item-name";
  if (next === "") return "truncated";
  return /[0-9 \t]/.test(next) ? "lone-percent" : undefined;
}

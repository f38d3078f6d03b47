/** What stands in parentheses behind a word: `set-var(txn.x,ifnotexists)`, `sc-inc-gpc0(1)`, `hdr(Host)`. */
import { titles } from "../../../schema/fixTitles.ts";
import { StatementReader } from "../../../schema/reader.ts";
import type { BoundValue, Finding, Reader, Value } from "../../../schema/value.ts";
import { pattern } from "../../../schema/values/pattern.ts";
import type { Piece } from "../../../schema/values/pieces.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { part } from "../syntax/positions.ts";

const messages = {
  missing: text('"{0}" needs parentheses: {1}', '"{0}"之后应有括号：{1}'),
  unclosed: text("Missing closing parenthesis", "缺少右括号"),
  excess: text('"{0}" is one argument too many', '参数"{0}"是多余的'),
};

export interface CallOptions {
  /** The parentheses may be left out. */
  readonly optional?: boolean;
  /** What stands in the parentheses is one word, commas and all. */
  readonly whole?: boolean;
  /** The name before the parentheses is part of the word: `rdp-cookie(name)`. */
  readonly name?: string;
}

/** Reads one word, `(a,b)` or `name(a,b)`, by a pattern of its arguments. */
export function call(pieces: readonly Piece[], options: CallOptions = {}): Value {
  const inside = pattern(...pieces);
  const { name: head = "", optional = false } = options;
  const form = `${head}(${inside.signature.replaceAll(" ", ",")})`;
  const needs = `(${(inside.needs ?? inside.signature).replaceAll(" ", ",")})`;
  return {
    signature: optional ? `${head}[${form.slice(head.length)}]` : form,
    token: "property",
    ...(head === "" ? {} : { accepts: (word: Word) => word.value === head || word.value.startsWith(`${head}(`) }),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const written = word.value.slice(head.length);
      if (head !== "") reader.bind({ name, word: part(word, 0, head.length), data: head, token: "enumMember" });
      if (!written.startsWith("(")) {
        if (optional && written === "") return;
        missing(reader, word, needs);
        // What should stand in parentheses stands in a word of its own.
        const argument = head === "" && written === "" ? reader.next() : undefined;
        if (argument !== undefined) readArguments(reader, inside, commaList(argument));
        return;
      }
      const close = written.lastIndexOf(")");
      if (close === -1) {
        reader.report({ code: "invalid-value", ...word, message: messages.unclosed });
        return;
      }
      const content = part(word, head.length + 1, head.length + close);
      readArguments(reader, inside, options.whole === true && content.value !== "" ? [content] : commaList(content));
    },
    suggest(_before, context) {
      const open = context.typed.lastIndexOf("(");
      if (open === -1 || context.typed.includes(")")) return [];
      const from = Math.max(open, context.typed.lastIndexOf(",")) + 1;
      const typed = context.typed.slice(from);
      const found = inside.suggest?.([], { ...context, typed }) ?? [];
      return found.map((one) => ({ ...one, from: from + (one.from ?? 0) }));
    },
    describe: (word) => inside.describe?.(word),
  };
}

function missing(reader: Reader, word: Word, needs: string): void {
  const { last } = reader;
  const at = word.value === "" ? (last ?? word) : word;
  const argument = reader.peek();
  const enclosed = argument === undefined ? undefined : `(${argument.value})`;
  const edits =
    argument === undefined || enclosed === undefined
      ? []
      : [reader.edit({ start: at.end, end: argument.end }, enclosed)];
  reader.report({
    code: "missing-value",
    start: at.start,
    end: at.end,
    message: fill(messages.missing, at.value, at.value + needs),
    ...(enclosed === undefined
      ? {}
      : { fixes: [{ title: fill(titles.replace, at.value + enclosed), safety: "unsafe" as const, edits }] }),
  });
}

/** The words between commas. */
export function commaList(word: Word): readonly Word[] {
  if (word.value === "") return [];
  const found: Word[] = [];
  let from = 0;
  for (const piece of word.value.split(",")) {
    found.push(part(word, from, from + piece.length));
    from += piece.length + 1;
  }
  return found;
}

function readArguments(reader: Reader, inside: Value, words: readonly Word[]): void {
  const inner = innerReader(reader, words);
  inside.match(inner, "");
  for (const bound of inner.values) reader.bind(bound);
  for (const finding of inner.findings) reader.report(finding);
  const extra = inner.peek();
  if (extra !== undefined) {
    reader.report({ code: "invalid-value", ...extra, message: fill(messages.excess, extra.value) });
  }
}

/** A reader over other words of the same statement. */
export function innerReader(
  reader: Reader,
  words: readonly Word[],
): Reader & { readonly findings: readonly Finding[]; readonly values: readonly BoundValue[] } {
  const { source } = reader.edit({ start: 0, end: 0 }, "");
  return new StatementReader(words, reader.last, source, reader.version, reader.block);
}

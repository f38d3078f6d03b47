/** A typed expression: something to measure, and what is made of it. `req.hdr(host),lower,map(hosts.map)`. */
import { isKnownIn } from "../../../schema/spec.ts";
import type { Reader, Value } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill } from "../../../text/localized.ts";
import type { Range } from "../../../text/range.ts";
import { findConverter } from "../samples/index.ts";
import { type Converter, typeName } from "../samples/table.ts";
import { cast, type SampleType } from "../samples/types.ts";
import { converters as parseConverters, expression as parseExpression } from "../syntax/expression.ts";
import { suggestExpression } from "./expressionSuggestions.ts";
import { messages } from "./sampleMessages.ts";
import type { Stage } from "./stage.ts";
import {
  checkStage,
  finalType,
  readConverters,
  readFetch,
  reportSyntax,
  type TypedExpression,
} from "./typedExpression.ts";

export interface ExpressionOptions {
  /** The type that the keyword makes of it: that of a stick table's keys. */
  readonly wants?: SampleType;
  /** Whether words behind it go on with converters, as the oldest syntax allows; true where absent. */
  readonly goesOn?: boolean;
}

/** One word, and the words behind it that are converters. */
export function expression(stage: Stage, options: ExpressionOptions = {}): Value {
  return {
    signature: "EXPRESSION",
    needs: "EXPRESSION (src)",
    token: "string",
    // More words may follow, but completion asks for the arguments behind it as well.
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      readExpression(reader, name, word, stage, options);
    },
    suggest: (before, context) => (before.length > 0 ? [] : suggestExpression(context.typed, 0, stage, context)),
  };
}

function readExpression(reader: Reader, name: string, word: Word, stage: Stage, options: ExpressionOptions): void {
  const tree = parseExpression(word);
  const values = laterBinds(reader);
  if (word.value.trim() === "" && word.unknown !== true) {
    reader.report({ code: "malformed-expression", ...rangeOf(word), message: messages.missingFetch });
    return;
  }
  const [, bare] = /^%\[(.+)\]$/s.exec(word.raw) ?? [];
  if (bare !== undefined) {
    const fixes = [replaceBy(word, bare, reader)];
    reader.report({ code: "malformed-expression", ...rangeOf(word), message: messages.brackets, fixes });
    return;
  }
  const fetch = readFetch(values.reader, tree.fetch);
  const inWord = readConverters(values.reader, tree.converters, fetch);
  if (tree.error !== undefined) reportSyntax(reader, tree.error, word);
  else if (tree.rest !== undefined && word.unknown !== true) reportRest(reader, tree.rest);
  const ended = tree.error === undefined && tree.rest === undefined;
  const behind = options.goesOn !== false && ended ? followingConverters(values.reader, inWord.type) : [];
  const converters = [...inWord.entries, ...behind];
  const type = finalType(fetch, converters, reader.version);
  checkStage(reader, tree.fetch.name, fetch.entry, stage, "error");
  checkWanted(reader, word, type, options.wants);
  const inner: TypedExpression = { tree, fetch: fetch.entry, converters, type };
  reader.bind({ name, word, data: word.value, token: "string", inner });
  values.flush();
}

/** Converters in words of their own: as long as the daemon knows a word for one (sample_parse_expr_cnv). */
export function followingConverters(reader: Reader, type: SampleType | undefined): readonly (Converter | undefined)[] {
  const found: (Converter | undefined)[] = [];
  let current = type;
  for (let word = reader.peek(); word !== undefined; word = reader.peek()) {
    if (word.unknown === true || word.value === "" || !isConverter(word, reader.version)) break;
    reader.next();
    const tree = parseConverters(word);
    const read = readConverters(reader, tree.converters, { entry: undefined, type: current });
    found.push(...read.entries);
    current = read.type;
    if (tree.error !== undefined) reportSyntax(reader, tree.error, word);
    else if (tree.rest !== undefined) reportRest(reader, tree.rest);
    if (tree.error !== undefined || tree.rest !== undefined) break;
  }
  return found;
}

function isConverter(word: Word, version: string): boolean {
  const [name = ""] = /^[A-Za-z0-9_.:+-]*/.exec(word.value) ?? [];
  const found = findConverter(name);
  return found !== undefined && isKnownIn(found, version);
}

export function reportRest(reader: Reader, rest: Word): void {
  reader.report({ code: "malformed-expression", ...rangeOf(rest), message: fill(messages.rest, rest.value) });
}

export function checkWanted(
  reader: Reader,
  word: Word,
  type: SampleType | undefined,
  wants: SampleType | undefined,
): void {
  if (wants === undefined || type === undefined || cast(type, wants, reader.version) !== undefined) return;
  const message = fill(messages.wants, typeName(wants), typeName(type));
  reader.report({ code: "sample-type", ...rangeOf(word), message });
}

export function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

/** A reader that keeps what is bound until the whole has been, so that the whole comes first. */
export function laterBinds(reader: Reader): { reader: Reader; flush: () => void } {
  const kept: Parameters<Reader["bind"]>[0][] = [];
  return {
    reader: {
      peek: () => reader.peek(),
      next: () => reader.next(),
      get last() {
        return reader.last;
      },
      left: () => reader.left(),
      bind: (value) => kept.push(value),
      get values() {
        return reader.values;
      },
      report: (finding) => reader.report(finding),
      edit: (range, text) => reader.edit(range, text),
      rawLeft: () => reader.rawLeft(),
      version: reader.version,
      block: reader.block,
    },
    flush: () => {
      for (const value of kept) reader.bind(value);
    },
  };
}

/** What is wrong before any keyword is looked at: quotes, escapes, directives. */

import { tooNew } from "../../schema/age.ts";
import { titles } from "../../schema/fixTitles.ts";
import type { Problem, Severity, Source } from "../../schema/problem.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import type { Range } from "../../text/range.ts";
import type { Failure, PredicateErrorKind } from "./syntax/inner.ts";
import type { WordErrorKind } from "./syntax/words.ts";

const inWords: Readonly<Record<Exclude<WordErrorKind, "quote">, Text>> = {
  hex: text("`\\x` needs two hexadecimal digits", "`\\x`之后应为两位十六进制数"),
  variable: text(
    "A `$` in double quotes needs a name behind it; write `\\$` for the sign",
    "双引号内的 `$` 之后应为变量名；要写字面的 `$` 请用 `\\$`",
  ),
  brace: text("`${` without its `}`", "`${` 缺少对应的 `}`"),
  expansion: text("Only `[*]` may follow the name here", "变量名之后只能写 `[*]`"),
};

const inPredicates: Readonly<Record<PredicateErrorKind, Text>> = {
  "missing-term": text("A condition is missing here", "此处缺少条件"),
  "unclosed-arguments": text("Missing closing parenthesis", "缺少右括号"),
  "unclosed-group": text("Missing closing parenthesis", "缺少右括号"),
  unexpected: text("Nothing may follow the condition", "条件之后不能有其他内容"),
  "too-deep": text("Parentheses are nested too deeply", "括号嵌套过深"),
};

const messages = {
  emptyWord: text("The line ends for HAProxy at this empty word", "HAProxy 读到这个空单词就认为该行结束"),
  openQuote: text("Missing closing quote", "缺少结束引号"),
  noEnd: text('Missing ".endif"', '缺少".endif"'),
  noIf: text('"{0}" without an ".if" before it', '"{0}"之前没有".if"'),
  afterElse: text('"{0}" cannot follow ".else"', '".else"之后不能再写"{0}"'),
  unknownPredicate: text('Unknown condition "{0}"', '未知条件"{0}"'),
  noVersion: text('"{0}" is no version of OpenSSL such as 3.0.0', '"{0}"不是 OpenSSL 版本号（如 3.0.0）'),
  tooDeep: text("Conditions are nested more than 100 deep", "条件嵌套超过 100 层"),
  fewArguments: text('"{0}" needs {1} arguments', '"{0}"需要 {1} 个参数'),
  manyArguments: text('"{0}" takes no more than {1} arguments', '"{0}"最多接受 {1} 个参数'),
  excess: text('Nothing may follow "{0}"', '"{0}"之后不能有其他内容'),
  alert: text("HAProxy stops here: {0}", "HAProxy 会在此停止：{0}"),
  noNewline: text(
    "The last line has no line break: HAProxy takes the file for cut off",
    "最后一行没有换行符，HAProxy 会认为文件被截断",
  ),
  nul: text("A NUL byte cannot stand in the file", "文件中不能有 NUL 字节"),
};

function problem(code: string, severity: Severity, source: Source, at: Range, message: Text): Problem {
  return { code: `haproxy/${code}`, severity, message, source, start: at.start, end: at.end };
}

export function wordProblem(source: Source, { kind, ...at }: Failure<WordErrorKind>): Problem | undefined {
  if (kind === "quote") return undefined;
  const found = problem("malformed-word", "error", source, at, inWords[kind]);
  // Only a sign on its own is certainly meant as such.
  if (kind !== "variable" || source.section.text[at.start + 1] === "{") return found;
  const edits = [{ source, start: at.start, end: at.start, text: "\\" }];
  return { ...found, fixes: [{ title: fill(titles.insert, "\\"), safety: "safe", edits }] };
}

export const predicateProblem = (source: Source, { kind, ...at }: Failure<PredicateErrorKind>) =>
  problem("malformed-condition", "error", source, at, inPredicates[kind]);

export const emptyWord = (source: Source, at: Range, severity: Severity) =>
  problem("empty-word", severity, source, at, messages.emptyWord);

export const openQuote = (source: Source, at: Range) =>
  problem("unclosed-quote", "error", source, at, messages.openQuote);

export const missingEnd = (source: Source, at: Range) => problem("unclosed-if", "error", source, at, messages.noEnd);

export const strayDirective = (source: Source, at: Range, name: string) =>
  problem("stray-directive", "error", source, at, fill(messages.noIf, name));

export const afterElse = (source: Source, at: Range, name: string) =>
  problem("stray-directive", "error", source, at, fill(messages.afterElse, name));

export const unknownPredicate = (source: Source, at: Range, name: string) =>
  problem("unknown-condition", "error", source, at, fill(messages.unknownPredicate, name));

export const predicateTooNew = (source: Source, at: Range, name: string, since: string, version: string) =>
  problem("too-new", "error", source, at, tooNew(name, since, version));

export const noLibraryVersion = (source: Source, at: Range, written: string) =>
  problem("malformed-condition", "error", source, at, fill(messages.noVersion, written));

export const tooDeep = (source: Source, at: Range) =>
  problem("malformed-condition", "error", source, at, messages.tooDeep);

export const argumentCount = (source: Source, at: Range, name: string, wanted: number, written: number) =>
  problem(
    "malformed-condition",
    "error",
    source,
    at,
    fill(written < wanted ? messages.fewArguments : messages.manyArguments, name, wanted),
  );

export const excessWord = (source: Source, at: Range, name: string) =>
  problem("malformed-condition", "error", source, at, fill(messages.excess, name));

export const alert = (source: Source, at: Range, said: string) =>
  problem("alert-directive", "error", source, at, fill(messages.alert, said));

const addLineBreak = text("Add a line break", "补上换行");

export function missingNewline(source: Source): Problem {
  const { length } = source.section.text;
  const start = Math.max(source.section.text.lastIndexOf("\n") + 1, 0);
  return {
    ...problem("missing-newline", "error", source, { start, end: length }, messages.noNewline),
    fixes: [
      {
        title: addLineBreak,
        safety: "safe",
        edits: [{ source, start: length, end: length, text: "\n" }],
      },
    ],
  };
}

export const nulByte = (source: Source, at: number) =>
  problem("nul-byte", "error", source, { start: at, end: at + 1 }, messages.nul);

/** Log formats: text with aliases (`%ci`) and expressions (`%[src]`), also what many actions make strings of. */
import { titles } from "../../../schema/fixTitles.ts";
import { isKnownIn, type Keyword } from "../../../schema/spec.ts";
import type { Reader, SuggestContext, Suggestion, Value } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, list, type Text, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import { atLeast } from "../../../text/version.ts";
import { findFormatFlag, formatFlags } from "../samples/formatFlags.ts";
import { findAlias, findFetch, logAliases, readsBuffer } from "../samples/index.ts";
import type { Alias, Failure, LogFormat, LogFormatErrorKind, SampleItem } from "../syntax/inner.ts";
import { logFormat as parseLogFormat } from "../syntax/logFormat.ts";
import { laterBinds, rangeOf } from "./expression.ts";
import { suggestExpression } from "./expressionSuggestions.ts";
import { sampleLine } from "./sampleLine.ts";
import { reportAge, messages as sampleMessages } from "./sampleMessages.ts";
import { isDropped, type Stage } from "./stage.ts";
import { checkStage, readConverters, readFetch } from "./typedExpression.ts";

const messages: Readonly<Record<LogFormatErrorKind, Text>> &
  Record<"unknown" | "unknownNear" | "sample" | "blank" | "flag" | "type" | "looks" | "bytes", Text> = {
  "missing-fetch": sampleMessages.missingFetch,
  "missing-converter": sampleMessages.missingConverter,
  "unclosed-arguments": sampleMessages.unclosed,
  truncated: text('The format ends within an item; "%%" gives a percent sign', '格式在项目中间结束；百分号要写成"%%"'),
  "lone-percent": text('A lone "%" must be written "%%"', '单独的"%"必须写成"%%"'),
  "missing-alias": text("An alias or an expression is missing behind the braces", "花括号之后缺少别名或表达式"),
  "item-name": text(
    "Names of items are letters, digits, _ and - in parentheses",
    "项目名称只能是括号中的字母、数字、_ 和 -",
  ),
  "missing-bracket": text('Missing "]"', '缺少"]"'),
  "expected-bracket": text('"]" is missing here', '此处缺少"]"'),
  unknown: text('Unknown alias "%{0}"', '未知的别名"%{0}"'),
  unknownNear: text('Unknown alias "%{0}", did you mean "%{1}"?', '未知的别名"%{0}"，是否想写"%{1}"？'),
  sample: text('"%{0}" is no alias; a sample is written "%[{0}]"', '"%{0}"不是别名；取样函数应写成"%[{0}]"'),
  blank: text("The format ends at the blank; put it in double quotes", "格式在空格处结束，请用双引号括起来"),
  flag: text('"{0}" is no flag and is ignored; flags are {1}', '"{0}"不是有效标志，会被忽略；可选：{1}'),
  type: text('"{0}" is no type of items: {1}', '"{0}"不是项目类型，可选：{1}'),
  bytes: text('"{0}" looks at raw bytes and is ignored in HTTP formats', '"{0}"读取原始字节，在 HTTP 格式串中会被忽略'),
  looks: text("Looks like {0}", "渲染结果形如 {0}"),
};

export interface LogFormatOptions {
  /** Whether items may have names and types, `%(name:type)[…]`; the version decides where absent. */
  readonly items?: boolean;
  /** Whether raw bytes of buffers can be had of an HTTP proxy here; the stage decides where absent. */
  readonly bytes?: boolean;
}

/** One word that is a log format. */
export function logFormat(stage: Stage, options: LogFormatOptions = {}): Value {
  return {
    signature: "FORMAT",
    needs: "FORMAT (%[src])",
    token: "string",
    match(reader, name) {
      const word = reader.next();
      if (word !== undefined) readLogFormat(reader, name, word, stage, options);
    },
    suggest: (before, context) => (before.length > 0 ? [] : suggestFormat(stage, context)),
    leftover: (reader) => reportBlank(reader),
    describe(word) {
      if (!word.value.includes("%")) return undefined;
      const line = sampleLine(parseLogFormat(word), word);
      return line === word.value ? undefined : fill(messages.looks, code(line));
    },
  };
}

/** A format with blanks is one word only in quotes. */
function reportBlank(reader: Reader): boolean {
  const { last } = reader;
  const words = reader.left();
  const end = words.at(-1)?.end;
  if (last === undefined || end === undefined || !words.some((word) => word.value.includes("%"))) return false;
  const all = [last, ...words];
  const start = words[0]?.start ?? last.end;
  const isPlain = all.every((word) => !/["'\\$]/.test(word.raw) && word.unknown !== true);
  const edits = [reader.edit({ start: last.start, end: last.start }, '"'), reader.edit({ start: end, end }, '"')];
  reader.report({
    code: "invalid-value",
    start,
    end,
    message: messages.blank,
    ...(isPlain ? { fixes: [{ title: quoted, safety: "unsafe" as const, edits }] } : {}),
  });
  while (reader.next() !== undefined);
  return true;
}

const quoted = text("Put the format in double quotes", "用双引号括起格式");

/** A code span, also of text with backticks. */
function code(line: string): string {
  return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** Reads a word as a log format. */
export function readLogFormat(
  reader: Reader,
  name: string,
  word: Word,
  stage: Stage,
  options: LogFormatOptions = {},
): void {
  const tree = parseLogFormat(word);
  const hasItems = options.items ?? atLeast(reader.version, "3.0");
  const values = laterBinds(reader);
  const inside = isDropped(stage, reader.block?.keyword?.name) ? lenient(values.reader) : values.reader;
  for (const part of tree.parts) {
    // Before 3.0 a parenthesis behind the percent sign is text, and so is what follows it.
    if (part.kind === "literal" || (part.itemName !== undefined && !hasItems)) continue;
    readItem(inside, part);
    if (part.kind === "alias") readAlias(inside, part, word);
    else readSample(inside, part, stage, options.bytes ?? !ofHttp.has(stage));
  }
  for (const error of tree.errors) if (error.kind !== "item-name" || hasItems) reportError(inside, error, word);
  reader.bind({ name, word, data: word.value, token: "string", inner: tree satisfies LogFormat });
  values.flush();
}

/** What the daemon never looks at is no error. */
function lenient(reader: Reader): Reader {
  const { report } = reader;
  return {
    peek: () => reader.peek(),
    next: () => reader.next(),
    get last() {
      return reader.last;
    },
    left: () => reader.left(),
    bind: (value) => reader.bind(value),
    values: reader.values,
    edit: (range, replacement) => reader.edit(range, replacement),
    rawLeft: () => reader.rawLeft(),
    version: reader.version,
    block: reader.block,
    report: (finding) =>
      report({ ...finding, severity: finding.severity === "information" ? "information" : "warning" }),
  };
}

function reportError(reader: Reader, { kind, start, end }: Failure<LogFormatErrorKind>, word: Word): void {
  const range = end > start ? { start, end } : rangeOf(word);
  const isLone = kind === "lone-percent" || (kind === "truncated" && end === start + 1);
  const edit = isLone ? [reader.edit(range, "%%")] : [];
  reader.report({
    code: isLone || kind === "truncated" ? "lone-percent" : "malformed-expression",
    ...range,
    message: messages[kind],
    ...(isLone ? { fixes: [{ title: doubled, safety: "safe" as const, edits: edit }] } : {}),
  });
}

const doubled = text('Write "%%"', '写成"%%"');

function readItem(reader: Reader, part: Alias | SampleItem): void {
  const { itemType, flags } = part;
  if (itemType !== undefined) checkType(reader, itemType);
  for (const word of flags) {
    const flag = findFormatFlag(word.value.replace(/^[+-]/, ""));
    const isKnown = flag !== undefined && isKnownIn(flag, reader.version) && /^[+-]/.test(word.value);
    if (isKnown) reader.bind({ name: "flag", word, data: word.value, token: "enumMember", keyword: flag });
    else reportFlag(reader, word);
  }
}

function checkType(reader: Reader, word: Word): void {
  const types = atLeast(reader.version, "3.2") ? ["str", "sint", "bool", "raw"] : ["str", "sint", "bool"];
  if (types.includes(word.value)) return;
  const message = fill(messages.type, word.value, list(types));
  reader.report({ code: "log-type", start: word.start, end: Math.max(word.end, word.start + 1), message });
}

function reportFlag(reader: Reader, word: Word): void {
  const names = formatFlags.filter((flag) => isKnownIn(flag, reader.version)).map(({ name }) => `+${name}`);
  const meant = nearest(word.value, names);
  reader.report({
    code: "log-flag",
    ...rangeOf(word),
    message: fill(messages.flag, word.value, list(names)),
    severity: "warning",
    ...(meant === undefined ? {} : { fixes: [replaceBy(word, meant, reader)] }),
  });
}

function readAlias(reader: Reader, { name }: Alias, whole: Word): void {
  const found = findAlias(name.value);
  if (found !== undefined) {
    reader.bind({ name: "alias", word: name, data: name.value, token: "macro", keyword: found });
    reportAge(reader, { ...found, name: `%${found.name}` }, name);
    return;
  }
  if (name.unknown === true) return;
  if (reportBareSample(reader, name, whole)) return;
  const names = logAliases.filter((one) => isKnownIn(one, reader.version)).map((one) => one.name);
  const meant = names.find((one) => one.toLowerCase() === name.value.toLowerCase()) ?? nearestAlias(name.value, names);
  reader.report({
    code: "unknown-alias",
    ...rangeOf(name),
    message: meant === undefined ? fill(messages.unknown, name.value) : fill(messages.unknownNear, name.value, meant),
    ...(meant === undefined ? {} : { fixes: [replaceBy(name, meant, reader)] }),
  });
}

/** `%src`, `%req.hdr(host)`: an expression without its brackets. */
function reportBareSample(reader: Reader, name: Word, whole: Word): boolean {
  const rest = whole.raw.slice(name.start - whole.start);
  const [written = "", fetch = ""] = /^([a-z][a-z0-9_.]*)(?:\([^()"'\\]*\))?/.exec(rest) ?? [];
  const found = findFetch(fetch.replace(/\.$/, ""));
  if (found === undefined || found.name.length < 3 || whole.raw[name.start - whole.start - 1] !== "%") return false;
  const meant = written.replace(/\.$/, "");
  const range = { start: name.start - 1, end: name.start + meant.length };
  reader.report({
    code: "unknown-alias",
    ...range,
    message: fill(messages.sample, meant),
    fixes: [
      { title: fill(titles.replace, `%[${meant}]`), safety: "unsafe", edits: [reader.edit(range, `%[${meant}]`)] },
    ],
  });
  return true;
}

/** Short names are near to everything; one that begins like it is meant more likely: `%cip`. */
function nearestAlias(name: string, names: readonly string[]): string | undefined {
  const beginning = names.filter((one) => name.startsWith(one)).sort((a, b) => b.length - a.length);
  return beginning[0] ?? nearest(name, names);
}

/** Stages whose formats the daemon compiles for HTTP alone (src/log.c: LOG_OPT_HTTP). */
const ofHttp = new Set<Stage>(["http-request", "http-response", "http-after-response", "unique-id"]);

function readSample(reader: Reader, { expression }: SampleItem, stage: Stage, hasBytes: boolean): void {
  if (expression.fetch.name.value === "") return;
  const fetch = readFetch(reader, expression.fetch);
  readConverters(reader, expression.converters, fetch);
  checkStage(reader, expression.fetch.name, fetch.entry, stage, "error");
  if (hasBytes || fetch.entry === undefined || !readsBuffer(fetch.entry)) return;
  const { name } = expression.fetch;
  const message = fill(messages.bytes, name.value);
  reader.report({ code: "sample-stage", ...rangeOf(name), message, severity: "warning" });
}

function suggestFormat(stage: Stage, context: SuggestContext): readonly Suggestion[] {
  const { typed, version } = context;
  const opened = openedBracket(typed);
  if (opened !== -1 && !closes(typed, opened)) return suggestExpression(typed, opened, stage, context);
  const flagged = /%\{([^}]*)$/.exec(typed);
  if (flagged !== null) return flagItems(typed, version);
  const named = /%(?:\([\w:-]*\))?(?:\{[^}]*\})?([A-Za-z]*)$/.exec(typed);
  if (named === null || /(?:^|[^%])(?:%%)+[A-Za-z]*$/.test(typed)) return [];
  const from = typed.length - (named[1] ?? "").length;
  return [...aliasItems(from, version), { label: "[…]", kind: "snippet", insert: "[$0]", from, again: true }];
}

/** Where the expression of the last bracket begins. */
function openedBracket(typed: string): number {
  const found = [...typed.matchAll(/%(?:\([\w:-]*\))?(?:\{[^}]*\})?\[/g)].at(-1);
  return found === undefined ? -1 : found.index + found[0].length;
}

/** Whether the bracket that opens before `from` closes again, outside of parentheses. */
function closes(typed: string, from: number): boolean {
  let depth = 0;
  for (const character of typed.slice(from)) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "]" && depth <= 0) return true;
  }
  return false;
}

function aliasItems(from: number, version: string): readonly Suggestion[] {
  return logAliases
    .filter((one) => isKnownIn(one, version))
    .map((one) => ({ label: one.name, kind: "value", from, detail: one.sample, keyword: one }));
}

function flagItems(typed: string, version: string): readonly Suggestion[] {
  const from = Math.max(typed.lastIndexOf("{"), typed.lastIndexOf(",")) + 1;
  return formatFlags
    .filter((flag: Keyword) => isKnownIn(flag, version))
    .map((flag) => ({ label: `+${flag.name}`, kind: "value", from, keyword: flag }));
}

/**
 * What an ACL tests: a criterion, flags, patterns (src/acl.c: parse_acl_expr). The criterion is an ACL keyword, which
 * says how it is matched, or an expression, whose type does.
 */
import { titles } from "../../../schema/fixTitles.ts";
import { isKnownIn } from "../../../schema/spec.ts";
import type { Reader } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import type { AclKeyword } from "../samples/aclTable.ts";
import { aclKeywords, allFetches, findAclKeyword, findFetch } from "../samples/index.ts";
import { findMethod, type Method, methodOfType, operators, type PatternKind } from "../samples/methods.ts";
import { type Fetch, inVersion, typeName } from "../samples/table.ts";
import type { SampleType } from "../samples/types.ts";
import { expression as parseExpression } from "../syntax/expression.ts";
import type { Call, Expression } from "../syntax/inner.ts";
import { readArguments } from "./callArguments.ts";
import { type Flags, type Head, readFlags } from "./criterionFlags.ts";
import { followingConverters, laterBinds, rangeOf, reportRest } from "./expression.ts";
import { patternFault } from "./patterns.ts";
import { reportAge, reportUnknown, messages as sampleMessages } from "./sampleMessages.ts";
import type { Stage } from "./stage.ts";
import { checkStage, finalType, type Resolved, readConverters, readFetch, reportSyntax } from "./typedExpression.ts";

const messages = {
  noMethod: text('{0} has no match method of its own: add "-m"', '{0}没有默认的匹配方式，请加"-m"'),
  noPattern: text(
    'Without a pattern "{0}" never matches; "-m found" tests for existence',
    '没有模式，"{0}"永远不会匹配；判断是否存在请用"-m found"',
  ),
  ignored: text('"{0}" looks at no patterns', '"{0}"不看模式'),
  changed: text('"-m {1}" takes the place of what "{0}" stands for', '"-m {1}"会取代"{0}"自带的匹配方式'),
  converted: text('Behind converters "{0}" matches as "-m {1}"', '加上转换器后，"{0}"按"-m {1}"匹配'),
  parenthesis: text(
    'The blank before "{1}" makes it a pattern, no argument of "{0}"',
    '"{1}"之前有空格，因此它是模式，而不是"{0}"的参数',
  ),
  operator: text(
    '"{0}" is a pattern here like the words beside it, no operator',
    '"{0}"在此处和旁边的单词一样是模式，而不是运算符',
  ),
};

/** An ACL's test with what its words mean. */
export interface Criterion {
  readonly tree: Expression;
  readonly keyword: AclKeyword | undefined;
  readonly fetch: Fetch | undefined;
  readonly type: SampleType | undefined;
  readonly method: Method | undefined;
  readonly patterns: readonly Word[];
  readonly files: readonly Word[];
  readonly ignoreCase: boolean;
  /** The operator before each number. */
  readonly operators: readonly string[];
}

/** Reads all words that are left. */
export function readCriterion(reader: Reader, stage: Stage): Criterion | undefined {
  const word = reader.next();
  if (word === undefined) return undefined;
  const tree = parseExpression(word);
  const values = laterBinds(reader);
  const head = readHead(values.reader, tree, word);
  reportParenthesis(reader, head, word);
  const allowed = { entry: head.fetch, name: tree.fetch.name };
  if (stage !== "anywhere") checkStage(reader, allowed.name, allowed.entry, stage, "warning");
  const made = readRest(values.reader, head, word, tree);
  reader.bind({ name: "criterion", word, data: word.value, token: "string", inner: made });
  values.flush();
  return made;
}

/** `hdr (host)`: only of what takes arguments; for others a parenthesis may well begin a pattern. */
function reportParenthesis(reader: Reader, { fetch }: Head, word: Word): void {
  const second = reader.peek();
  if (second === undefined || !/^\([^()|]*\)/.test(second.value) || word.value.includes("(")) return;
  if (fetch === undefined || fetch.params.length === 0) return;
  const edits = [reader.edit({ start: word.end, end: second.start }, "")];
  reader.report({
    code: "acl-parenthesis",
    ...rangeOf(second),
    message: fill(messages.parenthesis, word.value, second.value),
    severity: "warning",
    fixes: [{ title: fill(titles.remove, " "), safety: "unsafe", edits }],
  });
}

function readHead(reader: Reader, tree: Expression, word: Word): Head {
  const keyword = findAclKeyword(tree.fetch.name.value);
  const resolved =
    keyword === undefined ? readPlainFetch(reader, tree.fetch) : readKeyword(reader, tree.fetch, keyword);
  const inWord = readConverters(reader, tree.converters, resolved);
  if (tree.error !== undefined) reportSyntax(reader, tree.error, word);
  else if (tree.rest !== undefined && word.unknown !== true) reportRest(reader, tree.rest);
  // The daemon reads converters in the next words too, and then the same words again as flags and patterns.
  const behind =
    keyword === undefined && tree.error === undefined && tree.rest === undefined
      ? followingConverters({ ...silent(reader), ...lookAhead(reader) }, inWord.type)
      : [];
  const entries = [...inWord.entries, ...behind];
  const type = finalType(resolved, entries, reader.version);
  const brought = keyword !== undefined && entries.length === 0 ? findMethod(keyword.match) : undefined;
  const natural = type === undefined ? undefined : methodOfType(type);
  return { keyword, fetch: resolved.entry, type, method: brought ?? natural, hasConverters: entries.length > 0 };
}

/** A reader that looks at the words that are left without taking them. */
function lookAhead(reader: Reader): Pick<Reader, "peek" | "next" | "left" | "last"> {
  const words = reader.left();
  let next = 0;
  return {
    peek: () => words[next],
    next: () => words[next++],
    left: () => words.slice(next),
    last: undefined,
  };
}

/** Reports go through, for the daemon refuses the line; what is bound does not, for they are patterns as well. */
function silent(reader: Reader): Reader {
  return {
    peek: () => undefined,
    next: () => undefined,
    last: undefined,
    left: () => [],
    bind: () => undefined,
    values: [],
    report: (finding) => reader.report(finding),
    edit: (range, replacement) => reader.edit(range, replacement),
    rawLeft: () => ({ text: "", start: 0 }),
    version: reader.version,
    block: reader.block,
  };
}

function readKeyword(reader: Reader, call: Call, keyword: AclKeyword): Resolved {
  const { name } = call;
  reader.bind({ name: "criterion", word: name, data: name.value, token: "function", keyword: explained(keyword) });
  reportAge(reader, keyword, name);
  const found = findFetch(keyword.fetch);
  if (found === undefined) return { entry: undefined, type: undefined };
  const entry = inVersion(found, reader.version);
  readArguments(reader, call, { ...entry, name: keyword.name });
  return { entry, type: entry.out };
}

/** A criterion that is called like its fetch is best explained by that. */
function explained(keyword: AclKeyword) {
  return keyword.fetch === keyword.name ? (findFetch(keyword.name) ?? keyword) : keyword;
}

function readPlainFetch(reader: Reader, call: Call): Resolved {
  const { name } = call;
  if (findFetch(name.value) !== undefined || name.unknown === true || name.value.startsWith("lua.")) {
    return readFetch(reader, call);
  }
  if (name.value === "") return { entry: undefined, type: undefined };
  const { version } = reader;
  const names = [...allFetches, ...aclKeywords].filter((one) => isKnownIn(one, version)).map((one) => one.name);
  const wordings = [sampleMessages.unknownSample, sampleMessages.unknownSampleNear] as const;
  reportUnknown(reader, name, "unknown-sample", names, wordings);
  return { entry: undefined, type: undefined };
}

function readRest(reader: Reader, head: Head, word: Word, tree: Expression): Criterion {
  const isKnown = head.fetch !== undefined && head.type !== undefined;
  const flags = readFlags(reader, head, word);
  const method = flags.method ?? head.method;
  const isBare = reader.peek() === undefined && flags.files.length === 0 && !flags.failed;
  if (isKnown && method !== undefined && method.patterns !== "none" && isBare) {
    const message = fill(messages.noPattern, word.value);
    reader.report({ code: "acl-no-pattern", ...rangeOf(word), message, severity: "warning" });
  }
  if (isKnown && method === undefined && !flags.failed) {
    const message = fill(messages.noMethod, typeName(head.type ?? "any"));
    reader.report({ code: "acl-method", ...rangeOf(word), message });
  }
  warnOverridden(reader, head, flags, word);
  const { keyword } = head;
  const isVersion =
    keyword !== undefined && !head.hasConverters && flags.method === undefined && dotted.has(keyword.name);
  const kind: PatternKind | undefined = isVersion ? "version" : method?.patterns;
  const read = readPatterns(reader, kind, flags.noNames, method);
  return {
    tree,
    keyword,
    fetch: head.fetch,
    type: head.type,
    method,
    files: flags.files,
    ignoreCase: flags.ignoreCase,
    ...read,
  };
}

/** Criteria whose patterns are versions (src/payload.c: pat_parse_dotted_ver). */
const dotted = new Set(["req.ssl_ver", "req_ssl_ver"]);

/** Criteria with a method of their own, which `-m` would undo. */
const special = new Set(["beg", "dir", "dom", "end", "len", "reg", "sub"]);

/** Criteria that compare in a way that no method does. */
const ownMatch = new Set(["method", "http_auth_group"]);

function warnOverridden(reader: Reader, head: Head, flags: Flags, criterion: Word): void {
  const { keyword, hasConverters, method: natural } = head;
  if (keyword === undefined || (!special.has(keyword.match) && !ownMatch.has(keyword.name))) return;
  const method = flags.method ?? (hasConverters ? natural : undefined);
  if (method === undefined || (method.name === keyword.match && !ownMatch.has(keyword.name))) return;
  const at = flags.at ?? criterion;
  const message = fill(flags.at === undefined ? messages.converted : messages.changed, keyword.name, method.name);
  reader.report({ code: "acl-method", ...rangeOf(at), message, severity: "warning" });
}

function readPatterns(reader: Reader, kind: PatternKind | undefined, noNames: boolean, method: Method | undefined) {
  const patterns: Word[] = [];
  const used: string[] = [];
  let operator = "eq";
  const takesOperators = kind === "integer" || kind === "length" || kind === "version";
  for (
    let word = reader.peek();
    word !== undefined && (word.value !== "" || word.unknown === true);
    word = reader.peek()
  ) {
    reader.next();
    if (word.unknown === true) continue;
    if (takesOperators && operators[word.value] !== undefined) {
      operator = word.value;
      reader.bind({ name: "operator", word, data: word.value, token: "enumMember" });
      continue;
    }
    patterns.push(word);
    used.push(operator);
    reader.bind({ name: "pattern", word, data: word.value, token: takesOperators ? "number" : "string" });
    if (kind === undefined) continue;
    const context = { operator: takesOperators ? operator : "eq", noNames };
    const fault = patternFault(kind, word.value, context);
    if (fault !== undefined) {
      const { meant, ...said } = fault;
      const fixes = meant === undefined ? {} : { fixes: [replaceBy(word, meant, reader)] };
      reader.report({ code: "acl-pattern", ...rangeOf(word), ...said, ...fixes });
    }
  }
  if (kind === "string") reportOperators(reader, patterns);
  reportIgnored(reader, patterns, method);
  return { patterns, operators: used };
}

/** `path /a or path /b`: an ACL has only one criterion, and the daemon takes all that follows it for patterns. */
function reportOperators(reader: Reader, patterns: readonly Word[]): void {
  for (const word of patterns.slice(1, -1)) {
    if (!/^(?:\|\|?|&&?|or|and|if|unless)$/.test(word.value)) continue;
    const message = fill(messages.operator, word.value);
    reader.report({ code: "acl-pattern", ...rangeOf(word), message, severity: "warning" });
  }
}

/** `found` and `bool` look at no patterns, but `found` is the only one that was asked for that. */
function reportIgnored(reader: Reader, patterns: readonly Word[], method: Method | undefined): void {
  const [first] = patterns;
  const last = patterns.at(-1);
  if (first === undefined || last === undefined || method?.patterns !== "none") return;
  const message = fill(messages.ignored, method.name);
  reader.report({
    code: "ignored-pattern",
    start: first.start,
    end: last.end,
    message,
    severity: "warning",
    tag: "unnecessary",
  });
}

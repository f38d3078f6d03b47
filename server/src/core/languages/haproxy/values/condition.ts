/** `if` and `unless` with the ACLs behind them. */
import { titles } from "../../../schema/fixTitles.ts";
import type { TextEdit } from "../../../schema/problem.ts";
import type { Keyword } from "../../../schema/spec.ts";
import { isKnownIn } from "../../../schema/spec.ts";
import type { Reader, SuggestContext, Suggestion, Value } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import { ownerOf } from "../owners.ts";
import type { PredefinedAcl } from "../samples/aclTable.ts";
import { findAclKeyword, findFetch, predefinedAcls } from "../samples/index.ts";
import { type Fetch, inVersion, manual } from "../samples/table.ts";
import { condition as parseCondition } from "../syntax/condition.ts";
import type { Condition, NamedTerm, Term } from "../syntax/inner.ts";
import { bindAclName, definesAcl } from "./aclName.ts";
import { innerReader } from "./call.ts";
import { describeCondition } from "./conditionWords.ts";
import { type Criterion, readCriterion } from "./criterion.ts";
import { suggestCriterion } from "./criterionSuggestions.ts";
import { rangeOf } from "./expression.ts";
import type { Stage } from "./stage.ts";
import { checkStage } from "./typedExpression.ts";

const messages = {
  brace: text('Missing "}"', '缺少"}"'),
  empty: text("Nothing is tested between the braces", "花括号中没有条件"),
  stray: text('"}" closes nothing; braces need blanks around them', '多余的"}"；花括号两侧都需要空格'),
  open: text('A blank is missing behind "{"', '"{"之后缺少空格'),
  close: text('A blank is missing before "}"', '"}"之前缺少空格'),
  and: text('"{0}" is no operator: ACLs side by side must all hold', '"{0}"不是运算符：并列的 ACL 必须同时成立'),
  or: text('"{0}" is no operator: write "or" or "||"', '"{0}"不是运算符：请写"or"或"||"'),
  not: text('"{0}" is no operator: write "!" before what is negated', '"{0}"不是运算符：取反请在前面写"!"'),
  never: text('Nothing is tested behind "{0}", so it never holds', '"{0}"之后没有条件，因此永远不成立'),
  always: text('Nothing is tested behind "{0}", so it always holds', '"{0}"之后没有条件，因此始终成立'),
  begin: text('"if" or "unless" must begin a condition, not "{0}"', '条件必须以"if"或"unless"开头，而不是"{0}"'),
  beginNear: text(
    '"if" or "unless" must begin a condition; did you mean "{1}" by "{0}"?',
    '条件必须以"if"或"unless"开头，"{0}"是否想写"{1}"？',
  ),
  missing: text('Missing "if" before "{0}"', '"{0}"之前缺少"if"'),
};

const begins: readonly string[] = ["if", "unless"];

/** A condition, if there is one: `if a !b or { path /x }`. Takes all words that are left. */
export function condition(stage: Stage): Value {
  return {
    signature: "{if|unless} CONDITION",
    needs: "if|unless",
    token: "keyword",
    many: true,
    accepts: ({ value }) => begins.includes(value),
    match(reader) {
      const word = reader.peek();
      if (word === undefined) return;
      if (begins.includes(word.value) || word.unknown === true) {
        reader.next();
        readCondition(reader, word, stage);
      } else if (!readHeadless(reader, word, stage)) {
        reader.report({ code: "malformed-condition", ...rangeOf(word), message: fill(messages.begin, word.value) });
        while (reader.next() !== undefined);
      }
    },
    leftover(reader) {
      const word = reader.peek();
      return word !== undefined && word.unknown !== true && readHeadless(reader, word, stage);
    },
    suggest: (before, context) => suggestCondition(before, stage, context),
  };
}

/** Reads a condition that begins with no word for one, if it looks like that; whether it did. */
function readHeadless(reader: Reader, word: Word, stage: Stage): boolean {
  const at = rangeOf(word);
  const meant = nearest(word.value, begins) ?? (/^when$/i.test(word.value) ? "if" : undefined);
  const isCondition = /^!*\{|^!./.test(word.value) || definesAcl(reader.block, word.value);
  if (!isCondition && meant === undefined) return false;
  if (!isCondition && meant !== undefined) {
    const fixes = [replaceBy(word, meant, reader)];
    reader.report({ code: "malformed-condition", ...at, message: fill(messages.beginNear, word.value, meant), fixes });
    reader.next();
  } else {
    const edits = [reader.edit({ start: word.start, end: word.start }, "if ")];
    const fixes = [{ title: fill(titles.insert, "if"), safety: "unsafe" as const, edits }];
    reader.report({ code: "malformed-condition", ...at, message: fill(messages.missing, word.value), fixes });
  }
  readTerms(reader, parseCondition(reader.left()), stage);
  while (reader.next() !== undefined);
  return true;
}

/** Reads the words behind `if` or `unless`. */
export function readCondition(reader: Reader, head: Word, stage: Stage): Condition {
  const tree = parseCondition(reader.left());
  const criteria = new Map<object, Criterion>();
  reader.bind({
    name: "condition",
    word: head,
    data: head.value,
    token: "keyword",
    keyword: explanation(head.value, () => describeCondition(tree, criteria, head.value === "unless")),
    inner: tree,
  });
  // src/acl.c: acl_exec_cond; the daemon takes the line without a word.
  if (tree.alternatives.length === 0 && tree.error === undefined) {
    const message = fill(head.value === "unless" ? messages.always : messages.never, head.value);
    reader.report({ code: "empty-condition", ...rangeOf(head), message, severity: "warning" });
  }
  readTerms(reader, tree, stage, criteria);
  while (reader.next() !== undefined);
  return tree;
}

function readTerms(reader: Reader, tree: Condition, stage: Stage, criteria = new Map<object, Criterion>()): void {
  for (const terms of tree.alternatives) {
    let isGlued = false;
    for (const [index, term] of terms.entries()) {
      if (term.kind === "named") {
        const { value } = term.name;
        // What stands between glued braces is no ACL's name.
        if (value.startsWith("{")) isGlued = true;
        if (!isGlued || (/^\{|\}$/.test(value) && value !== "}")) readName(reader, term, terms[index + 1], stage);
        if (value.endsWith("}")) isGlued = false;
        continue;
      }
      const inside = innerReader(reader, term.words);
      const criterion = term.words.length === 0 ? undefined : readCriterion(inside, stage);
      if (criterion !== undefined) criteria.set(term, criterion);
      for (const value of inside.values) reader.bind(value);
      for (const finding of inside.findings) reader.report(finding);
    }
  }
  const { error } = tree;
  if (error === undefined) return;
  const open = tree.alternatives.at(-1)?.at(-1);
  const last = open?.kind === "anonymous" && open.close === undefined ? open.words.at(-1) : undefined;
  if (error.kind === "missing-brace" && last?.raw.endsWith("}") === true) {
    reportGlued(reader, last);
    return;
  }
  const message = error.kind === "missing-brace" ? messages.brace : messages.empty;
  reader.report({ code: "malformed-condition", ...rangeOf(error), message });
}

/** What people write for operators, and what is written for them here. */
const operators: Readonly<Record<string, Text>> = {
  and: messages.and,
  "&&": messages.and,
  "&": messages.and,
  "|": messages.or,
  not: messages.not,
};

function readName(reader: Reader, { name }: NamedTerm, next: Term | undefined, stage: Stage): void {
  const { value } = name;
  if (name.unknown === true) return;
  const report = (message: Text, title?: Text, edits: readonly TextEdit[] = []) =>
    reader.report({
      code: "malformed-condition",
      ...rangeOf(name),
      message,
      ...(title === undefined ? {} : { fixes: [{ title, safety: "safe" as const, edits }] }),
    });
  const operator = definesAcl(reader.block, value) ? undefined : operators[value.toLowerCase()];
  if (value === "}") report(messages.stray);
  else if (/^\{|\}$/.test(value)) reportGlued(reader, name);
  else if (operator !== undefined) {
    const message = fill(operator, value);
    const upToNext = { start: name.start, end: next?.start ?? name.end };
    if (operator === messages.or) report(message, fill(titles.replace, "||"), [reader.edit(rangeOf(name), "||")]);
    else if (next === undefined) report(message);
    else if (operator === messages.and) report(message, fill(titles.remove, value), [reader.edit(upToNext, "")]);
    else report(message, fill(titles.replace, "!"), [reader.edit(upToNext, "!")]);
  } else {
    const predefined = bindAclName(reader, "acl", name);
    if (predefined !== undefined) checkStage(reader, name, fetchOf(predefined, reader.version), stage, "warning");
  }
}

/** Braces are words of their own. */
function reportGlued(reader: Reader, name: Word): void {
  const opens = name.value.startsWith("{") && name.value !== "{";
  const closes = name.value.endsWith("}") && name.value !== "{}";
  const edits = [
    ...(opens ? [reader.edit({ start: name.start + 1, end: name.start + 1 }, " ")] : []),
    ...(closes ? [reader.edit({ start: name.end - 1, end: name.end - 1 }, " ")] : []),
  ];
  reader.report({
    code: "malformed-condition",
    ...rangeOf(name),
    message: opens ? messages.open : messages.close,
    fixes: [{ title: separate, safety: "safe", edits }],
  });
}

const separate = text("Put a blank beside the brace", "在花括号旁加空格");

/** The fetch of an ACL that is always there. */
function fetchOf({ equivalent }: PredefinedAcl, version: string): Fetch | undefined {
  const [criterion = ""] = /^[^\s(]+/.exec(equivalent) ?? [];
  const found = findFetch(findAclKeyword(criterion)?.fetch ?? criterion);
  return found === undefined ? undefined : inVersion(found, version);
}

/** What hover shows of `if`: an entry whose text is made when someone asks for it. */
function explanation(name: string, doc: () => Text): Keyword {
  return {
    name,
    signature: `${name} CONDITION`,
    args: [],
    since: "1.5",
    get doc() {
      return doc();
    },
    link: manual("7.2"),
    ok: [],
    bad: [],
  };
}

const starts: Readonly<Record<string, Text>> = {
  if: text("When the condition holds", "条件成立时"),
  unless: text("When the condition does not hold", "条件不成立时"),
};

function suggestCondition(before: readonly Word[], stage: Stage, context: SuggestContext): readonly Suggestion[] {
  if (before.length === 0) {
    return Object.entries(starts).map(([label, doc]) => ({
      label,
      doc,
      kind: "option",
      insert: `${label} $0`,
      again: true,
    }));
  }
  const open = before.findLastIndex(({ value }) => value.replace(/^!+/, "") === "{");
  const close = before.findLastIndex(({ value }) => value === "}");
  if (open > close) {
    const inside = before.slice(open + 1);
    const items = suggestCriterion(inside, stage, context);
    return inside.length === 0 ? items : [...items, { label: "}", kind: "option" }];
  }
  const from = /^!*/.exec(context.typed)?.[0].length ?? 0;
  const names = [...new Set(context.names("acl", ownerOf(context.block)))];
  const alternatives: readonly Suggestion[] =
    before.length > 1 ? ["or", "||"].slice(0, 1).map((label) => ({ label, kind: "option" as const })) : [];
  return [
    ...names.map((label): Suggestion => ({ label, kind: "reference", from })),
    { label: "{ … }", kind: "snippet", insert: "{ $0 }", from, again: true },
    ...alternatives,
    ...predefinedAcls
      .filter((one) => isKnownIn(one, context.version))
      .map((one): Suggestion => ({ label: one.name, kind: "value", from, keyword: one })),
  ];
}

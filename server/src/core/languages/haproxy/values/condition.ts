/** `if` and `unless` with the ACLs behind them. */
import type { Keyword } from "../../../schema/spec.ts";
import { isKnownIn } from "../../../schema/spec.ts";
import type { Reader, SuggestContext, Suggestion, Value } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { type Text, text } from "../../../text/localized.ts";
import { ownerOf } from "../owners.ts";
import type { PredefinedAcl } from "../samples/aclTable.ts";
import { findAclKeyword, findFetch, predefinedAcls } from "../samples/index.ts";
import { type Fetch, inVersion, manual } from "../samples/table.ts";
import { condition as parseCondition } from "../syntax/condition.ts";
import type { Condition, NamedTerm } from "../syntax/inner.ts";
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
  and: text('"{0}" is no operator: ACLs side by side must all hold', '"{0}"不是运算符：并列的 ACL 必须同时成立'),
  nothing: text("A condition is missing", "缺少条件"),
};

/** A condition, if there is one: `if a !b or { path /x }`. Takes all words that are left. */
export function condition(stage: Stage): Value {
  return {
    signature: "{if|unless} CONDITION",
    token: "keyword",
    many: true,
    accepts: ({ value }) => value === "if" || value === "unless",
    match(reader) {
      const word = reader.next();
      if (word !== undefined) readCondition(reader, word, stage);
    },
    suggest: (before, context) => suggestCondition(before, stage, context),
  };
}

/** Reads the words behind `if` or `unless`. */
export function readCondition(reader: Reader, head: Word, stage: Stage): Condition {
  const words = reader.left();
  const tree = parseCondition(words);
  const criteria = new Map<object, Criterion>();
  reader.bind({
    name: "condition",
    word: head,
    data: head.value,
    token: "keyword",
    keyword: explanation(head.value, () => describeCondition(tree, criteria, head.value === "unless")),
    inner: tree,
  });
  if (words.length === 0) reader.report({ code: "missing-value", ...rangeOf(head), message: messages.nothing });
  for (const terms of tree.alternatives) {
    for (const term of terms) {
      if (term.kind === "named") readName(reader, term, stage);
      else {
        const inside = innerReader(reader, term.words);
        const criterion = term.words.length === 0 ? undefined : readCriterion(inside, stage);
        if (criterion !== undefined) criteria.set(term, criterion);
        for (const value of inside.values) reader.bind(value);
        for (const finding of inside.findings) reader.report(finding);
      }
    }
  }
  const { error } = tree;
  if (error !== undefined) {
    const message = error.kind === "missing-brace" ? messages.brace : messages.empty;
    reader.report({ code: "malformed-condition", ...rangeOf(error), message });
  }
  while (reader.peek() !== undefined) reader.next();
  return tree;
}

const joiners = new Set(["and", "&&", "AND"]);

function readName(reader: Reader, { name }: NamedTerm, stage: Stage): void {
  const { value } = name;
  const report = (message: Text) => reader.report({ code: "malformed-condition", ...rangeOf(name), message });
  if (name.unknown === true) return;
  if (value.startsWith("{") || value === "}") report(value === "}" ? messages.stray : messages.open);
  else if (joiners.has(value) && !definesAcl(reader.block, value)) {
    report({ en: messages.and.en.replace("{0}", value), zh: messages.and.zh.replace("{0}", value) });
  } else {
    const predefined = bindAclName(reader, "acl", name);
    if (predefined !== undefined) checkStage(reader, name, fetchOf(predefined, reader.version), stage, "warning");
  }
}

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

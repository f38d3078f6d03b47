/** Reads the condition of a line: its ACLs are looked up in the section, those of one name are alternatives. */
import type { Bound } from "../../../../schema/bound.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { findAclKeyword, findFetch, findPredefinedAcl } from "../../samples/index.ts";
import { methodOfType } from "../../samples/methods.ts";
import type { Condition, Term } from "../../syntax/inner.ts";
import type { Criterion } from "../../values/criterion.ts";
import { always, and, type Formula, mostAlternatives, never, not, or } from "./formula.ts";
import type { Pattern } from "./patterns.ts";
import { plainSubject } from "./subjects.ts";
import { readPattern, type Test, testOf } from "./test.ts";

/** A test of which nothing is known. */
const unknown: Test = {
  fetch: "",
  subject: undefined,
  method: "",
  patterns: undefined,
  files: [],
  ignoreCase: false,
  key: "",
};

const kept = new WeakMap<Bound, Formula | undefined>();

/** When a line holds; always without a condition. Undefined where it is malformed or too large. */
export function conditionOf(bound: Bound): Formula | undefined {
  if (kept.has(bound)) return kept.get(bound);
  const made = readCondition(bound);
  kept.set(bound, made);
  return made;
}

/** The words `if` or `unless` of a line, with the tree behind them. */
export function conditionValue(bound: Bound) {
  const value = bound.values.find(({ name, inner }) => name === "condition" && inner !== undefined);
  return value === undefined ? undefined : { ...value, tree: value.inner as Condition };
}

/** All words from `if` on, for fixes and to point at. */
export function conditionRange(bound: Bound): { readonly start: number; readonly end: number } | undefined {
  const value = conditionValue(bound);
  const last = value?.tree.alternatives.at(-1)?.at(-1);
  return value === undefined || last === undefined ? undefined : { start: value.word.start, end: last.end };
}

/** All tests of a line's condition, those of its ACLs included. */
export function testsOf(bound: Bound): readonly Test[] {
  const { alternatives = [] } = conditionValue(bound)?.tree ?? {};
  return alternatives.flat().flatMap((term) => testsOfTerm(term, bound));
}

function readCondition(bound: Bound): Formula | undefined {
  const value = conditionValue(bound);
  if (value === undefined) {
    const isCut = bound.statement.words.some((word) => word.unknown === true || /^(?:if|unless)$/.test(word.value));
    return isCut ? undefined : always;
  }
  const { tree } = value;
  if (tree.error !== undefined || tree.alternatives.length === 0) return undefined;
  let result: Formula | undefined = never;
  for (const terms of tree.alternatives) {
    let together: Formula | undefined = always;
    for (const term of terms) {
      const one = termFormula(term, bound);
      together = one === undefined || together === undefined ? undefined : and(together, one);
    }
    result = together === undefined ? undefined : or(result, together);
    if (result === undefined) return undefined;
  }
  return value.word.value === "unless" ? not(result) : result;
}

function termFormula(term: Term, bound: Bound): Formula | undefined {
  const tests = testsOfTerm(term, bound);
  if (tests.length > mostAlternatives) return undefined;
  const either: Formula = tests.map((test) => [{ test, negated: false }]);
  return term.negated ? not(either) : either;
}

/** What a term stands for: one of these must hold. */
export function testsOfTerm(term: Term, bound: Bound): readonly Test[] {
  if (term.kind === "anonymous") {
    const criterion = criterionAt(bound, term.words[0]);
    return [criterion === undefined ? unknown : testOf(criterion, term.words)];
  }
  if (term.name.unknown === true || bound.parent === undefined) return [unknown];
  const name = term.name.value;
  const lines = aclLines(bound.parent, name);
  const predefined = findPredefinedAcl(name);
  if (predefined !== undefined) return [lines.length === 0 ? equivalentTest(predefined.equivalent) : unknown];
  return lines.length === 0 ? [unknown] : aclTests(bound.parent, name, lines);
}

const keptTests = new WeakMap<Bound, Map<string, readonly Test[]>>();

/** The tests of an ACL's lines, made once for all conditions that name it. */
function aclTests(section: Bound, name: string, lines: readonly Bound[]): readonly Test[] {
  const byName = keptTests.get(section) ?? new Map<string, readonly Test[]>();
  keptTests.set(section, byName);
  const tests = byName.get(name) ?? lines.map(aclTest);
  byName.set(name, tests);
  return tests;
}

const keptAcls = new WeakMap<Bound, ReadonlyMap<string, readonly Bound[]>>();

/** The lines of an ACL. The daemon adds them up, even those below the condition (src/acl.c: parse_acl). */
export function aclLines(section: Bound, name: string): readonly Bound[] {
  let byName = keptAcls.get(section);
  if (byName === undefined) {
    const lists = new Map<string, Bound[]>();
    for (const line of section.all("acl")) {
      const list = lists.get(line.name);
      if (list === undefined) lists.set(line.name, [line]);
      else list.push(line);
    }
    byName = lists;
    keptAcls.set(section, byName);
  }
  return byName.get(name) ?? [];
}

function aclTest(line: Bound): Test {
  if (line.statement.uncertain === true) return unknown;
  const criterion = line.values.find(({ name, inner }) => name === "criterion" && inner !== undefined)?.inner;
  return criterion === undefined ? unknown : testOf(criterion as Criterion, line.statement.words.slice(2));
}

function criterionAt(bound: Bound, word: Word | undefined): Criterion | undefined {
  if (word === undefined) return undefined;
  const found = bound.values.find((value) => value.name === "criterion" && value.word === word && value.inner);
  return found?.inner as Criterion | undefined;
}

const keptEquivalents = new Map<string, Test>();

/** The test of an ACL that is always there, from how one would write it. */
function equivalentTest(equivalent: string): Test {
  let test = keptEquivalents.get(equivalent);
  if (test === undefined) {
    test = readEquivalent(equivalent);
    keptEquivalents.set(equivalent, test);
  }
  return test;
}

function readEquivalent(equivalent: string): Test {
  const [head = "", ...words] = equivalent.split(" ");
  const [, name = "", argument] = /^([\w.]+)(?:\((\S*)\))?$/.exec(head) ?? [];
  const keyword = findAclKeyword(name);
  const fetch = findFetch(keyword?.fetch ?? name);
  if (fetch?.name === "always_true" || fetch?.name === "always_false") {
    return { ...unknown, constant: fetch.name === "always_true" };
  }
  const method = keyword?.match ?? (fetch === undefined ? undefined : methodOfType(fetch.out)?.name);
  const subject = fetch === undefined ? undefined : plainSubject(fetch.name, argument);
  if (subject === undefined || method === undefined) return unknown;
  const operator = words.length === 2 && words[0] === "gt" ? "gt" : "eq";
  const patterns = words
    .slice(operator === "gt" ? 1 : 0)
    .map((word): Pattern | undefined => readPattern(method, word, operator, false))
    .filter((pattern) => pattern !== undefined);
  return { ...unknown, fetch: fetch?.name ?? "", subject, method, patterns, key: `predefined ${equivalent}` };
}

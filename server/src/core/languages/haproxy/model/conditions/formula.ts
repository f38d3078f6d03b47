/**
 * Conditions as alternatives of tests that must hold together, and what follows from what. All answers are certain when
 * they are "true"; "false" also means that it is not known.
 */
import { contradicts, implies } from "./relations.ts";
import type { Test } from "./test.ts";

export interface Literal {
  readonly test: Test;
  readonly negated: boolean;
}

export type Conjunction = readonly Literal[];

/** One of the alternatives must hold: none of them is "never", an empty one is "always". */
export type Formula = readonly Conjunction[];

export const always: Formula = [[]];
export const never: Formula = [];

/** More alternatives than that are not looked at. */
export const mostAlternatives = 64;

/** Both must hold; undefined where that is too much to look at. */
export function and(a: Formula, b: Formula): Formula | undefined {
  if (a.length * b.length > mostAlternatives) return undefined;
  return a.flatMap((left) => b.map((right) => [...left, ...right]));
}

/** One of them must hold; undefined where that is too much to look at. */
export function or(a: Formula, b: Formula): Formula | undefined {
  return a.length + b.length > mostAlternatives ? undefined : [...a, ...b];
}

/** The contrary; undefined where that is too much to look at. */
export function not(formula: Formula): Formula | undefined {
  let result: Formula | undefined = always;
  for (const conjunction of formula) {
    const contrary: Formula = conjunction.map((literal) => [{ test: literal.test, negated: !literal.negated }]);
    result = result === undefined ? undefined : and(result, contrary);
  }
  return result;
}

/** Whether these tests cannot all be as they are wanted. */
export function isContradiction(conjunction: Conjunction): boolean {
  return conjunction.some((one, index) => {
    if (isNever(one)) return true;
    return conjunction.slice(index + 1).some((other) => clash(one, other));
  });
}

export function isNeverTrue(formula: Formula): boolean {
  return formula.every(isContradiction);
}

/** How often a case may be split in two. */
const mostSplits = 48;

/** Whether `b` holds whenever `a` does. */
export function follows(a: Formula, b: Formula): boolean {
  const budget = { splits: mostSplits };
  return a.every((conjunction) => isCovered(conjunction, b, budget));
}

/**
 * Whether one of the alternatives holds whenever the conjunction does: one follows as it stands, or both halves of a case
 * are covered, the one in which a test holds and the one in which it does not.
 */
function isCovered(conjunction: Conjunction, alternatives: Formula, budget: { splits: number }): boolean {
  if (isContradiction(conjunction)) return true;
  const open: { readonly missing: Conjunction }[] = [];
  for (const alternative of alternatives) {
    const missing = alternative.filter((literal) => !isImplied(literal, conjunction));
    if (missing.length === 0) return true;
    if (!isContradiction([...conjunction, ...missing])) open.push({ missing });
  }
  const nearest = open.sort((a, b) => a.missing.length - b.missing.length)[0]?.missing[0];
  if (open.length < 2 && !hasSeveral(conjunction)) return false;
  if (budget.splits-- <= 0) return false;
  const halves = splitPatterns(conjunction);
  if (halves !== undefined) return halves.every((half) => isCovered(half, alternatives, budget));
  // A test that says something else the next time splits nothing.
  if (nearest?.test.subject === undefined || open.length < 2) return false;
  const contrary = { test: nearest.test, negated: !nearest.negated };
  return [nearest, contrary].every((literal) => isCovered([...conjunction, literal], alternatives, budget));
}

function hasSeveral(conjunction: Conjunction): boolean {
  return conjunction.some(isSplittable);
}

function isSplittable({ test, negated }: Literal): boolean {
  return !negated && (test.patterns?.length ?? 0) > 1 && test.files.length === 0 && test.subject !== undefined;
}

/** "One of these patterns" as a case for each. */
function splitPatterns(conjunction: Conjunction): readonly Conjunction[] | undefined {
  const index = conjunction.findIndex(isSplittable);
  const literal = conjunction[index];
  if (literal?.test.patterns === undefined || literal.test.patterns.length > mostAlternatives) return undefined;
  const { test } = literal;
  return literal.test.patterns.map((pattern, at) => {
    const alone: Test = { ...test, patterns: [pattern], key: `${test.key}#${at}` };
    return conjunction.map((one, position) => (position === index ? { test: alone, negated: false } : one));
  });
}

function isImplied(literal: Literal, conjunction: Conjunction): boolean {
  if (isAlways(literal)) return true;
  return conjunction.some((known) => {
    if (known.negated) return literal.negated && implies(literal.test, known.test);
    return literal.negated ? contradicts(known.test, literal.test) : implies(known.test, literal.test);
  });
}

function clash(a: Literal, b: Literal): boolean {
  if (a.negated) return !b.negated && implies(b.test, a.test);
  return b.negated ? implies(a.test, b.test) : contradicts(a.test, b.test);
}

function isAlways({ test, negated }: Literal): boolean {
  return test.constant === !negated;
}

function isNever({ test, negated }: Literal): boolean {
  return test.constant === negated;
}

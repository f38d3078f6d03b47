/**
 * Rules that take requests, kept so that those that could have to do with a condition are found without a look at all:
 * a frontend may choose among thousands of hosts.
 */
import type { Bound } from "../../../../schema/bound.ts";
import type { Conjunction, Formula } from "./formula.ts";
import type { Pattern } from "./patterns.ts";
import type { Stage } from "./stages.ts";
import type { Test } from "./test.ts";

/** A rule that takes requests, and when it does. */
export interface Taker {
  readonly rule: Bound;
  readonly stage: Stage;
  readonly when: Formula;
}

/** More rules than that are not looked at one by one, or together. */
const mostAlone = 300;
const mostTogether = 40;

const everything = "";

export class Takers {
  readonly #list: Taker[] = [];
  readonly #byAnchor = new Map<string, Taker[]>();
  readonly #bySubject = new Map<string, Taker[]>();

  constructor(list: readonly Taker[] = []) {
    for (const taker of list) this.add(taker);
  }

  add(taker: Taker): void {
    this.#list.push(taker);
    for (const anchor of new Set(taker.when.flatMap(anchorsOf))) append(this.#byAnchor, anchor, taker);
    const subjects = taker.when.flatMap((one) => one.map(({ test }) => test.subject?.key ?? ""));
    for (const subject of new Set(subjects)) append(this.#bySubject, subject, taker);
  }

  /** The others; itself where that is all. */
  without(isOut: (taker: Taker) => boolean): Takers {
    const rest = this.#list.filter((taker) => !isOut(taker));
    return rest.length === this.#list.length ? this : new Takers(rest);
  }

  /** Those of which one alone may take all that a condition lets through, the first ones only. */
  alone(when: Formula): readonly Taker[] {
    // Whoever takes all takes the first alternative.
    const places = [everything, ...(when[0] ?? []).flatMap(({ test, negated }) => placesOf(test, negated))];
    const found = places.flatMap((place) => this.#byAnchor.get(place) ?? []);
    return found.length > mostAlone ? found.slice(0, mostAlone) : found;
  }

  /** Those that look at something that a condition looks at too; none where they are too many. */
  related(when: Formula): readonly Taker[] {
    const found = new Set<Taker>();
    for (const { subject } of testsIn(when)) {
      const list = subject === undefined ? [] : (this.#bySubject.get(subject.key) ?? []);
      if (list.length > mostTogether) return [];
      for (const taker of list) found.add(taker);
    }
    return found.size > mostTogether ? [] : this.#list.filter((taker) => found.has(taker));
  }
}

export function testsIn(formula: Formula): readonly Test[] {
  return formula.flatMap((conjunction) => conjunction.map(({ test }) => test));
}

/** Where an alternative is looked for: below the texts that it wants, if it wants a text, or below what it looks at. */
function anchorsOf(conjunction: Conjunction): readonly string[] {
  const literals = conjunction.filter(({ test, negated }) => test.constant !== !negated);
  if (literals.length === 0) return [everything];
  const exact = literals.find(({ test, negated }) => !negated && isExact(test));
  if (exact !== undefined) return (exact.test.patterns ?? []).map((pattern) => textPlace(exact.test, pattern));
  const key = literals.find(({ test }) => test.subject !== undefined)?.test.subject?.key;
  return key === undefined ? [] : [key];
}

function placesOf(test: Test, negated: boolean): readonly string[] {
  if (test.subject === undefined) return [];
  const [first] = test.patterns ?? [];
  const isText = !negated && first !== undefined && test.method === "str";
  return isText ? [test.subject.key, textPlace(test, first)] : [test.subject.key];
}

/** Nothing but the same text implies it. */
function isExact({ method, files, patterns, subject }: Test): boolean {
  return subject !== undefined && method === "str" && files.length === 0 && (patterns?.length ?? 0) > 0;
}

function textPlace({ subject }: Test, pattern: Pattern): string {
  return `${subject?.key ?? ""}=${pattern.kind === "string" ? pattern.text.toLowerCase() : ""}`;
}

function append(lists: Map<string, Taker[]>, key: string, taker: Taker): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [taker]);
  else list.push(taker);
}

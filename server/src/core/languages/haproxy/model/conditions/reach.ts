/** Rules that no request comes to, because rules before them have taken all that their conditions let through. */
import type { Bound } from "../../../../schema/bound.ts";
import { mayHoldLines } from "../gaps.ts";
import { changesOf, disturbs } from "./changes.ts";
import { type Formula, follows, isNeverTrue } from "./formula.ts";
import { conditionOf } from "./read.ts";
import { endsRequest, endsSet, linesOf, type Stage } from "./stages.ts";
import { type Taker, Takers, testsIn } from "./takers.ts";

export interface Unreached {
  readonly rule: Bound;
  readonly stage: Stage;
  /** The fewest rules that take everything before it, in order. */
  readonly takers: readonly Bound[];
  /** Whether they stand in an earlier set of rules. */
  readonly isOtherStage: boolean;
}

/** Sets within which the order is all that matters. */
const chains: readonly (readonly Stage[])[] = [
  ["quic-initial"],
  ["tcp-request connection"],
  ["tcp-request session"],
  ["tcp-request content"],
  ["http-request", "redirect", "use_backend"],
  ["tcp-response content"],
  ["http-response"],
  ["http-after-response"],
];

/** Stages that may be run again when more data has come. */
const waiting: ReadonlySet<Stage> = new Set(["tcp-request content", "tcp-response content"]);

const kept = new WeakMap<Bound, readonly Unreached[]>();

/** The rules of a section that are never run, where that is certain. */
export function unreachedRules(section: Bound): readonly Unreached[] {
  let found = kept.get(section);
  if (found === undefined) {
    // What a template puts in may change all that is concluded.
    found = mayHoldLines(section) ? [] : chains.flatMap((chain) => [...unreachedIn(section, chain)]);
    kept.set(section, found);
  }
  return found;
}

function* unreachedIn(section: Bound, chain: readonly Stage[]): Generator<Unreached> {
  let takers = new Takers();
  for (const stage of chain) {
    takers = takers.without(({ rule }) => !endsRequest(rule));
    for (const rule of linesOf(section, stage)) {
      const when = rule.statement.uncertain === true ? undefined : conditionOf(rule);
      if (when !== undefined && !isNeverTrue(when)) {
        const blocking = takersOf(takers, when);
        if (blocking.length > 0) {
          const isOtherStage = blocking.some((taker) => taker.stage !== stage);
          yield { rule, stage, takers: blocking.map((taker) => taker.rule), isOtherStage };
        }
      }
      if (changesOf(rule).length > 0) takers = takers.without((taker) => disturbs(rule, testsIn(taker.when)));
      if (when !== undefined && endsSet(rule) && isSteady(when, stage)) takers.add({ rule, stage, when });
    }
  }
}

function isSteady(when: Formula, stage: Stage): boolean {
  return !waiting.has(stage) || testsIn(when).every(({ subject }) => subject?.early === true);
}

function takersOf(takers: Takers, when: Formula): readonly Taker[] {
  const single = takers.alone(when).find((taker) => follows(when, taker.when));
  if (single !== undefined) return [single];
  let needed = takers.related(when);
  const doAllTake = (list: readonly Taker[]) =>
    follows(
      when,
      list.flatMap((taker) => taker.when),
    );
  if (needed.length < 2 || !doAllTake(needed)) return [];
  for (const taker of needed) {
    const without = needed.filter((one) => one !== taker);
    if (doAllTake(without)) needed = without;
  }
  return needed;
}

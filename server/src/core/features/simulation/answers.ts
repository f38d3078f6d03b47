/** The ready questions and their answers, as plain data. Times in milliseconds. */
import type { Host } from "../../model/cluster/host.ts";
import { type Locale, say } from "../../text/localized.ts";
import type { SimulationEvent } from "../../vrrp/simulation/events.ts";
import {
  answer,
  type Question,
  type QuestionKind,
  questionsOf,
  type Verdict,
} from "../../vrrp/simulation/questions.ts";
import type { Scene } from "../../vrrp/simulation/scene.ts";
import { runOnce } from "../../vrrp/simulation/simulate.ts";
import type { Timeline } from "../../vrrp/simulation/timeline.ts";
import type { Plan } from "./plan.ts";
import { tenths } from "./report.ts";

export interface AnswerReport {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly text: string;
  readonly verdict: Verdict;
  /** With their times from the start, as `simulate` takes them. */
  readonly events: readonly string[];
  /** When it happens. */
  readonly at: number;
  readonly outcomes: readonly {
    readonly address: string;
    readonly text: string;
    readonly verdict: Verdict;
    /** How long nobody holds it. */
    readonly without: number;
    /** How long several hosts do. */
    readonly double: number;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}

/** A question that can be answered when its turn comes. */
export interface OpenQuestion {
  readonly scene: Scene;
  readonly question: Question;
  answer(locale: Locale): AnswerReport;
}

/** All questions that the hosts of a plan raise, unanswered: each takes some runs of the simulation. */
export function openQuestions({ parts, wordFor }: Pick<Plan, "parts" | "wordFor">): readonly OpenQuestion[] {
  return parts.flatMap(({ scene }) => {
    let settled: Timeline | undefined;
    return questionsOf(scene).map((question) => ({
      scene,
      question,
      answer(locale) {
        settled ??= runOnce(scene, [], undefined);
        return answerOf(scene, question, settled, wordFor, locale);
      },
    }));
  });
}

function answerOf(
  scene: Scene,
  question: Question,
  settled: Timeline,
  wordFor: Plan["wordFor"],
  locale: Locale,
): AnswerReport {
  const { at, events, outcomes, text, verdict } = answer(scene, question, settled);
  return {
    id: question.id,
    kind: question.kind,
    title: say(question.title, locale),
    text: say(text, locale),
    verdict,
    events: events.map((event) => written(event, scene, wordFor)),
    at: tenths(at),
    outcomes: outcomes.map(({ address, before, after, without, double, ...outcome }) => ({
      address,
      text: say(outcome.text, locale),
      verdict: outcome.verdict,
      without: tenths(without),
      double: tenths(double),
      before: before.map(wordFor),
      after: after.map(wordFor),
    })),
  };
}

/** The event as `parseEvent` reads it. */
function written(
  { at, kind, host: id, argument }: SimulationEvent,
  { hosts }: Scene,
  wordFor: Plan["wordFor"],
): string {
  const host: Host | undefined = hosts.find((one) => one.host.id === id)?.host;
  const words = [`${tenths(at)}ms`, kind, host === undefined ? id : wordFor(host), argument];
  return words.filter((word) => word !== undefined).join(" ");
}

/**
 * The rules of a section in the order in which the daemon goes through them, which is not that of the file: all rules of
 * a set before those of the next (doc/configuration.txt, 4; src/cfgparse-listen.c: warnif_misplaced_*).
 */
import type { Bound } from "../../../../schema/bound.ts";
import { type RuleSetName, ruleOf } from "../../schema/ruleSets.ts";

export type Stage = RuleSetName | "monitor fail" | "redirect" | "use_backend" | "use-server";

/** What happens to a request, in order. */
export const requestStages: readonly Stage[] = [
  "quic-initial",
  "tcp-request connection",
  "tcp-request session",
  "tcp-request content",
  "monitor fail",
  "http-request",
  "redirect",
  "use_backend",
  "use-server",
];

/** What happens to a response, in order. */
export const responseStages: readonly Stage[] = ["tcp-response content", "http-response"];

const keywords: ReadonlySet<string> = new Set(["monitor fail", "redirect", "use_backend", "use-server"]);

/** The stage of a line; undefined for lines that are no rules. */
export function stageOf(line: Bound): Stage | undefined {
  const set = ruleOf(line.keyword)?.set;
  if (set !== undefined) return set;
  const name = line.keyword?.name ?? "";
  return keywords.has(name) ? (name as Stage) : undefined;
}

/** The lines of a section that belong to a stage. */
export function linesOf(section: Bound, stage: Stage): readonly Bound[] {
  return section.children.filter((line) => stageOf(line) === stage);
}

/** Whether a rule ends its set for the requests that it takes: none of the set that follows is looked at. */
export function endsSet(rule: Bound): boolean {
  const stage = stageOf(rule);
  if (stage === "use_backend") return true;
  if (stage !== "redirect" && ruleOf(rule.keyword)?.action.final !== true) return false;
  // An empty location lets a redirect pass, where that is asked for.
  return !rule.statement.words.some(({ value }) => value === "ignore-empty");
}

/** Actions that end a set and let the request go on to the next. */
const passing: ReadonlySet<string> = new Set(["accept", "allow"]);

/** Whether a rule answers or drops the requests that it takes, so that no later stage sees them. */
export function endsRequest(rule: Bound): boolean {
  const action = ruleOf(rule.keyword)?.action.name;
  return stageOf(rule) !== "use_backend" && endsSet(rule) && (action === undefined || !passing.has(action));
}

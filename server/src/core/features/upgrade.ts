/** What another version of a daemon makes of files: the problems that it has with them and the present one has not. */
import type { Problem, Severity } from "../schema/problem.ts";

const ranks: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/**
 * The errors, warnings and deprecations of `after` that are not, or not as severe, in `before`; both are of the same
 * texts.
 */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const known = new Map<object, Map<string, Severity>>();
  for (const problem of before) {
    const { section } = problem.source;
    const ofSection = known.get(section) ?? new Map<string, Severity>();
    known.set(section, ofSection);
    const worst = ofSection.get(keyOf(problem));
    if (worst === undefined || ranks[problem.severity] > ranks[worst]) ofSection.set(keyOf(problem), problem.severity);
  }
  return after.filter((problem) => {
    if (ranks[problem.severity] < ranks.warning && problem.tag !== "deprecated") return false;
    const severity = known.get(problem.source.section)?.get(keyOf(problem));
    return severity === undefined || ranks[problem.severity] > ranks[severity];
  });
}

function keyOf({ code, start, end }: Problem): string {
  return `${code} ${start} ${end}`;
}

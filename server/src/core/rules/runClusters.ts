/** Runs the rules across files and keeps what they found by the part of the estate that they judged. */
import type { Estate } from "../model/cluster/host.ts";
import { Gathered } from "../model/gather.ts";
import type { Problem } from "../schema/problem.ts";
import type { ClusterRule } from "./rule.ts";
import { guardRule, type RuleFailure } from "./run.ts";

export class ClusterRunner {
  readonly #rules: ReadonlyMap<ClusterRule["parts"], readonly ClusterRule[]>;
  readonly #failed: RuleFailure;
  readonly #kept = new Map<ClusterRule["parts"], Gathered<object, Problem>>();

  constructor(rules: readonly ClusterRule[], failed: RuleFailure) {
    const byParts = new Map<ClusterRule["parts"], ClusterRule[]>();
    for (const rule of rules) byParts.set(rule.parts, [...(byParts.get(rule.parts) ?? []), rule]);
    this.#rules = byParts;
    this.#failed = failed;
  }

  /** All problems of all clusters, in no certain order. */
  problems(estate: Estate): readonly Problem[] {
    return [...this.#rules].flatMap(([parts, rules]) => {
      const kept = this.#kept.get(parts) ?? new Gathered<object, Problem>();
      this.#kept.set(parts, kept);
      return kept.of(parts(estate), (part) => {
        const problems: Problem[] = [];
        for (const rule of rules) guardRule(rule, problems, this.#failed, (report) => rule.check(part, { report }));
        return problems;
      });
    });
  }
}

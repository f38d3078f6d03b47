/**
 * Runs the rules over configurations and keeps their results: block rules by section, configuration rules by the
 * statements that they read. A rule that throws is left out and named; the others still run.
 */
import type { Configuration, SectionState } from "../model/configuration.ts";
import { Gathered } from "../model/gather.ts";
import type { Problem } from "../schema/problem.ts";
import { isSameList, isSameValue } from "../text/lists.ts";
import type { AnyRule, BlockRule, ConfigurationRule, PartRule, Report, Rule, RuleSet } from "./rule.ts";

/** Told of a rule that threw: our fault, never the user's. */
export type RuleFailure = (rule: string, error: unknown) => void;

interface KeptFindings {
  readonly read: readonly unknown[];
  readonly incomplete: boolean;
  readonly problems: readonly Problem[];
}

/** What was found in a configuration, with the global settings for which it holds. */
interface Kept {
  readonly globals: unknown;
  readonly key: string;
  readonly bySection: Gathered<SectionState, Problem>;
  readonly byParts: Map<PartRule["parts"], Gathered<object, Problem>>;
  readonly byRule: Map<string, KeptFindings>;
}

export class RuleRunner {
  readonly #set: RuleSet;
  readonly #failed: RuleFailure;
  readonly #blockRules: ReadonlyMap<string, readonly BlockRule[]>;
  readonly #configurationRules: readonly ConfigurationRule[];
  /** By what they judge, so that one look tells what all of them found. */
  readonly #partRules: ReadonlyMap<PartRule["parts"], readonly PartRule[]>;
  #kept = new WeakMap<Configuration, Kept>();

  constructor(set: RuleSet, failed: RuleFailure) {
    this.#set = set;
    this.#failed = failed;
    const blockRules = new Map<string, BlockRule[]>();
    for (const rule of set.rules) {
      if (rule.scope !== "block") continue;
      for (const keyword of rule.on) blockRules.set(keyword, [...(blockRules.get(keyword) ?? []), rule]);
    }
    this.#blockRules = blockRules;
    const partRules = new Map<PartRule["parts"], PartRule[]>();
    for (const rule of set.rules) {
      if (rule.scope === "part") partRules.set(rule.parts, [...(partRules.get(rule.parts) ?? []), rule]);
    }
    this.#partRules = partRules;
    this.#configurationRules = set.rules.filter((rule) => rule.scope === "configuration");
  }

  /** All problems of a configuration: those of the binding and those of the rules, in no certain order. */
  problems(configuration: Configuration): readonly Problem[] {
    const kept = this.#keptOf(configuration);
    return [
      ...kept.bySection.of(configuration.sections, (state) => this.#section(state, configuration, kept.globals)),
      ...[...this.#partRules].flatMap(([parts, rules]) => this.#parts(parts, rules, configuration, kept)),
      ...this.#configurationRules.flatMap((rule) => this.#configuration(rule, configuration, kept)),
    ];
  }

  /** What is kept while the global settings say the same; they are then the same object, for rules that keep what they derive. */
  #keptOf(configuration: Configuration): Kept {
    const globals = this.#set.globals(configuration);
    const key = JSON.stringify(globals);
    const kept = this.#kept.get(configuration);
    if (kept?.key === key) return kept;
    const fresh: Kept = { globals, key, bySection: new Gathered(), byParts: new Map(), byRule: new Map() };
    this.#kept.set(configuration, fresh);
    return fresh;
  }

  #section(state: SectionState, { version }: Configuration, globals: unknown): readonly Problem[] {
    const problems: Problem[] = [...state.problems];
    for (const [keyword, statements] of state.byKeyword) {
      for (const rule of this.#blockRules.get(keyword) ?? []) {
        for (const block of statements) {
          this.#guard(rule, problems, (report) => rule.check(block, { report, globals, version }));
        }
      }
    }
    return problems;
  }

  #parts(
    parts: PartRule["parts"],
    rules: readonly PartRule[],
    configuration: Configuration,
    { globals, byParts }: Kept,
  ): readonly Problem[] {
    const { version } = configuration;
    let gathered = byParts.get(parts);
    if (gathered === undefined) {
      gathered = new Gathered();
      byParts.set(parts, gathered);
    }
    return gathered.of(parts(configuration), (part) => {
      const problems: Problem[] = [];
      for (const rule of rules) {
        this.#guard(rule, problems, (report) => rule.check(part, { report, globals, version }));
      }
      return problems;
    });
  }

  #configuration(rule: ConfigurationRule, configuration: Configuration, { globals, byRule }: Kept): readonly Problem[] {
    const { reads } = rule;
    const read =
      typeof reads === "function" ? reads(configuration) : reads.map((keyword) => configuration.all(keyword));
    const { incomplete, version } = configuration;
    const before = byRule.get(rule.id);
    if (before?.incomplete === incomplete && isSameList(before.read, read, isSameValue)) return before.problems;
    const problems: Problem[] = [];
    this.#guard(rule, problems, (report) => rule.check(configuration, { report, globals, version }));
    byRule.set(rule.id, { read, incomplete, problems });
    return problems;
  }

  #guard(rule: Rule, problems: Problem[], check: (report: Report) => void): void {
    guardRule(rule, problems, this.#failed, check);
  }
}

/** Lets a rule report into a list of problems; one that throws is named to `failed`, and what it reported stays. */
export function guardRule(
  rule: Pick<AnyRule, "id" | "severity">,
  problems: Problem[],
  failed: RuleFailure,
  check: (report: Report) => void,
): void {
  try {
    check(({ at, ...finding }) => {
      problems.push({
        ...finding,
        code: rule.id,
        severity: finding.severity ?? rule.severity,
        source: at.source,
        start: at.start,
        end: at.end,
      });
    });
  } catch (error) {
    failed(rule.id, error);
  }
}

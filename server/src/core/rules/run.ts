/**
 * Runs the rules over configurations and keeps their results: block rules by section, configuration rules by the
 * statements that they read. A rule that throws is left out and named; the others still run.
 */
import type { Configuration, SectionState } from "../model/configuration.ts";
import type { Bound } from "../schema/bound.ts";
import type { Problem } from "../schema/problem.ts";
import type { BlockRule, ConfigurationRule, Finding, PartRule, Rule, RuleSet } from "./rule.ts";

/** Told of a rule that threw: our fault, never the user's. */
export type RuleFailure = (rule: string, error: unknown) => void;

interface KeptFindings {
  readonly read: readonly (readonly Bound[])[];
  readonly globals: string;
  readonly incomplete: boolean;
  readonly problems: readonly Problem[];
}

export class RuleRunner {
  readonly #set: RuleSet;
  readonly #failed: RuleFailure;
  readonly #blockRules: ReadonlyMap<string, readonly BlockRule[]>;
  readonly #configurationRules: readonly ConfigurationRule[];
  /** By what they judge, so that one look tells what all of them found. */
  readonly #partRules: ReadonlyMap<PartRule["parts"], readonly PartRule[]>;
  #keptGlobals = new WeakMap<Configuration, { globals: unknown; key: string }>();
  #bySection = new WeakMap<SectionState, { globals: string; problems: readonly Problem[] }>();
  #byPart = new WeakMap<object, { globals: string; problems: readonly Problem[] }>();
  #byRule = new WeakMap<Configuration, Map<string, KeptFindings>>();

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
    const { globals, key: globalsKey } = this.#globals(configuration);
    return [
      ...configuration.sections.flatMap((state) => state.problems),
      ...configuration.sections.flatMap((state) => this.#section(state, configuration, globals, globalsKey)),
      ...[...this.#partRules].flatMap(([parts, rules]) =>
        this.#parts(parts, rules, configuration, globals, globalsKey),
      ),
      ...this.#configurationRules.flatMap((rule) => this.#configuration(rule, configuration, globals, globalsKey)),
    ];
  }

  /** The global settings; the same object while they say the same, for rules that keep what they derive from them. */
  #globals(configuration: Configuration): { readonly globals: unknown; readonly key: string } {
    const globals = this.#set.globals(configuration);
    const key = JSON.stringify(globals);
    const kept = this.#keptGlobals.get(configuration);
    if (kept?.key === key) return kept;
    const fresh = { globals, key };
    this.#keptGlobals.set(configuration, fresh);
    return fresh;
  }

  #section(state: SectionState, configuration: Configuration, globals: unknown, key: string): readonly Problem[] {
    const kept = this.#bySection.get(state);
    if (kept?.globals === key) return kept.problems;
    const problems: Problem[] = [];
    for (const [keyword, rules] of this.#blockRules) {
      for (const block of state.byKeyword.get(keyword) ?? []) {
        for (const rule of rules) {
          this.#guard(rule, problems, (report) =>
            rule.check(block, { report, globals, version: configuration.version }),
          );
        }
      }
    }
    this.#bySection.set(state, { globals: key, problems });
    return problems;
  }

  #parts(
    parts: PartRule["parts"],
    rules: readonly PartRule[],
    configuration: Configuration,
    globals: unknown,
    key: string,
  ): readonly Problem[] {
    const { version } = configuration;
    const found: Problem[] = [];
    for (const part of parts(configuration)) {
      let kept = this.#byPart.get(part);
      if (kept?.globals !== key) {
        const problems: Problem[] = [];
        for (const rule of rules) {
          this.#guard(rule, problems, (report) => rule.check(part, { report, globals, version }));
        }
        kept = { globals: key, problems };
        this.#byPart.set(part, kept);
      }
      if (kept.problems.length > 0) found.push(...kept.problems);
    }
    return found;
  }

  #configuration(
    rule: ConfigurationRule,
    configuration: Configuration,
    globals: unknown,
    globalsKey: string,
  ): readonly Problem[] {
    const read = rule.reads.map((keyword) => configuration.all(keyword));
    let byRule = this.#byRule.get(configuration);
    if (byRule === undefined) {
      byRule = new Map();
      this.#byRule.set(configuration, byRule);
    }
    const { incomplete, version } = configuration;
    const kept = byRule.get(rule.id);
    if (kept?.globals === globalsKey && kept.incomplete === incomplete && sameLists(kept.read, read))
      return kept.problems;
    const problems: Problem[] = [];
    this.#guard(rule, problems, (report) => rule.check(configuration, { report, globals, version }));
    byRule.set(rule.id, { read, globals: globalsKey, incomplete, problems });
    return problems;
  }

  #guard(rule: Rule, problems: Problem[], check: (report: (finding: Finding) => void) => void): void {
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
      this.#failed(rule.id, error);
    }
  }
}

function sameLists(a: readonly (readonly Bound[])[], b: readonly (readonly Bound[])[]): boolean {
  return a.every((list, index) => {
    const other = b[index] ?? [];
    if (list === other) return true;
    return list.length === other.length && list.every((bound, at) => bound === other[at]);
  });
}

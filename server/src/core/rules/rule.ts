/**
 * What a rule is: one small file that states a fact about configurations. It knows nothing of settings, severities
 * chosen by users, or positions in lines; `run.ts` does.
 */
import type { Estate } from "../model/cluster/host.ts";
import type { Configuration } from "../model/configuration.ts";
import type { Bound } from "../schema/bound.ts";
import type { Fix, Location, Problem, Related, Severity } from "../schema/problem.ts";
import type { Text } from "../text/localized.ts";

export interface Finding {
  /** The exact words to underline. */
  readonly at: Location;
  readonly message: Text;
  /** Where the rule's own severity would be too high or too low for this case. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly tag?: NonNullable<Problem["tag"]>;
}

export type Report = (finding: Finding) => void;

interface RuleInfo {
  /** `language/thing-fault`. The tail is also the name of the file and of the docs page. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly summary: Text;
  /** What the daemon does about it, and why that hurts. */
  readonly why: Text;
  readonly link?: string;
  /**
   * Whole files that show the fault. A line `#  ^^^ text` marks the span above it that must be underlined, with part
   * of the message; it is taken out before the file is read.
   */
  readonly bad: readonly string[];
  /** Whole files that come close and are right. */
  readonly good: readonly string[];
  /** Oldest and newest version of the daemon for which the examples hold, where that is not every version. */
  readonly since?: string;
  readonly until?: string;
}

/** Problems that the binding of words to the table reports; this only describes them. */
export interface BindingRule extends RuleInfo {
  readonly scope: "binding";
}

/** Judges one block or statement at a time, by what stands in it and by the daemon's global settings. */
export interface BlockRule<Globals = unknown> extends RuleInfo {
  readonly scope: "block";
  /** Keywords whose blocks or statements it wants to see, wherever they stand. */
  readonly on: readonly string[];
  check(block: Bound, context: { readonly report: Report; readonly globals: Globals; readonly version: string }): void;
}

/** Judges a whole configuration. */
export interface ConfigurationRule<Globals = unknown> extends RuleInfo {
  readonly scope: "configuration";
  /**
   * Keywords that it looks at: it runs again only when one of their statements, or one within, has changed. Or, for
   * a rule that looks at few of many: objects and plain values that are the same while nothing changes for it.
   */
  readonly reads: readonly string[] | ((configuration: Configuration) => readonly unknown[]);
  check(
    configuration: Configuration,
    context: { readonly report: Report; readonly globals: Globals; readonly version: string },
  ): void;
}

/** What a rule reads that looks only at what is out of the ordinary: it runs after every change. */
export const anything = (configuration: Configuration): readonly unknown[] => [configuration.sections];

/**
 * Judges one part of a configuration at a time, such as a service with the group it names. `parts` must give the same
 * object for a part as long as nothing in it has changed: its findings are kept by it.
 */
export interface PartRule<Part extends object = object, Globals = unknown> extends RuleInfo {
  readonly scope: "part";
  readonly parts: (configuration: Configuration) => readonly Part[];
  check(part: Part, context: { readonly report: Report; readonly globals: Globals; readonly version: string }): void;
}

/** What real daemons do with the files of a bad example, for the test that lets them. */
export type Claim =
  /** Several hosts hold an address at the same time, for good. */
  | { readonly kind: "two-masters"; readonly address: string }
  /** The holder keeps an address although something of it fails. */
  | {
      readonly kind: "no-failover";
      readonly address: string;
      readonly fails: { readonly host: string; readonly script: string };
    };

/**
 * Judges hosts together. `parts` must give the same object for a part as long as nothing in it has changed: its findings
 * are kept by it. Examples are files of several hosts: `#- lb1/keepalived.conf` begins each.
 */
export interface ClusterRule<Part extends object = object> extends RuleInfo {
  readonly scope: "cluster";
  readonly parts: (estate: Estate) => readonly Part[];
  /** Each bad example does this in real life, and no good one does. */
  readonly claim?: Claim;
  check(part: Part, context: { readonly report: Report }): void;
}

/** A rule about one configuration. */
export type Rule<Globals = unknown> =
  | BindingRule
  | BlockRule<Globals>
  | PartRule<object, Globals>
  | ConfigurationRule<Globals>;

export type AnyRule = Rule | ClusterRule;

/** The rules of a language, with what they need to know about the daemon's global settings. */
export interface RuleSet<Globals = unknown> {
  readonly language: string;
  readonly rules: readonly Rule<Globals>[];
  /** Reads the global settings. Must be a plain value: results are kept while it stays the same. */
  globals(configuration: Configuration): Globals;
}

/**
 * The facade: everything that the language server and the command line ask of the core. Positions are those of the
 * LSP; files are URIs. It never fails on what a user wrote, never waits, and never touches the world but through the
 * host that it was given.
 */

import { newProblems } from "./features/upgrade.ts";
import { haproxy } from "./languages/haproxy/index.ts";
import { haproxyRules } from "./languages/haproxy/ruleSet.ts";
import { keepalived } from "./languages/keepalived/index.ts";
import { keepalivedRules } from "./languages/keepalived/ruleSet.ts";
import type { Language } from "./model/language.ts";
import { type FileHost, unique, Workspace } from "./model/workspace.ts";
import type { Rule, RuleSet } from "./rules/rule.ts";
import { RuleRunner } from "./rules/run.ts";
import { isSuppressed } from "./rules/suppress.ts";
import { type Location, type Problem, type Severity, safeFix, type TextEdit } from "./schema/problem.ts";
import type { Edit, Section } from "./text/document.ts";
import type { Position } from "./text/range.ts";

/** All languages, and all their rules. A new language is one folder and one line in each list. */
export const languages: readonly Language[] = [keepalived, haproxy];
const ruleSets: readonly RuleSet[] = [keepalivedRules as RuleSet, haproxyRules as RuleSet];

export interface ServiceSettings {
  /** Version of the daemon by language id; the language's default where absent. */
  readonly versions: Readonly<Record<string, string>>;
  /** Patterns in the form of URIs, whose files one daemon reads together in this order. */
  readonly together: readonly (readonly string[])[];
  /** Severity by rule id, or "off". */
  readonly rules: Readonly<Record<string, Severity | "off">>;
}

export interface ServiceHost extends FileHost {
  /** Told of a rule that threw. */
  failed(rule: string, error: unknown): void;
}

/** A range in a file, by lines. */
export interface FileRange {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

export const defaultSettings: ServiceSettings = { versions: {}, together: [], rules: {} };

export class Service {
  readonly workspace: Workspace;
  readonly #runners: ReadonlyMap<string, RuleRunner>;
  #settings: ServiceSettings;

  constructor(host: ServiceHost, settings: ServiceSettings) {
    this.#settings = settings;
    this.workspace = new Workspace(languages, host, settings);
    this.#runners = new Map(ruleSets.map((set) => [set.language, new RuleRunner(set, host.failed)]));
  }

  set settings(settings: ServiceSettings) {
    this.#settings = settings;
    this.workspace.settings = settings;
  }

  open(uri: string, languageId: string | undefined, text: string): boolean {
    return this.workspace.add(uri, text, { languageId, open: true });
  }

  change(uri: string, edits: readonly Edit[]): void {
    this.workspace.change(uri, edits);
  }

  /**
   * The problems of all files that the configurations of `uri` read, by file; sorted by place, without those that
   * settings or comments switch off. A file without problems has an empty list.
   */
  problems(uri: string): ReadonlyMap<string, readonly Problem[]> {
    const byFile = new Map<string, Problem[]>([[uri, []]]);
    const configurations = this.workspace.configurations(uri);
    for (const configuration of configurations) for (const file of configuration.files) byFile.set(file, []);
    const found = configurations.flatMap((one) => this.#runners.get(one.language.id)?.problems(one) ?? []);
    for (const problem of unique(found)) {
      const severity = this.#settings.rules[problem.code] ?? this.#doubted(problem);
      if (severity === "off" || isSuppressed(problem)) continue;
      byFile.get(problem.source.uri)?.push({ ...problem, severity });
    }
    for (const [file, problems] of byFile) {
      const document = this.workspace.document(file);
      if (document === undefined || problems.length < 2) continue;
      const place = (problem: Problem) => document.offsetOf(problem.source.section) + problem.start;
      problems.sort((a, b) => place(a) - place(b) || b.end - a.end);
    }
    return byFile;
  }

  /** The severity of a problem, as far as it can be told of the text of a template. */
  #doubted(problem: Problem): Severity | "off" {
    const { uri, section } = problem.source;
    const language = this.workspace.language(uri);
    if (language === undefined || doubtOf(language, section) === "all") return "off";
    if (problem.severity !== "error") return problem.severity;
    const sections = this.workspace.document(uri)?.sections ?? [];
    return sections.some((one) => doubtOf(language, one) !== "none") ? "warning" : "error";
  }

  /** Asks as if other versions were set, by language id. */
  asOf<T>(versions: ServiceSettings["versions"], ask: () => T): T {
    const settings = this.#settings;
    this.settings = { ...settings, versions: { ...settings.versions, ...versions } };
    try {
      return ask();
    } finally {
      this.settings = settings;
    }
  }

  /** What breaks or changes in the configurations of `uri` with other versions of the daemons, by file. */
  upgrade(uri: string, versions: ServiceSettings["versions"]): ReadonlyMap<string, readonly Problem[]> {
    const before = this.problems(uri);
    const after = this.asOf(versions, () => this.problems(uri));
    return new Map([...after].map(([file, problems]) => [file, newProblems(before.get(file) ?? [], problems)]));
  }

  /** The version by which a language's files are judged. */
  version({ id, defaultVersion }: Language): string {
    return this.#settings.versions[id] ?? defaultVersion;
  }

  /** The edits of all safe fixes that do not touch one another, the first ones winning. */
  safeEdits(problems: readonly Problem[]): readonly TextEdit[] {
    const taken: TextEdit[] = [];
    for (const problem of problems) {
      const fix = safeFix(problem);
      if (fix === undefined) continue;
      const free = fix.edits.every((edit) =>
        taken.every(
          (other) => other.source.section !== edit.source.section || other.end < edit.start || edit.end < other.start,
        ),
      );
      if (free) taken.push(...fix.edits);
    }
    return taken;
  }

  /** Lines and columns of a location. */
  range(location: Location): FileRange {
    const { uri, section } = location.source;
    const document = this.workspace.document(uri);
    const origin = { line: 0, character: 0 };
    return {
      uri,
      start: document?.positionIn(section, location.start) ?? origin,
      end: document?.positionIn(section, location.end) ?? origin,
    };
  }
}

const doubts = new WeakMap<Section, ReturnType<Language["doubt"]>>();

/** What a language says of a section's text, asked once. */
function doubtOf(language: Language, section: Section): ReturnType<Language["doubt"]> {
  let doubt = doubts.get(section);
  if (doubt === undefined) {
    doubt = language.doubt(section.text);
    doubts.set(section, doubt);
  }
  return doubt;
}

/** Every rule of every language. */
export function allRules(): readonly Rule[] {
  return ruleSets.flatMap((set) => set.rules);
}

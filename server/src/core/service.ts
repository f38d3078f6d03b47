/**
 * The facade: everything that the language server and the command line ask of the core. Positions are those of the
 * LSP; files are URIs. It never fails on what a user wrote, never waits, and never touches the world but through the
 * host that it was given.
 */

import { EstateService } from "./estateService.ts";
import { type CompanionRequest, offersFor } from "./features/companions.ts";
import { newProblems } from "./features/upgrade.ts";
import { hostFileReaders } from "./hostFiles/readers.ts";
import { haproxy } from "./languages/haproxy/index.ts";
import { haproxyRules } from "./languages/haproxy/ruleSet.ts";
import { ipvsadm } from "./languages/ipvsadm/index.ts";
import { ipvsadmRules } from "./languages/ipvsadm/ruleSet.ts";
import { keepalived } from "./languages/keepalived/index.ts";
import { keepalivedRules } from "./languages/keepalived/ruleSet.ts";
import { kubeProxy } from "./languages/kube-proxy/index.ts";
import { kubeProxyRules } from "./languages/kube-proxy/ruleSet.ts";
import { companions } from "./languages/stack/companions/index.ts";
import { kernelLines } from "./languages/stack/model/kernelLines.ts";
import { stackRules } from "./languages/stack/rules/index.ts";
import { statementRules } from "./languages/stack/rules/statements/index.ts";
import { sysctlConf } from "./languages/sysctl-conf/index.ts";
import { sysctlConfRules } from "./languages/sysctl-conf/ruleSet.ts";
import type { Estate } from "./model/cluster/host.ts";
import { statementsFile } from "./model/cluster/statements.ts";
import type { Companion, Offer } from "./model/companion.ts";
import type { Configuration } from "./model/configuration.ts";
import type { Language } from "./model/language.ts";
import { type FileHost, unique, Workspace } from "./model/workspace.ts";
import type { AnyRule, RuleSet } from "./rules/rule.ts";
import { RuleRunner } from "./rules/run.ts";
import { isSuppressed } from "./rules/suppress.ts";
import { type Location, type Problem, type Severity, safeFix, type TextEdit } from "./schema/problem.ts";
import type { Edit, Section } from "./text/document.ts";
import { isSameList } from "./text/lists.ts";
import { type Locale, say } from "./text/localized.ts";
import type { Position } from "./text/range.ts";
import type { Graph } from "./topology/graph.ts";
import { GraphMaker } from "./topology/makeGraph.ts";

/** All languages, and all their rules. A new language is one folder and one line in each list. */
export const languages: readonly Language[] = [keepalived, haproxy, ipvsadm, sysctlConf, kubeProxy];
const ruleSets: readonly RuleSet[] = [
  keepalivedRules as RuleSet,
  haproxyRules as RuleSet,
  ipvsadmRules as RuleSet,
  sysctlConfRules as RuleSet,
  kubeProxyRules,
];

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

/** Whether a file is no language of ours but tells something about hosts. */
function isHostFile(uri: string): boolean {
  return uri.endsWith(`/${statementsFile}`) || hostFileReaders.some((reader) => reader.matches(uri));
}

/** Whether a file may tell something, by its path alone: its text decides what it is. */
export function mayMatter(path: string): boolean {
  if (/\.(?:conf|cfg|keepalived|sample)(?:\.\w+)?$/.test(path) || isHostFile(path)) return true;
  return languages.some(({ guest, recognise }) => guest?.files.test(path) === true || recognise(path, "") > 0);
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
  readonly #estate: EstateService;
  readonly #kept = new WeakMap<Section, Told>();
  readonly #joined = new WeakMap<
    object,
    { readonly rules: ServiceSettings["rules"]; readonly joined: ServiceSettings["rules"] }
  >();
  readonly #graphs = new GraphMaker();
  #settings: ServiceSettings;
  #all: ReadonlyMap<string, readonly Problem[]> = new Map();

  constructor(host: ServiceHost, settings: ServiceSettings) {
    this.#settings = settings;
    this.workspace = new Workspace(languages, host, settings, isHostFile);
    const ids = languages.map((language) => language.id);
    this.#estate = new EstateService(this.workspace, ids, stackRules, host.failed);
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
   * The problems of all files that the configurations of `uri` read, by file, with those that come of other hosts' files;
   * sorted by place, without those that settings or comments switch off. A file without problems has an empty list.
   */
  problems(uri: string): ReadonlyMap<string, readonly Problem[]> {
    return this.#problemsOf(this.workspace.configurations(uri), [uri]);
  }

  /** The problems of all files, by file: what each of them has when it is asked for alone, and what all others say of it. */
  allProblems(): ReadonlyMap<string, readonly Problem[]> {
    const others = this.workspace.hostFiles().map(({ uri }) => uri);
    const found = this.#problemsOf(this.workspace.all(), others);
    const before = this.#all;
    this.#all = new Map([...found].map(([uri, problems]) => [uri, kept(before.get(uri), problems)]));
    return this.#all;
  }

  #problemsOf(configurations: readonly Configuration[], files: readonly string[]): Map<string, readonly Problem[]> {
    const byFile = new Map<string, Problem[]>(files.map((file) => [file, []]));
    for (const configuration of configurations) for (const file of configuration.files) byFile.set(file, []);
    const ofEstate = this.#estate.byFile;
    const found = [
      ...configurations.flatMap((one) => this.#runners.get(one.language.id)?.problems(one) ?? []),
      ...[...byFile.keys()].flatMap((file) => ofEstate.get(file) ?? []),
    ];
    const bySection = new Map<Section, Problem[]>();
    for (const problem of found) {
      const { section } = problem.source;
      const list = bySection.get(section);
      if (list === undefined) bySection.set(section, [problem]);
      else list.push(problem);
    }
    for (const [file, problems] of byFile) {
      const document = this.workspace.document(file);
      const language = this.workspace.language(file);
      if (document === undefined) continue;
      const doubtIn = (section: Section) => (language === undefined ? "none" : doubtOf(language, section));
      const isDoubted = document.sections.some((one) => doubtIn(one) !== "none");
      const rules = this.#rulesFor(file);
      for (const section of document.sections) {
        const ofSection = bySection.get(section);
        if (ofSection === undefined) continue;
        const doubt = doubtIn(section) === "all" ? "all" : isDoubted ? "some" : "none";
        for (const problem of this.#told(section, ofSection, doubt, rules)) problems.push(problem);
      }
    }
    return byFile;
  }

  /** All hosts and clusters of the workspace. */
  get estate(): Estate {
    return this.#estate.estate;
  }

  /**
   * The problems of a file that come of other files as well: the same list while it is the same, so that whoever sent
   * them knows when to send them again. What settings switch off is in it.
   */
  crossProblems(uri: string): readonly Problem[] {
    return this.#estate.problems(uri);
  }

  /** All hosts with what is between clients and servers, for a picture; the same object while it says the same. */
  topology(locale: Locale): Graph {
    const { estate } = this;
    return this.#graphs.make({
      estate,
      locale,
      problems: this.allProblems(),
      range: (location) => this.range(location),
      revision: (uri) => this.workspace.document(uri)?.revision ?? 0,
      kernel: (host) => kernelLines(host, estate).map((line) => ({ ...line, text: say(line.text, locale) })),
    });
  }

  /** What may be written for a file or a line of it that is not there yet; `only` is the id of a companion. */
  offers(request: CompanionRequest, only?: string): readonly Offer[] {
    const wanted = companions.filter(({ id }) => only === undefined || id === only);
    return offersFor(wanted, this.workspace, () => this.estate, request);
  }

  /** Severities for a file: those of the settings, then those that its `.ha-config.json` states. */
  #rulesFor(uri: string): ServiceSettings["rules"] {
    const stated = this.#estate.rules(uri);
    const { rules } = this.#settings;
    if (Object.keys(stated).length === 0) return rules;
    const before = this.#joined.get(stated);
    if (before?.rules === rules) return before.joined;
    const joined = { ...stated, ...rules };
    this.#joined.set(stated, { rules, joined });
    return joined;
  }

  /** What is said of one section, as far as it can be told of the text of a template. Kept while the same is found in it. */
  #told(
    section: Section,
    found: readonly Problem[],
    doubt: Doubt,
    rules: ServiceSettings["rules"],
  ): readonly Problem[] {
    const before = this.#kept.get(section);
    if (before?.doubt === doubt && before.rules === rules && isSameList(before.found, found)) return before.told;
    const told: Problem[] = [];
    for (const problem of unique(found)) {
      const severity = rules[problem.code] ?? doubted(problem.severity, doubt);
      if (severity !== "off" && !isSuppressed(problem)) told.push({ ...problem, severity });
    }
    told.sort((a, b) => a.start - b.start || b.end - a.end);
    this.#kept.set(section, { found, doubt, rules, told });
    return told;
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

function kept(before: readonly Problem[] | undefined, now: readonly Problem[]): readonly Problem[] {
  return before !== undefined && isSameList(before, now) ? before : now;
}

type Doubt = ReturnType<Language["doubt"]>;

/** What is said of a section, and all that it depends on. */
interface Told {
  readonly found: readonly Problem[];
  readonly doubt: Doubt;
  readonly rules: ServiceSettings["rules"];
  readonly told: readonly Problem[];
}

function doubted(severity: Severity, doubt: Doubt): Severity | "off" {
  if (doubt === "all") return "off";
  return doubt === "some" && severity === "error" ? "warning" : severity;
}

const doubts = new WeakMap<Section, Doubt>();

/** What a language says of a section's text, asked once. */
function doubtOf(language: Language, section: Section): Doubt {
  let doubt = doubts.get(section);
  if (doubt === undefined) {
    doubt = language.doubt(section.text);
    doubts.set(section, doubt);
  }
  return doubt;
}

/** What the service can write: the ids of companions, and what each is. */
export const companionKinds: readonly Pick<Companion, "id" | "title">[] = companions;

/** Every rule of every language. */
export function allRules(): readonly AnyRule[] {
  return [...ruleSets.flatMap((set) => set.rules), ...stackRules, ...statementRules];
}

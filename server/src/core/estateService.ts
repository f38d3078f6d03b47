/** The hosts and clusters of a workspace, and what the rules across files find in them, by file. */

import { EstateBuilder, type EstateInput } from "./model/cluster/estate.ts";
import type { Estate } from "./model/cluster/host.ts";
import { hostFileFacts } from "./model/cluster/hostFileFacts.ts";
import { folderOf, type StatementsFile, statedEstate, statementsIn } from "./model/cluster/statedEstate.ts";
import { statementsFile } from "./model/cluster/statements.ts";
import type { Workspace } from "./model/workspace.ts";
import type { ClusterRule } from "./rules/rule.ts";
import type { RuleFailure } from "./rules/run.ts";
import { ClusterRunner } from "./rules/runClusters.ts";
import type { Problem, Severity } from "./schema/problem.ts";
import { isSameList } from "./text/lists.ts";

/** The code of what is wrong in `.ha-config.json` itself. */
const statementsCode = "stack/ha-config";

type Rules = Readonly<Record<string, Severity | "off">>;

const none: readonly Problem[] = [];

interface Found {
  readonly estate: Estate;
  readonly own: readonly Problem[];
  readonly byFile: ReadonlyMap<string, readonly Problem[]>;
}

export class EstateService {
  readonly #workspace: Workspace;
  readonly #languages: readonly string[];
  readonly #builder = new EstateBuilder();
  readonly #runner: ClusterRunner;
  #statements: readonly StatementsFile[] = [];
  #ownProblems: readonly Problem[] = none;
  #stated = statedEstate([]);
  #found: Found | undefined;
  #rules = new Map<string, Rules>();

  constructor(workspace: Workspace, languages: readonly string[], rules: readonly ClusterRule[], failed: RuleFailure) {
    this.#workspace = workspace;
    this.#languages = languages;
    this.#runner = new ClusterRunner(rules, failed);
  }

  /** All hosts and clusters, up to date. */
  get estate(): Estate {
    this.#state();
    const inputs = this.#workspace.all().map(
      (configuration): EstateInput => ({
        uri: configuration.uri,
        configuration,
        facts: configuration.language.facts(configuration),
      }),
    );
    const others = this.#workspace.hostFiles().flatMap(({ uri, document }): readonly EstateInput[] => {
      const [section] = document.sections;
      if (section === undefined || isStatements(uri)) return [];
      return [{ uri, configuration: undefined, facts: hostFileFacts({ uri, section }) }];
    });
    return this.#builder.update([...inputs, ...others], this.#stated);
  }

  /** What the rules across files find in a file; the same list while it is the same. */
  problems(uri: string): readonly Problem[] {
    return this.byFile.get(uri) ?? none;
  }

  /** The same for all files in which they find anything. */
  get byFile(): ReadonlyMap<string, readonly Problem[]> {
    const { estate } = this;
    if (this.#found?.estate !== estate || this.#found.own !== this.#ownProblems) {
      this.#found = { estate, own: this.#ownProblems, byFile: this.#judge(estate) };
    }
    return this.#found.byFile;
  }

  /** The severities that the nearest `.ha-config.json` above a file states. */
  rules(uri: string): Rules {
    this.#state();
    const folder = folderOf(uri);
    let rules = this.#rules.get(folder);
    if (rules === undefined) {
      const above = this.#statements.filter((file) => `${folder}/`.startsWith(`${folderOf(file.uri)}/`));
      rules = Object.assign({}, ...above.map(({ statements }) => statements.rules)) as Rules;
      this.#rules.set(folder, rules);
    }
    return rules;
  }

  /** Reads what is stated, where that has changed. */
  #state(): void {
    const files = this.#workspace
      .hostFiles()
      .filter(({ uri }) => isStatements(uri))
      .flatMap(({ uri, document }) =>
        document.sections.slice(0, 1).map((section) => statementsIn(uri, section, this.#languages)),
      )
      .sort((a, b) => a.uri.length - b.uri.length);
    if (isSameList(files, this.#statements, (a, b) => a.section === b.section && a.uri === b.uri)) return;
    this.#statements = files;
    this.#ownProblems = files.flatMap(statementProblems);
    this.#rules = new Map();
    this.#stated = statedEstate(files);
    this.#workspace.hostVersion = this.#stated.version;
  }

  #judge(estate: Estate): ReadonlyMap<string, readonly Problem[]> {
    const byFile = new Map<string, Problem[]>();
    for (const problem of [...this.#runner.problems(estate), ...this.#ownProblems]) {
      const list = byFile.get(problem.source.uri);
      if (list === undefined) byFile.set(problem.source.uri, [problem]);
      else list.push(problem);
    }
    // A list that says the same stays the same, so that nobody sends it anew.
    const before = this.#found?.byFile;
    return new Map([...byFile].map(([uri, problems]) => [uri, kept(before?.get(uri), problems)]));
  }
}

function isStatements(uri: string): boolean {
  return uri.endsWith(`/${statementsFile}`);
}

function kept(before: readonly Problem[] | undefined, now: readonly Problem[]): readonly Problem[] {
  return before !== undefined && isSameList(before, now) ? before : now;
}

function statementProblems({ uri, section, statements }: StatementsFile): readonly Problem[] {
  return statements.problems.map((problem) => ({ ...problem, code: statementsCode, source: { uri, section } }));
}

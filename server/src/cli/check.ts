/** `ha-config check`: reads files and folders as one workspace and reports what is wrong. */
import { newProblems } from "../core/features/upgrade.ts";
import { unique } from "../core/model/workspace.ts";
import { type Problem, safeFix } from "../core/schema/problem.ts";
import { Service } from "../core/service.ts";
import { diskFiles } from "../files/diskFiles.ts";
import { applyFixes } from "./fixes.ts";
import { takeIn } from "./inputs.ts";
import { readOptions } from "./options.ts";
import { shownPath } from "./paths.ts";
import type { FileReport } from "./report/report.ts";
import { readUpgrades, type Upgrades } from "./upgrade.ts";

/** Lines that no terminal limits are cut to this many columns. */
const defaultColumns = 120;

export async function check(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  const service = new Service(
    {
      ...diskFiles,
      failed(rule, error) {
        process.stderr.write(`ha-config: the rule ${rule} failed and was left out: ${String(error)}\n`);
      },
    },
    options.settings,
  );
  const given = await takeIn(service, options);
  const upgrades = readUpgrades(service, given, options);
  const ownProblems = (uri: string) =>
    (upgrades === undefined ? service.problems(uri) : service.upgrade(uri, upgrades.versions)).get(uri) ?? [];
  const fixed = options.fix ? applyFixes(service, given, ownProblems) : undefined;
  const found = upgrades === undefined ? problemsByFile(service, given) : changesByFile(service, given, upgrades);
  const files = [...found].map(([uri, problems]) => fileReport(service, uri, problems));
  const ofGiven = options.fromStdin ? [] : given.flatMap((uri) => found.get(uri) ?? []);
  const output = options.format(files, {
    locale: options.locale,
    range: (location) => service.range(location),
    path: shownPath,
    colours: process.stdout.isTTY && process.stdout.hasColors(),
    columns: process.stdout.columns ?? defaultColumns,
    fixed,
    upgrades: upgrades?.all,
    fixable: ofGiven.filter((problem) => safeFix(problem) !== undefined).length,
  });
  process.stdout.write(output);
  return files.some((file) => file.problems.some((problem) => problem.severity === "error")) ? 1 : 0;
}

/**
 * The problems of the given files and of the files that they include. What two files include is shown once; files
 * that include one another have no root, and are then asked for themselves.
 */
function problemsByFile(service: Service, given: readonly string[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, readonly Problem[]>(given.map((uri) => [uri, []]));
  const asked = new Set<string>();
  for (const start of [...service.workspace.roots(), ...given]) {
    if (asked.has(start)) continue;
    for (const [uri, problems] of service.problems(start)) {
      asked.add(uri);
      found.set(uri, merge(service, found.get(uri) ?? [], problems));
    }
  }
  for (const { uri } of service.workspace.hostFiles()) {
    const problems = service.problems(uri).get(uri) ?? [];
    if (problems.length > 0) found.set(uri, problems);
  }
  return found;
}

/** The problems that come with newer versions. */
function changesByFile(
  service: Service,
  given: readonly string[],
  { versions }: Upgrades,
): ReadonlyMap<string, readonly Problem[]> {
  const before = problemsByFile(service, given);
  const after = service.asOf(versions, () => problemsByFile(service, given));
  return new Map([...after].map(([uri, problems]) => [uri, newProblems(before.get(uri) ?? [], problems)]));
}

function merge(service: Service, before: readonly Problem[], more: readonly Problem[]): readonly Problem[] {
  if (before.length === 0 || more.length === 0) return before.length === 0 ? more : before;
  const placed = unique([...before, ...more]).map((problem) => ({ problem, at: service.range(problem).start }));
  placed.sort((a, b) => a.at.line - b.at.line || a.at.character - b.at.character);
  return placed.map(({ problem }) => problem);
}

function fileReport(service: Service, uri: string, problems: readonly Problem[]): FileReport {
  const lines = problems.length === 0 ? [] : (service.workspace.document(uri)?.text ?? "").split(/\r?\n/);
  return {
    path: shownPath(uri),
    language: service.workspace.language(uri)?.id ?? "",
    problems,
    line: (number) => lines[number] ?? "",
  };
}

/** `ha-config check`: reads files and folders as one workspace and reports what is wrong. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../core/schema/problem.ts";
import { languages, Service } from "../core/service.ts";
import { diskFiles, pathOf, readText, uriOf } from "../files/diskFiles.ts";
import { filesBelow } from "../files/walk.ts";
import { type CheckOptions, readOptions } from "./options.ts";
import type { FileReport } from "./report/report.ts";
import { UsageError } from "./usage.ts";

/** A folder with more files is not a configuration repository. */
const mostFiles = 100_000;
/** A fix may uncover another; more rounds than this mean that two fixes undo one another. */
const mostRounds = 10;

export function check(argv: readonly string[]): number {
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
  const given = takeIn(service, options);
  if (options.fix) applyFixes(service, given);
  const files = report(service, given);
  const output = options.format(files, {
    locale: options.locale,
    range: (location) => service.range(location),
    path: shownPath,
    colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  });
  process.stdout.write(output);
  return files.some((file) => file.problems.some((problem) => problem.severity === "error")) ? 1 : 0;
}

/** Adds all files to the workspace; returns their URIs in the order given. */
function takeIn(service: Service, options: CheckOptions): readonly string[] {
  if (options.stdinFilename !== undefined) {
    if (options.fix) throw new UsageError("--fix cannot change standard input");
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(0));
    return [add(service, options.stdinFilename, text, options.language)];
  }
  const paths = options.paths.length === 0 ? ["."] : options.paths;
  return [...new Set(paths.flatMap((given) => takeInPath(service, given, options.language)))];
}

function takeInPath(service: Service, given: string, language: string | undefined): readonly string[] {
  if (!statOf(given).isDirectory()) return [add(service, given, read(given), language)];
  return filesBelow(given, mostFiles).flatMap((file) => {
    if (language === undefined && !mayBeConfiguration(file)) return [];
    const uri = uriOf(file);
    return service.workspace.add(uri, read(file), { languageId: language, open: false }) ? [uri] : [];
  });
}

/** Text files that a folder may hold as configurations: known by name, or with an ending that such files have. */
function mayBeConfiguration(file: string): boolean {
  return (
    /\.(?:conf|cfg|keepalived|sample)(?:\.\w+)?$/.test(file) || languages.some((one) => one.recognise(file, "") > 0)
  );
}

function add(service: Service, file: string, text: string, language: string | undefined): string {
  const uri = uriOf(file);
  if (!service.workspace.add(uri, text, { languageId: language, open: false })) {
    throw new Error(`${file}: cannot tell the language of this file; give it with --language`);
  }
  return uri;
}

function statOf(file: string) {
  try {
    return statSync(file);
  } catch {
    throw new Error(`${file}: no such file or folder`);
  }
}

function read(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    throw new Error(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The problems of the given files and of the files that they include. */
function report(service: Service, given: readonly string[]): readonly FileReport[] {
  const byFile = new Map<string, Problem[]>(given.map((uri) => [uri, []]));
  for (const root of service.workspace.roots()) {
    for (const [uri, problems] of service.problems(root)) {
      const known = byFile.get(uri) ?? [];
      byFile.set(uri, [...known, ...problems]);
    }
  }
  return [...byFile].map(([uri, problems]) => {
    const document = service.workspace.document(uri);
    const lines = problems.length === 0 ? [] : (document?.text ?? "").split(/\r?\n/);
    return {
      path: shownPath(uri),
      language: service.workspace.language(uri)?.id ?? "",
      problems,
      line: (number) => lines[number] ?? "",
    };
  });
}

function applyFixes(service: Service, given: readonly string[]): void {
  const changed = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const edits = given.flatMap((uri) => service.safeEdits(service.problems(uri).get(uri) ?? []));
    if (edits.length === 0) break;
    // From the end of each file to its start, so that no edit moves the place of another.
    const placed = edits.map((edit) => ({ edit, range: service.range(edit) }));
    placed.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
    for (const { edit, range } of placed) {
      service.change(edit.source.uri, [{ range, text: edit.text }]);
      changed.add(edit.source.uri);
    }
  }
  for (const uri of changed) writeFileSync(pathOf(uri), service.workspace.document(uri)?.text ?? "");
}

/** Relative where that is shorter and does not climb out. */
function shownPath(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  const file = pathOf(uri);
  const relative = path.relative(process.cwd(), file);
  return relative === "" || relative.startsWith("..") ? file : relative;
}

/** What `check` was given: files, folders or standard input, taken into the workspace. */
import { statSync } from "node:fs";
import path from "node:path";
import { statementsFile } from "../core/model/cluster/statements.ts";
import { mayMatter, type Service } from "../core/service.ts";
import { largestFile, readText, uriOf } from "../files/diskFiles.ts";
import { filesBelow } from "../files/walk.ts";
import type { CheckOptions } from "./options.ts";
import { UsageError } from "./usage.ts";

/** A folder with more files is not a configuration repository. */
const mostFiles = 100_000;

/**
 * Adds all files to the workspace; returns their URIs in the order given.
 * @throws where a file cannot be read, or a folder holds no configuration: nothing checked must not look like success.
 */
export async function takeIn(service: Service, options: CheckOptions): Promise<readonly string[]> {
  const { paths, language, stdinFilename } = options;
  if (options.fromStdin) {
    if (options.fix) throw new UsageError("--fix cannot change standard input");
    if (paths.some((one) => one !== "-")) throw new UsageError("standard input is checked alone, without other paths");
    const name = stdinFilename ?? "<stdin>";
    return [add(service, name, await readStandardInput(name), language)];
  }
  return takeInPaths(service, paths, language);
}

/**
 * Adds files, and what folders hold; the current folder where none is given. Files in folders are left out where
 * `leavesOut` says so of their URI.
 */
export function takeInPaths(
  service: Service,
  paths: readonly string[],
  language: string | undefined,
  leavesOut: (uri: string) => boolean = () => false,
): readonly string[] {
  const wanted = paths.length === 0 ? ["."] : paths;
  for (const one of wanted) takeStatements(service, one);
  const found = wanted.map((given) => ({
    given,
    uris: takeInPath(service, given, language, leavesOut),
  }));
  const empty = found.filter(({ uris }) => uris.length === 0).map(({ given }) => given);
  if (empty.length > 0) {
    const where = empty.length === 1 ? "this folder" : "these folders";
    throw new Error(`${empty.join(", ")}: no configuration found in ${where}`);
  }
  return [...new Set(found.flatMap(({ uris }) => uris))];
}

function takeInPath(
  service: Service,
  given: string,
  language: string | undefined,
  leavesOut: (uri: string) => boolean,
): readonly string[] {
  if (!statOf(given).isDirectory()) return [add(service, given, read(given), language)];
  return below(given).flatMap((file) => {
    if (language === undefined && !mayMatter(file)) return [];
    const uri = uriOf(file);
    if (leavesOut(uri)) return [];
    service.workspace.add(uri, read(file), { languageId: language, open: false });
    // Other files of a host are taken in for what they tell, and not checked.
    return service.workspace.language(uri) === undefined ? [] : [uri];
  });
}

/** What is stated for a path lies in its folder or above. */
function takeStatements(service: Service, given: string): void {
  for (let folder = path.resolve(given); ; folder = path.dirname(folder)) {
    const file = path.join(folder, statementsFile);
    const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (isThere) service.workspace.add(uriOf(file), read(file), { open: false });
    if (folder === path.dirname(folder)) return;
  }
}

function below(folder: string): readonly string[] {
  const files = orSay(`${folder}: cannot be read`, () => filesBelow(folder, mostFiles + 1));
  if (files.length > mostFiles) throw new Error(`${folder}: more than ${mostFiles} files in this folder`);
  return files;
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
  return orSay(`${file}: cannot be read`, () => readText(file));
}

/** Waits for whoever writes, unlike a read of descriptor 0, which fails where the pipe is empty for the moment. */
async function readStandardInput(name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestFile) throw new Error(`${name}: cannot be read: larger than ${largestFile / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(chunks));
}

function orSay<T>(what: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What `check` was given: files, folders or standard input, taken into the workspace. */
import { statSync } from "node:fs";
import { languages, type Service } from "../core/service.ts";
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
  const found = (paths.length === 0 ? ["."] : paths).map((given) => ({
    given,
    uris: takeInPath(service, given, language),
  }));
  const empty = found.filter(({ uris }) => uris.length === 0).map(({ given }) => given);
  if (empty.length > 0) {
    const where = empty.length === 1 ? "this folder" : "these folders";
    throw new Error(`${empty.join(", ")}: no configuration found in ${where}`);
  }
  return [...new Set(found.flatMap(({ uris }) => uris))];
}

function takeInPath(service: Service, given: string, language: string | undefined): readonly string[] {
  if (!statOf(given).isDirectory()) return [add(service, given, read(given), language)];
  return below(given).flatMap((file) => {
    if (language === undefined && !mayBeConfiguration(file)) return [];
    const uri = uriOf(file);
    return service.workspace.add(uri, read(file), { languageId: language, open: false }) ? [uri] : [];
  });
}

function below(folder: string): readonly string[] {
  const files = orSay(`${folder}: cannot be read`, () => filesBelow(folder, mostFiles + 1));
  if (files.length > mostFiles) throw new Error(`${folder}: more than ${mostFiles} files in this folder`);
  return files;
}

/** Text files that a folder may hold as configurations: known by name, or with an ending that such files have, or a guest of ours. */
function mayBeConfiguration(file: string): boolean {
  return (
    /\.(?:conf|cfg|keepalived|sample)(?:\.\w+)?$/.test(file) ||
    languages.some(({ guest, recognise }) => guest?.files.test(file) === true || recognise(file, "") > 0)
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

/** Files on this machine's disk, for the command line and for servers that run beside them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { URI } from "vscode-uri";
import type { FileHost } from "../core/model/workspace.ts";
import { expandBraces, segmentMatcher } from "../core/text/glob.ts";

/** No configuration is larger; an include that names a disk image must not fill the memory. In bytes. */
export const largestFile = 16 * 1024 * 1024;

/** A wildcard that matches more is a mistake in the file, not a configuration. */
const mostFiles = 10_000;

/** The files of the disk, as `file:` URIs. What cannot be read is not there. */
export const diskFiles: FileHost = {
  read(uri) {
    if (!uri.startsWith("file:")) return null;
    try {
      return readText(pathOf(uri));
    } catch {
      return null;
    }
  },
  list(pattern) {
    // A pattern is a URI whose path is a glob: only the scheme is taken off, for `?` and `[` are wildcards in it.
    const glob = pattern.replace(/^file:\/\//, "");
    if (!glob.startsWith("/")) return [];
    const found = expandBraces(decodeURIComponent(glob)).flatMap((one) => expand(one.split("/").filter(Boolean)));
    return [...new Set(found)].sort().map(uriOf);
  },
};

/** The URI of a path, encoded as VS Code encodes it, so that one file has one name. */
export function uriOf(file: string): string {
  return URI.file(path.resolve(file)).toString();
}

export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

export function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}

/**
 * The text of a regular file. Bytes that are not UTF-8 become U+FFFD, so that the rest can be read; the byte order
 * mark stays, for the daemons stumble over it.
 * @throws where the file cannot be read or is too large.
 */
export function readText(file: string): string {
  const stat = statSync(file);
  // A device such as /dev/zero would never end; a pipe does, and people hand those over.
  if (!stat.isFile() && !stat.isFIFO()) throw new Error("not a regular file");
  if (stat.size > largestFile) throw new Error(`larger than ${largestFile / 1024 / 1024} MiB`);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(file));
}

function expand(segments: readonly string[]): string[] {
  let found = ["/"];
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    found = found.flatMap((folder) => children(folder, segment, last)).slice(0, mostFiles);
  }
  return found;
}

function children(folder: string, segment: string, files: boolean): string[] {
  const matches = segmentMatcher(segment);
  const names = matches === undefined ? [segment] : list(folder).filter(matches);
  return names.map((name) => path.join(folder, name)).filter((entry) => isKind(entry, files));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isKind(entry: string, file: boolean): boolean {
  try {
    const stat = statSync(entry);
    return file ? stat.isFile() : stat.isDirectory();
  } catch {
    return false;
  }
}

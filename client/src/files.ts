// Files served to the language server on request. In the browser the server has no file system of its own, and on a
// remote or virtual one only VS Code can read, so included files and neighbours always come through here.

import { FileType, RelativePattern, Uri, window, workspace } from "vscode";
import { expandBraces, segmentMatcher } from "../../server/src/core/text/glob.ts";
import type {
  ListFilesParams,
  ListFilesResult,
  ReadFileParams,
  ReadFileResult,
} from "../../server/src/lsp/protocol.ts";

/** No configuration is larger; an `include` that names a disk image must not fill the memory. */
const largestFile = 16 * 1024 * 1024;

/** A wildcard `include` that matches more than this is a mistake in the file, not a configuration. */
const mostFiles = 10_000;

/** The text of a file, or null when there is none to be had. */
export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const file = Uri.parse(uri);
  if (!mayRead(file)) {
    return null;
  }
  try {
    // Devices and pipes are not files in this sense. Reading one (`include /dev/zero`) would never end.
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0 || size > largestFile) {
      return null;
    }
    return { text: new TextDecoder().decode(await workspace.fs.readFile(file)) };
  } catch {
    // Missing or not permitted: for the server both mean that the text is unknown.
    return null;
  }
}

/** The files below `base` that a glob matches, sorted. */
export async function listFiles({ glob, base }: ListFilesParams): Promise<ListFilesResult> {
  const folder = Uri.parse(base);
  if (!mayRead(folder)) {
    return { uris: [] };
  }
  // "**" searches a workspace: VS Code does that quickly, and leaves out what the person excluded.
  // Everything else is an include as a daemon would expand it, which may also lie outside the workspace.
  const found = glob.includes("**")
    ? await workspace.findFiles(new RelativePattern(folder, glob), undefined, mostFiles)
    : (await Promise.all(expandBraces(glob).map((pattern) => expand(folder, pattern)))).flat();
  return { uris: [...new Set(found.map((uri) => uri.toString()))].sort() };
}

/**
 * A server that reads what a configuration names must not be led to another machine: `include \\host\share` would
 * send the person's Windows credentials there. So only the file systems that are open already are read.
 */
function mayRead({ scheme, authority }: Uri): boolean {
  const opened = [
    ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri),
    ...workspace.textDocuments.map((document) => document.uri),
    ...window.visibleTextEditors.map((editor) => editor.document.uri),
  ];
  return opened.some((uri) => uri.scheme === scheme && uri.authority === authority);
}

/** Expands a glob without braces folder by folder, as glob(3) does. An absolute one starts at the root of base's file system. */
async function expand(base: Uri, glob: string): Promise<Uri[]> {
  const segments = glob.split("/").filter((segment) => segment !== "" && segment !== ".");
  const last = segments.length - 1;
  let found = [glob.startsWith("/") ? base.with({ path: "/" }) : base];
  for (const [index, segment] of segments.entries()) {
    const wanted = index === last ? FileType.File : FileType.Directory;
    const next = await Promise.all(found.map((folder) => children(folder, segment, wanted)));
    found = next.flat().slice(0, mostFiles);
  }
  return found;
}

async function children(folder: Uri, segment: string, wanted: FileType): Promise<Uri[]> {
  const matches = segmentMatcher(segment);
  try {
    if (matches === undefined) {
      const child = Uri.joinPath(folder, segment);
      const { type } = await workspace.fs.stat(child);
      return (type & wanted) === 0 ? [] : [child];
    }
    const entries = await workspace.fs.readDirectory(folder);
    return entries
      .filter(([name, type]) => (type & wanted) !== 0 && matches(name))
      .map(([name]) => Uri.joinPath(folder, name));
  } catch {
    // A folder that is missing or closed to us holds no match.
    return [];
  }
}

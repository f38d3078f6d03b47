// A file that a daemon reads beside its main file may have any name, and VS Code takes most of them for "Properties".
// One that the keepalived.conf beside it or a folder above includes is set to our language, once for each time it is
// opened; and so is one in a folder such as conf.d beside a haproxy.cfg.

import { type Disposable, languages, type TextDocument, Uri, workspace } from "vscode";
import { expandBraces, segmentMatcher } from "../../server/src/core/text/glob.ts";
import { readFile } from "./files.ts";

/** What VS Code makes of a .conf or .cfg file by its name alone. Any other language was meant by somebody. */
const guesses: readonly string[] = ["properties", "ini", "plaintext"];

/** Where the main file of an included one is sought. */
const mainFiles = ["../keepalived.conf", "../../keepalived.conf"];

/** An include line, perhaps with a condition before it; the pattern ends before a comment, as in the server's lexer. */
const includeLine = /^[ \t]*(?:@[^\s{}"#!]*[ \t]+)?include[rmwba]?[ \t]+([^\s#!](?:[^\r\n#!]*[^\s#!])?)/gm;

/** Sets the language of included files that are open or will be opened, until it is disposed. */
export function recognizeIncluded(): Disposable {
  // A change of the language closes and opens the same object again. Whoever chose another one is not to be fought.
  const seen = new WeakSet<TextDocument>();
  const look = (document: TextDocument): void => {
    if (!seen.has(document)) {
      seen.add(document);
      void recognize(document);
    }
  };
  workspace.textDocuments.forEach(look);
  return workspace.onDidOpenTextDocument(look);
}

async function recognize(document: TextDocument): Promise<void> {
  const { uri, languageId } = document;
  const found = guesses.includes(languageId) ? await languageOf(uri) : undefined;
  // Closed or given a language while we read.
  if (found !== undefined && !document.isClosed && document.languageId === languageId) {
    await languages.setTextDocumentLanguage(document, found);
  }
}

async function languageOf(uri: Uri): Promise<string | undefined> {
  if (/\.d\/[^/]+\.cfg$/.test(uri.path)) {
    const main = await readFile({ uri: Uri.joinPath(uri, "../../haproxy.cfg").toString() });
    return main === null ? undefined : "haproxy";
  }
  if (!uri.path.endsWith(".conf")) {
    return undefined;
  }
  const answers = await Promise.all(mainFiles.map((relative) => includes(Uri.joinPath(uri, relative), uri)));
  return answers.includes(true) ? "keepalived" : undefined;
}

/** Whether there is such a main file and one of its own include lines names the other file. */
async function includes(main: Uri, file: Uri): Promise<boolean> {
  const read = await readFile({ uri: main.toString() });
  const patterns = [...(read?.text ?? "").matchAll(includeLine)].flatMap(([, pattern = ""]) => expandBraces(pattern));
  return patterns.some((pattern) => names(pattern, main.path, file.path));
}

/** Whether a glob without braces, seen from the file that contains it, names a path. Folders above it are no patterns. */
function names(glob: string, from: string, path: string): boolean {
  const wanted = glob.startsWith("/") ? [] : segments(from).slice(0, -1).map(exactly);
  for (const segment of segments(glob)) {
    if (segment === "..") {
      wanted.pop();
    } else {
      wanted.push(segmentMatcher(segment) ?? exactly(segment));
    }
  }
  const found = segments(path);
  return wanted.length === found.length && found.every((name, index) => wanted[index]?.(name));
}

function segments(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "" && segment !== ".");
}

function exactly(wanted: string): (name: string) => boolean {
  return (name) => name === wanted;
}

// What the tests need of VS Code's API: opening fixtures, finding places in them, and waiting for conditions.

import * as vscode from "vscode";
import { ok } from "./assert.ts";

/** Long enough for a cold start on a busy machine. Nothing waits this long unless it fails. */
const limit = 10_000;

/** Waits until `probe` gives something other than undefined or false; the error says what was last seen. */
export async function eventually<Value>(
  what: string,
  probe: () => Value | undefined | false | Thenable<Value | undefined | false>,
  lastSeen: () => unknown = () => undefined,
): Promise<Value> {
  const started = Date.now();
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() - started > limit) {
      throw new Error(`Waited ${limit / 1000} s for ${what}. Last seen: ${JSON.stringify(lastSeen())}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The address of a file of the fixture workspace. */
export function fixture(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error("No workspace folder is open");
  }
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the fixture workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fixture(path)));
}

/** Undoes all that a test changed but did not save, and closes its editors. */
export async function revertAll(): Promise<void> {
  const ours = fixture("").path;
  // VS Code itself edits its settings at times, and those are not ours to revert.
  const changed = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.path.startsWith(ours));
  for (const document of changed) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Where a text stands first in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) {
    throw new Error(`${document.uri.path} does not contain "${text}"`);
  }
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Replaces the first occurrence of a text, as an edit of the person. */
export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, text);
  if (!(await editor.edit((edit) => edit.replace(range, by)))) {
    throw new Error(`VS Code refused to replace "${text}"`);
  }
}

/** The id of the rule that reported a diagnostic. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits for a diagnostic of one rule in a document. */
export function diagnostic(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  const all = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri);
  return eventually(`a diagnostic ${rule}`, () => all().find((each) => codeOf(each) === rule), all);
}

/** Waits until a document has no diagnostic of one rule. */
export async function noDiagnostic(document: vscode.TextDocument, rule: string): Promise<void> {
  const all = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri);
  await eventually(`no diagnostic ${rule}`, () => all().every((each) => codeOf(each) !== rule), all);
}

/** Applies the first fix of a rule's diagnostic whose title matches. */
export async function quickFix(document: vscode.TextDocument, rule: string, title: RegExp): Promise<void> {
  const { range } = await diagnostic(document, rule);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  const chosen = actions.find((action) => title.test(action.title));
  ok(chosen?.edit, `a fix among ${JSON.stringify(actions.map((action) => action.title))}`);
  ok(await vscode.workspace.applyEdit(chosen.edit), "VS Code accepts the edit");
  await noDiagnostic(document, rule);
}

/** What hover says at a place. */
export function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  return eventually("a hover", async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      at,
    );
    const texts = hovers.flatMap(({ contents }) => contents);
    return texts.map((one) => (typeof one === "string" ? one : one.value)).join("\n") || undefined;
  });
}

/** Adds a line with this text after the line that contains another one, and puts the cursor at its end. */
export async function lineAfter(editor: vscode.TextEditor, text: string, added: string): Promise<void> {
  const { line } = rangeOf(editor.document, text).start;
  const end = editor.document.lineAt(line).range.end;
  await editor.edit((edit) => edit.insert(end, `\n${added}`));
  const cursor = new vscode.Position(line + 1, added.length);
  editor.selection = new vscode.Selection(cursor, cursor);
}

/** What completion offers at the cursor, as the list shows it before a letter is typed. */
export async function completions(editor: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const items = await eventually("completions", async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      editor.document.uri,
      editor.selection.active,
    );
    // Snippets and words come from VS Code itself, before the server has answered for the first time.
    const isOurs = list.items.some(({ kind }) => kind !== vscode.CompletionItemKind.Snippet && kind !== undefined);
    return isOurs ? list.items : undefined;
  });
  const sortText = (item: vscode.CompletionItem) => item.sortText ?? labelOf(item);
  return [...items].sort((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

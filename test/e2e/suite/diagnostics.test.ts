// Squiggles: they appear, go after an edit, follow other files, and carry a quick fix that works.

import * as vscode from "vscode";
import { equal, match, ok } from "./assert.ts";
import { diagnostic, eventually, fixture, noDiagnostic, open, rangeOf, replace, revertAll } from "./editor.ts";

const unknownKeyword = "keepalived/unknown-keyword";
const unknownReference = "keepalived/unknown-reference";

describe("diagnostics", () => {
  afterEach(revertAll);

  it("marks a misspelt keyword as an error, exactly at the word", async () => {
    const { document } = await open("typo/keepalived/keepalived.conf");
    const found = await diagnostic(document, unknownKeyword);
    equal(found.severity, vscode.DiagnosticSeverity.Error);
    equal(document.getText(found.range), "virtual_router_idd");
    match(found.message, /virtual_router_idd/);
  });

  it("takes the mark away when the word is corrected, and brings it back on undo", async () => {
    const editor = await open("typo/keepalived/keepalived.conf");
    await diagnostic(editor.document, unknownKeyword);
    await replace(editor, "virtual_router_idd", "virtual_router_id");
    await noDiagnostic(editor.document, unknownKeyword);
    await vscode.commands.executeCommand("undo");
    await diagnostic(editor.document, unknownKeyword);
  });

  it("offers a quick fix that corrects the word", async () => {
    const { document } = await open("typo/keepalived/keepalived.conf");
    const { range } = await diagnostic(document, unknownKeyword);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      // Resolves the edits of that many actions.
      20,
    );
    const fix = actions.find(({ title }) => /virtual_router_id\b(?!d)/.test(title));
    ok(fix, `a fix among ${JSON.stringify(actions.map(({ title }) => title))}`);
    ok(fix.edit, "the fix carries its edit");
    ok(await vscode.workspace.applyEdit(fix.edit), "VS Code accepts the edit");
    match(document.getText(), /^ {4}virtual_router_id 51$/m);
    await noDiagnostic(document, unknownKeyword);
  });

  it("marks a track_script entry that no file defines", async () => {
    const { document } = await open("typo/keepalived/keepalived.conf");
    const found = await diagnostic(document, unknownReference);
    equal(found.severity, vscode.DiagnosticSeverity.Error);
    equal(document.getText(found.range), "chk_missing");
  });

  it("follows the severities in the settings", async () => {
    const { document } = await open("typo/keepalived/keepalived.conf");
    await diagnostic(document, unknownKeyword);
    const settings = vscode.workspace.getConfiguration("haConfig");
    try {
      await settings.update("rules", { [unknownKeyword]: "off" }, vscode.ConfigurationTarget.Workspace);
      await noDiagnostic(document, unknownKeyword);
      // Also from the start, and not only when they change.
      await vscode.commands.executeCommand("haConfig.restartServer");
      await diagnostic(document, unknownReference);
      await noDiagnostic(document, unknownKeyword);
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await diagnostic(document, unknownKeyword);
  });

  it("accepts a reference to an included file, and follows a change of that file on disk", async () => {
    const { document } = await open("cluster/keepalived/keepalived.conf");
    const included = fixture("cluster/keepalived/conf.d/checks.conf");
    const original = await vscode.workspace.fs.readFile(included);
    // Diagnostics of this file have come once its symbols have; only then "no diagnostic" means something.
    await eventually("the first answers", async () => {
      const command = "vscode.executeDocumentSymbolProvider";
      return (await vscode.commands.executeCommand<unknown[]>(command, document.uri))?.length > 0;
    });
    await noDiagnostic(document, unknownReference);
    try {
      const renamed = new TextDecoder().decode(original).replace("chk_web", "chk_other");
      await vscode.workspace.fs.writeFile(included, new TextEncoder().encode(renamed));
      const found = await diagnostic(document, unknownReference);
      ok(found.range.isEqual(rangeOf(document, "chk_web")), "the mark is at the reference");
    } finally {
      await vscode.workspace.fs.writeFile(included, original);
    }
    await noDiagnostic(document, unknownReference);
  });
});

// The upgrade check: problems of another version beside those of the one that is set, with quick fixes, until cleared.

import * as vscode from "vscode";
import { equal, match, ok } from "./assert.ts";
import { diagnostic, eventually, open, revertAll } from "./editor.ts";

describe("the upgrade check", () => {
  afterEach(async () => {
    await vscode.commands.executeCommand("haConfig.clearUpgrade");
    await revertAll();
  });

  it("shows what breaks with another version, mends it, and can be cleared", async () => {
    const { document } = await open("upgrade/haproxy.cfg");
    const today = await diagnostic(document, "haproxy/deprecated-keyword");
    equal(today.severity, vscode.DiagnosticSeverity.Warning);
    await vscode.commands.executeCommand("haConfig.checkUpgrade", "3.5");
    const broken = await diagnostic(document, "haproxy/removed-keyword");
    equal(broken.severity, vscode.DiagnosticSeverity.Error);
    equal(broken.source, "ha-config → 3.5");
    equal(document.getText(broken.range), "dispatch");
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      broken.range,
      vscode.CodeActionKind.QuickFix.value,
      // Resolves the edits of that many actions.
      20,
    );
    const fix = actions.find(({ title }) => title.endsWith("(→ 3.5)"));
    ok(fix?.edit, `a fix among ${JSON.stringify(actions.map(({ title }) => title))}`);
    ok(await vscode.workspace.applyEdit(fix.edit), "VS Code accepts the edit");
    match(document.getText(), /^ {4}server dispatch 192\.0\.2\.11:80$/m);
    // It follows the edit.
    await none(document);
    await vscode.commands.executeCommand("undo");
    await diagnostic(document, "haproxy/removed-keyword");
    await vscode.commands.executeCommand("haConfig.clearUpgrade");
    await none(document);
  });
});

async function none(document: vscode.TextDocument): Promise<void> {
  const all = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri);
  await eventually("no problems of the upgrade", () => all().every(({ source }) => source === "ha-config"), all);
}

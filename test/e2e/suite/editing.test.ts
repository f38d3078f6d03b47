// Help while writing: what hover shows, and what completion offers and inserts.

import * as vscode from "vscode";
import { equal, match, ok } from "./assert.ts";
import {
  completions,
  diagnostic,
  eventually,
  hoverText,
  labelOf,
  lineAfter,
  noDiagnostic,
  open,
  rangeOf,
  revertAll,
} from "./editor.ts";

describe("hover", () => {
  afterEach(revertAll);

  it("explains a keyword", async () => {
    const { document } = await open("cluster/keepalived/keepalived.conf");
    const at = rangeOf(document, "virtual_router_id").start.translate(0, 3);
    const text = await hoverText(document, at);
    match(text, /virtual_router_id/);
    // The range of values is the one thing that every text about this keyword must say.
    match(text, /255/);
  });

  it("says nothing in empty space", async () => {
    const { document } = await open("cluster/keepalived/keepalived.conf");
    const line = rangeOf(document, "global_defs").start.line - 1;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new vscode.Position(line, 0),
    );
    equal(hovers.length, 0);
  });
});

describe("completion", () => {
  afterEach(revertAll);

  it("offers the keywords of the block and not those of others", async () => {
    const editor = await open("cluster/keepalived/keepalived.conf");
    await lineAfter(editor, "advert_int 1", "    ");
    const labels = await offered(editor);
    ok(labels.includes("nopreempt"), `nopreempt among ${labels.slice(0, 20)}…`);
    ok(!labels.includes("lb_algo"), "no keyword of virtual_server");
  });

  it("offers the names that may be referred to, also from an included file", async () => {
    const editor = await open("cluster/keepalived/keepalived.conf");
    await lineAfter(editor, "track_script {", "        ");
    const labels = await offered(editor);
    ok(labels.includes("chk_web"), `chk_web among ${labels}`);
  });

  it("inserts what is accepted in the suggestion list", async () => {
    const editor = await open("typo/keepalived/keepalived.conf");
    await diagnostic(editor.document, "keepalived/unknown-keyword");
    const wrong = rangeOf(editor.document, "virtual_router_idd");
    await editor.edit((edit) => edit.replace(wrong, "virtual_router"));
    const end = wrong.start.translate(0, "virtual_router".length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    // Accepting does nothing until the list is there.
    await eventually(
      "the accepted suggestion",
      async () => {
        await vscode.commands.executeCommand("acceptSelectedSuggestion");
        return /^ {4}virtual_router_id\b.* 51$/m.test(editor.document.getText());
      },
      () => editor.document.lineAt(end.line).text,
    );
    await noDiagnostic(editor.document, "keepalived/unknown-keyword");
  });
});

/** The labels that completion offers at the cursor. */
async function offered(editor: vscode.TextEditor): Promise<readonly string[]> {
  return (await completions(editor)).map(labelOf);
}

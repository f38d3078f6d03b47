// Finding the way: definitions, names across files, the outline, and the colours that show what a word is.

import * as vscode from "vscode";
import { equal, match, ok } from "./assert.ts";
import { eventually, fixture, open, rangeOf, revertAll } from "./editor.ts";

const main = "cluster/keepalived/keepalived.conf";
const included = "cluster/keepalived/conf.d/checks.conf";

describe("navigation", () => {
  afterEach(revertAll);

  it("goes to a definition in an included file", async () => {
    const { document } = await open(main);
    const found = await eventually("a definition", async () => {
      const answers = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        rangeOf(document, "chk_web").start,
      );
      return answers[0];
    });
    const [uri, range] = "targetUri" in found ? [found.targetUri, found.targetRange] : [found.uri, found.range];
    equal(uri.path, fixture(included).path);
    equal(range.start.line, 0);
  });

  it("finds the references of a name in both files", async () => {
    const { document } = await open(main);
    const found = await eventually("two references", async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        "vscode.executeReferenceProvider",
        document.uri,
        rangeOf(document, "chk_web").start,
      );
      return locations.length >= 2 && locations;
    });
    // Not more: a file known by two spellings of its address would be listed twice.
    equal(found.length, 2);
    equal(new Set(found.map(({ uri }) => uri.path)).size, 2);
  });

  it("renames a name in both files", async () => {
    const { document } = await open(main);
    const edit = await eventually("the edits of a rename", async () => {
      const answer = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        rangeOf(document, "chk_web").start,
        "check_site",
      );
      return answer.size > 0 && answer;
    });
    equal(edit.size, 2);
    ok(await vscode.workspace.applyEdit(edit), "VS Code accepts the edits");
    const other = await vscode.workspace.openTextDocument(fixture(included));
    match(other.getText(), /^vrrp_script check_site \{$/m);
    match(document.getText(), /^ {8}check_site$/m);
    ok(!/chk_web/.test(document.getText() + other.getText()), "the former name is gone");
  });

  it("lists the blocks of a file in the outline", async () => {
    const { document } = await open(main);
    const symbols = await eventually("document symbols", async () => {
      const answer = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      return answer !== undefined && answer.length > 0 && answer;
    });
    const instance = symbols.find(({ name, detail }) => /VI_2/.test(`${name} ${detail}`));
    ok(instance, `VI_2 among ${JSON.stringify(symbols.map(({ name }) => name))}`);
    ok(instance.range.contains(rangeOf(document, "192.0.2.20/24")), "the symbol spans its whole block");
    equal(document.getText(instance.selectionRange).includes("VI_2"), true);
  });

  it("colours words by meaning", async () => {
    const { document } = await open(main);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const tokens = await eventually("semantic tokens", async () => {
      const answer = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        "vscode.provideDocumentRangeSemanticTokens",
        document.uri,
        whole,
      );
      return answer !== undefined && answer.data.length > 0 && answer;
    });
    // Five numbers make one token.
    equal(tokens.data.length % 5, 0);
    ok(tokens.data.length / 5 > 10, "more than ten tokens");
  });
});

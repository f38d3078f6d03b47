// The client itself: which files it takes for ours, and that a restart of the server leaves nothing behind.

import * as vscode from "vscode";
import { equal } from "./assert.ts";
import { diagnostic, open, revertAll } from "./editor.ts";

describe("the extension", () => {
  afterEach(revertAll);

  it("takes included files for the language by their folder", async () => {
    const { document } = await open("cluster/keepalived/conf.d/checks.conf");
    equal(document.languageId, "keepalived");
  });

  it("takes a file without a telling name for the language by its first line", async () => {
    const { document } = await open("other/first-line");
    equal(document.languageId, "keepalived");
  });

  it("answers again after the server was restarted", async () => {
    const { document } = await open("typo/keepalived/keepalived.conf");
    await diagnostic(document, "keepalived/unknown-keyword");
    await vscode.commands.executeCommand("haConfig.restartServer");
    await diagnostic(document, "keepalived/unknown-keyword");
    const all = vscode.languages.getDiagnostics(document.uri);
    const marks = all.filter(({ range }) => document.getText(range) === "virtual_router_idd");
    equal(marks.length, 1);
  });
});

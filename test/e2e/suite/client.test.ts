// The client itself: which files it takes for ours, and that a restart of the server leaves nothing behind.

import * as vscode from "vscode";
import { equal } from "./assert.ts";
import { diagnostic, eventually, open, revertAll } from "./editor.ts";

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

  it("takes a file that the keepalived.conf above it includes for the language", async () => {
    // Opened first, so that it is looked at before the other one is.
    const unrelated = [await open("other/app.conf"), await open("lb1/app.conf")];
    const { document } = await open("lb1/conf.d/web.conf");
    await becomesOurs(document);
    for (const editor of unrelated) {
      equal(editor.document.languageId, "properties");
    }
  });

  it("leaves an included file the language that the person gives it", async () => {
    const { document } = await open("lb1/conf.d/web.conf");
    await becomesOurs(document);
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    // By the time this one is recognized, the other would have been again.
    await becomesOurs((await open("lb1/conf.d/mail.conf")).document);
    equal(document.languageId, "plaintext");
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

async function becomesOurs(document: vscode.TextDocument): Promise<void> {
  const language = (): string => document.languageId;
  await eventually(`${document.uri.path} to be ours`, () => language() === "keepalived", language);
}

// Two nodes as a person sees them: a mistake in one file is told in the other, mended from there, and all that was made
// of the files is shown as one text.

import * as vscode from "vscode";
import { equal, match, ok } from "./assert.ts";
import {
  codeOf,
  diagnostic,
  eventually,
  fixture,
  noDiagnostic,
  open,
  quickFix,
  rangeOf,
  replace,
  revertAll,
} from "./editor.ts";

const left = "pair/left/keepalived/keepalived.conf";
const right = "pair/right/keepalived/keepalived.conf";
const statements = "pair/.ha-config.json";
const mismatch = "stack/virtual-router-id-mismatch";

describe("two nodes", () => {
  afterEach(revertAll);

  it("tell in both files of a mistake in one of them, and no longer once it is mended", async () => {
    const { document: other } = await open(left);
    const editor = await open(right);
    await replace(editor, "virtual_router_id 61", "virtual_router_id 62");
    const found = await diagnostic(other, mismatch);
    equal(other.getText(found.range), "61");
    const [related] = found.relatedInformation ?? [];
    ok(related, "a place in the other file");
    equal(related.location.uri.path, editor.document.uri.path);
    equal(editor.document.getText(related.location.range), "62");
    await diagnostic(editor.document, mismatch);
    await replace(editor, "virtual_router_id 62", "virtual_router_id 61");
    await noDiagnostic(other, mismatch);
    await noDiagnostic(editor.document, mismatch);
  });

  it("are mended from the file of the other one, though its own is not open", async () => {
    const editor = await open(left);
    await replace(editor, "192.0.2.61/24", "192.0.2.61/24\n        192.0.2.62/24");
    await quickFix(editor.document, "stack/virtual-addresses-mismatch", /192\.0\.2\.62 on right/);
    const other = await vscode.workspace.openTextDocument(fixture(right));
    match(other.getText(), /^ {8}192\.0\.2\.61\/24\n {8}192\.0\.2\.62\/24$/m);
  });
});

describe("Show Hosts and Clusters", () => {
  afterEach(revertAll);

  it("names the hosts of a cluster, follows the edits and leads to the lines", async () => {
    const editor = await open(left);
    await vscode.commands.executeCommand("haConfig.showHosts");
    const document = await eventually("the text beside", () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "ha-config-hosts"),
    );
    const says = (what: RegExp) =>
      eventually(
        `${what}`,
        () => what.test(document.getText()),
        () => document.getText(),
      );
    await says(/Cluster left, right/);
    await says(/left: "WEB", priority 150/);
    await replace(editor, "priority 150", "\n    priority 177");
    await says(/left: "WEB", priority 177/);
    const link = await eventually("a link", async () => {
      const command = "vscode.executeLinkProvider";
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(command, document.uri, 100);
      return links.find(({ range }) => range.isEqual(rangeOf(document, "177")));
    });
    equal(link.target?.path, editor.document.uri.path);
    equal(link.target?.fragment, `L${rangeOf(editor.document, "177").start.line + 1},14`);
    // It lives on through a restart of the server, and goes on to follow.
    await vscode.commands.executeCommand("haConfig.restartServer");
    await replace(editor, "priority 177", "priority 178");
    await says(/left: "WEB", priority 178/);
  });
});

describe("a file that tells of a host", () => {
  afterEach(revertAll);

  it("counts as soon as it is there", async () => {
    await open(left);
    await vscode.commands.executeCommand("haConfig.showHosts");
    const text = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "ha-config-hosts")?.getText();
    await eventually("the hosts", () => /Host worker/.test(text() ?? ""), text);
    const interfaces = fixture("pair/worker/interfaces");
    try {
      const stanza = "auto eth0\niface eth0 inet static\n    address 192.0.2.9/24\n";
      await vscode.workspace.fs.writeFile(interfaces, new TextEncoder().encode(stanza));
      await eventually("its address", () => /has 192\.0\.2\.9 on eth0/.test(text() ?? ""), text);
    } finally {
      await vscode.workspace.fs.delete(interfaces);
    }
  });
});

describe(".ha-config.json", () => {
  afterEach(revertAll);

  it("is completed by its schema and checked for what no schema can say", async () => {
    const { document } = await open(statements);
    await diagnostic(document, "stack/ha-config");
    const labels = await eventually("completions", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        rangeOf(document, '"networks"').start,
      );
      const found = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return found.includes("clusters") && found;
    });
    ok(labels.includes("rules"), `rules among ${labels}`);
  });

  it("is underlined by its schema at once", async () => {
    const editor = await open(statements);
    await replace(editor, '"networks"', '"netwroks"');
    const all = () => vscode.languages.getDiagnostics(editor.document.uri);
    await eventually(
      "a word that the schema does not know",
      () =>
        all().some((one) => codeOf(one) !== "stack/ha-config" && /netwroks/.test(editor.document.getText(one.range))),
      all,
    );
  });
});

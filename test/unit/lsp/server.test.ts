/** The server over a connection in memory: what an editor sends and what it gets. */
import assert from "node:assert/strict";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import {
  UpgradeRequest,
  type UpgradeResult,
  VersionsRequest,
  type VersionsResult,
} from "../../../server/src/lsp/protocol.ts";
import { Session } from "../../kit/session.ts";

const uri = "file:///etc/keepalived/keepalived.conf";
const text = "vrrp_instance VI_1 {\n    state MASTER\n    virtual_router_idd 51\n}\n";

const codes = (params: PublishDiagnosticsParams) => params.diagnostics.map((one) => one.code);

describe("the language server", () => {
  it("looks at YAML files, and takes in those that an edit makes a configuration of kube-proxy", async () => {
    const session = new Session();
    await session.start();
    const yaml = "file:///etc/kubernetes/cluster.yaml";
    const change = (line: number, text: string) =>
      session.client.sendNotification("textDocument/didChange", {
        textDocument: { uri: yaml, version: 2 },
        contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text }],
      });
    await session.open(yaml, "color: blue\n", "yaml");
    await change(0, "mode: ipsv\n");
    await change(0, "kind: KubeProxyConfiguration\n");
    const made = await session.next();
    assert.equal(made.uri, yaml);
    assert.deepEqual(codes(made), ["kube-proxy/invalid-value", "kube-proxy/unknown-keyword"]);
    // Another editor's extension draws these files.
    const params = { textDocument: { uri: yaml } };
    assert.deepEqual(await session.client.sendRequest("textDocument/documentSymbol", params), []);
    assert.deepEqual(await session.client.sendRequest("textDocument/foldingRange", params), []);
    const options = { tabSize: 4, insertSpaces: true };
    assert.deepEqual(await session.client.sendRequest("textDocument/formatting", { ...params, options }), []);
    const tokens = await session.client.sendRequest<{ data: number[] }>("textDocument/semanticTokens/full", params);
    assert.deepEqual(tokens.data, []);
    await change(0, "# ");
    assert.deepEqual(codes(await session.next()), []);
  });

  it("publishes diagnostics when a file is opened, changed and closed", async () => {
    const session = new Session();
    await session.start();
    await session.open(uri, text);
    assert.ok(codes(await session.next()).includes("keepalived/unknown-keyword"));
    const range = { start: { line: 2, character: 21 }, end: { line: 2, character: 22 } };
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: "" }],
    });
    assert.ok(!codes(await session.next()).includes("keepalived/unknown-keyword"));
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    assert.deepEqual((await session.next()).diagnostics, []);
  });

  it("speaks the language of the editor, or the one that is set", async () => {
    for (const options of [{ locale: "zh-cn" }, { initializationOptions: { language: "zh-cn" } }]) {
      const session = new Session();
      await session.start(options);
      await session.open(uri, text);
      const { diagnostics } = await session.next();
      assert.match(diagnostics.map((one) => String(one.message)).join(), /未知关键字/);
    }
  });

  it("follows settings: versions and severities of rules", async () => {
    const session = new Session();
    await session.start();
    await session.open(uri, "global_defs {\n    json_version 2\n    nonsense\n}\n");
    assert.deepEqual(codes(await session.next()), ["keepalived/unknown-keyword"]);
    const settings = {
      haConfig: { keepalived: { version: "2.2.7" }, rules: { "keepalived/unknown-keyword": "hint" } },
    };
    await session.client.sendNotification("workspace/didChangeConfiguration", { settings });
    const { diagnostics } = await session.next();
    assert.deepEqual(
      diagnostics.map((one) => [one.code, one.severity]),
      [
        ["keepalived/too-new", 1],
        ["keepalived/unknown-keyword", 4],
      ],
    );
  });

  it("offers quick fixes for the problem at the cursor, and one edit for all safe ones", async () => {
    const session = new Session();
    await session.start();
    await session.open(uri, text);
    await session.next();
    const range = { start: { line: 2, character: 6 }, end: { line: 2, character: 6 } };
    const request = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const actions = await session.client.sendRequest<{ title: string; isPreferred: boolean }[]>(
      "textDocument/codeAction",
      request,
    );
    assert.ok(actions.some((action) => action.title.includes("virtual_router_id") && action.isPreferred));
  });

  it("answers every other request about a file", async () => {
    const session = new Session();
    const { capabilities } = await session.start();
    assert.ok(capabilities.semanticTokensProvider);
    await session.open(uri, text);
    const textDocument = { uri };
    const position = { line: 0, character: 16 };
    const ask = <T>(method: string, more: object = {}) =>
      session.client.sendRequest<T>(`textDocument/${method}`, { textDocument, position, ...more });
    assert.ok(await ask("hover"));
    assert.ok((await ask<unknown[]>("completion", { position: { line: 1, character: 10 } })).length > 0);
    assert.equal((await ask<unknown[]>("definition")).length, 1);
    assert.equal((await ask<unknown[]>("references", { context: { includeDeclaration: true } })).length, 1);
    assert.ok(await ask("prepareRename"));
    assert.ok(await ask("rename", { newName: "VI_2" }));
    assert.equal((await ask<unknown[]>("documentSymbol")).length, 1);
    assert.equal((await ask<unknown[]>("foldingRange")).length, 1);
    assert.deepEqual(await ask("documentLink"), []);
    const full = await ask<{ resultId: string; data: number[] }>("semanticTokens/full");
    assert.ok(full.data.length > 0);
    const delta = await ask<{ edits: unknown[] }>("semanticTokens/full/delta", { previousResultId: full.resultId });
    assert.deepEqual(delta.edits, []);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    assert.equal((await ask<{ data: number[] }>("semanticTokens/range", { range })).data.length, 10);
  });

  it("answers with nothing for a file that it does not know", async () => {
    const session = new Session();
    await session.start();
    const textDocument = { uri: "file:///nowhere" };
    const position = { line: 0, character: 0 };
    for (const method of ["hover", "prepareRename"]) {
      assert.equal(await session.client.sendRequest(`textDocument/${method}`, { textDocument, position }), null);
    }
    assert.deepEqual(await session.client.sendRequest("textDocument/documentSymbol", { textDocument }), []);
  });

  it("tells what another version of the daemon makes of a file, and how it can be mended", async () => {
    const session = new Session();
    await session.start();
    const proxy = "file:///etc/haproxy/haproxy.cfg";
    const textDocument = {
      uri: proxy,
      languageId: "haproxy",
      version: 1,
      text: "global\n    master-worker\n    no-quic\n",
    };
    await session.client.sendNotification("textDocument/didOpen", { textDocument });
    const before = await session.next();
    const versions = await session.client.sendRequest<VersionsResult>(VersionsRequest.method, { uri: proxy });
    assert.deepEqual([versions?.title, versions?.current], ["HAProxy", "3.4"]);
    assert.deepEqual(versions?.known.at(-1), { version: "3.5", longTerm: false });
    const params = { uri: proxy, version: "3.5" };
    const { files } = await session.client.sendRequest<UpgradeResult>(UpgradeRequest.method, params);
    assert.deepEqual(
      files.map((file) => file.uri),
      [proxy],
    );
    const [found, ...others] = files[0]?.diagnostics ?? [];
    // That QUIC's switch is gone holds today already.
    assert.deepEqual(others, []);
    const { code, source, severity } = found?.diagnostic ?? {};
    assert.deepEqual([code, source, severity], ["haproxy/removed-keyword", "ha-config → 3.5", 1]);
    assert.deepEqual(
      found?.fixes[0]?.edit?.changes?.[proxy]?.map((edit) => edit.newText),
      [""],
    );
    // The version that is set still counts for everything else.
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: proxy, version: 2 },
      contentChanges: [{ text: textDocument.text }],
    });
    assert.deepEqual(codes(await session.next()), codes(before));
    assert.equal(await session.client.sendRequest(VersionsRequest.method, { uri: "file:///nowhere" }), null);
  });
});

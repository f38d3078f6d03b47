/** What belongs to a configuration, as code actions: where, for whom, and as which edit. */
import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-types";
import { keepalivedConf } from "../../kit/estate.ts";
import { Session } from "../../kit/session.ts";

const uri = "file:///work/lb1/keepalived.conf";
const text = keepalivedConf({ priority: "150" });
const folders = { workspaceFolders: [{ uri: "file:///work", name: "work" }] };
const able = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } };

async function actionsAt(line: number, options: object, context: object = {}): Promise<readonly CodeAction[]> {
  const session = new Session();
  await session.start({ ...folders, ...options });
  await session.open(uri, text);
  await session.next();
  const position = { line, character: 8 };
  return session.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...context },
  });
}

describe("companions in an editor", () => {
  it("are offered on the line of the instance, as edits that create files", async () => {
    const actions = await actionsAt(0, { capabilities: able });
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind]),
      [
        ['Create the backup node from this file: "lb2/keepalived.conf"', "refactor.rewrite"],
        ['Create "lb1/nftables.d/vrrp.nft", which lets VRRP in', "refactor.rewrite"],
      ],
    );
    const origin = { line: 0, character: 0 };
    const target = "file:///work/lb2/keepalived.conf";
    assert.deepEqual(actions[0]?.edit, {
      documentChanges: [
        { kind: "create", uri: target },
        {
          textDocument: { uri: target, version: null },
          edits: [{ range: { start: origin, end: origin }, newText: keepalivedConf({ priority: "140" }) }],
        },
      ],
    });
  });

  it("speak the reader's language, in titles and in files", async () => {
    const actions = await actionsAt(0, { capabilities: able, locale: "zh-cn" });
    assert.equal(actions[1]?.title, '创建"lb1/nftables.d/vrrp.nft"，放行 VRRP');
    assert.match(JSON.stringify(actions[1]?.edit), /VI_1 的 VRRP 通告/);
  });

  it("are not offered elsewhere, nor to clients that write no files, nor where others are asked for", async () => {
    assert.deepEqual(await actionsAt(5, { capabilities: able }), []);
    assert.deepEqual(await actionsAt(0, {}), []);
    assert.deepEqual(await actionsAt(0, { capabilities: able }, { only: ["quickfix"] }), []);
    assert.equal((await actionsAt(0, { capabilities: able }, { only: ["refactor"] })).length, 2);
  });

  it("write nothing outside of the workspace", async () => {
    const workspaceFolders = [{ uri: "file:///work/lb1", name: "lb1" }];
    const actions = await actionsAt(0, { capabilities: able, workspaceFolders });
    assert.match(actions[0]?.title ?? "", /"lb1\/keepalived-backup\.conf"$/);
  });
});

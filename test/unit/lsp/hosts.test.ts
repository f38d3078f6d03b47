/** What one node's file does to the diagnostics of another's, over the protocol. */
import assert from "node:assert/strict";
import { HostsChangedNotification, HostsRequest, type HostsResult } from "../../../server/src/lsp/protocol.ts";
import { keepalivedConf } from "../../kit/estate.ts";
import { Session } from "../../kit/session.ts";

const [one, two] = ["lb1", "lb2"].map((host) => `file:///work/${host}/keepalived.conf`) as [string, string];

describe("the language server, with two nodes", () => {
  it("says in both files what they contradict, and takes it back in both", async () => {
    const session = new Session();
    await session.start();
    await session.open(one, keepalivedConf({ priority: "150" }));
    assert.deepEqual((await session.next()).diagnostics, []);
    await session.open(two, keepalivedConf({ id: "52" }));
    const wrong = [await session.next(), await session.next()];
    assert.deepEqual(wrong.map(({ uri }) => uri).sort(), [one, two]);
    for (const { diagnostics, uri } of wrong) {
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ["stack/virtual-router-id-mismatch"],
      );
      const [related] = diagnostics[0]?.relatedInformation ?? [];
      assert.equal(related?.location.uri, uri === one ? two : one);
    }
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: two, version: 2 },
      contentChanges: [{ text: keepalivedConf() }],
    });
    const right = [await session.next(), await session.next()];
    assert.deepEqual(right.map(({ uri }) => uri).sort(), [one, two]);
    assert.deepEqual(
      right.flatMap(({ diagnostics }) => diagnostics),
      [],
    );
  });

  it("tells of the hosts and clusters, and why", async () => {
    const session = new Session();
    await session.start();
    await session.open(one, keepalivedConf());
    await session.open(two, keepalivedConf());
    const { text } = await session.client.sendRequest<HostsResult>(HostsRequest.method, {});
    assert.match(text, /Cluster lb1, lb2/);
    assert.match(text, /together because\n +both hold 192\.0\.2\.10/);
  });

  it("leads from the words of that text to the lines of the files", async () => {
    const session = new Session();
    await session.start({ workspaceFolders: [{ uri: "file:///work", name: "work" }] });
    await session.open(one, keepalivedConf({ priority: "150" }));
    await session.open(two, keepalivedConf());
    const { text, marks } = await session.client.sendRequest<HostsResult>(HostsRequest.method, {});
    const lines = text.split("\n");
    const led = marks.map(({ line, start, end, target }) => [lines[line]?.slice(start, end), target] as const);
    assert.deepEqual(led.find(([words]) => words === "lb2/keepalived.conf")?.[1], { uri: two });
    const priority = led.find(([words]) => words === "150")?.[1];
    assert.equal(priority?.uri, one);
    const line = keepalivedConf({ priority: "150" }).split("\n")[priority?.range?.start.line ?? 0] ?? "";
    assert.equal(line.slice(priority?.range?.start.character, priority?.range?.end.character), "150");
  });

  it("says when that text changes, once, and only to who has asked", async () => {
    const session = new Session();
    let told = 0;
    const arrived = new Promise<void>((resolve) => {
      session.client.onNotification(HostsChangedNotification.method, () => {
        told++;
        resolve();
      });
    });
    await session.start();
    await session.open(one, keepalivedConf());
    await session.client.sendRequest(HostsRequest.method, {});
    const edit = (version: number, text: string) =>
      session.client.sendNotification("textDocument/didChange", {
        textDocument: { uri: one, version },
        contentChanges: [{ text }],
      });
    await edit(2, `${keepalivedConf()}\n`);
    await edit(3, keepalivedConf({ priority: "77" }));
    await edit(4, keepalivedConf({ priority: "78" }));
    await arrived;
    const { text } = await session.client.sendRequest<HostsResult>(HostsRequest.method, {});
    assert.match(text, /priority 78/);
    assert.equal(told, 1);
  });

  it("reads .ha-config.json and says what is wrong in it", async () => {
    const stated = "file:///work/.ha-config.json";
    const session = new Session(
      new Map([[stated, '{ "host": {}, "rules": { "stack/virtual-router-id-mismatch": "off" } }']]),
    );
    await session.start({ workspaceFolders: [{ uri: "file:///work", name: "work" }] });
    const told = await session.next();
    assert.equal(told.uri, stated);
    assert.deepEqual(
      told.diagnostics.map(({ code }) => code),
      ["stack/ha-config"],
    );
    await session.open(one, keepalivedConf());
    assert.deepEqual((await session.next()).diagnostics, []);
    await session.open(two, keepalivedConf({ id: "52" }));
    assert.deepEqual((await session.next()).diagnostics, []);
  });
});

/** The graph of the topology preview over the protocol, and word of its changes. */
import assert from "node:assert/strict";
import { TopologyChangedNotification, TopologyRequest, type TopologyResult } from "../../../server/src/lsp/protocol.ts";
import { keepalivedConf } from "../../kit/estate.ts";
import { Session } from "../../kit/session.ts";

const [one, two] = ["lb1", "lb2"].map((host) => `file:///work/${host}/keepalived.conf`) as [string, string];

describe("the language server, with the topology", () => {
  it("tells the graph of all hosts, and of those that have to do with a file", async () => {
    const session = new Session();
    await session.start();
    await session.open(one, keepalivedConf({ priority: "150" }));
    await session.open(two, keepalivedConf());
    await session.open(
      "file:///work/other/keepalived.conf",
      keepalivedConf({ id: "9", address: "192.0.2.99", name: "X" }),
    );
    const ask = async (params: object) =>
      (await session.client.sendRequest<TopologyResult>(TopologyRequest.method, params)).graph;
    const hosts = (graph: TopologyResult["graph"]) =>
      graph.nodes.flatMap((node) => (node.kind === "host" ? [node.name] : []));
    assert.deepEqual(hosts(await ask({})), ["lb1", "lb2", "other"]);
    assert.deepEqual(hosts(await ask({ uri: two })), ["lb1", "lb2"]);
    const graph = await ask({});
    const active = graph.edges.filter(
      (edge) => edge.kind === "hold" && edge.isActive && edge.from.endsWith("192.0.2.10"),
    );
    assert.deepEqual(
      active.map(({ to }) => to),
      ["instance lb1 VI_1"],
    );
  });

  it("speaks the language of the settings", async () => {
    const session = new Session();
    await session.start({ locale: "zh-cn" });
    await session.open(one, keepalivedConf());
    await session.open(two, keepalivedConf({ id: "52" }));
    const { graph } = await session.client.sendRequest<TopologyResult>(TopologyRequest.method, {});
    assert.match(graph.nodes.flatMap(({ messages }) => messages).join(), /\p{Script=Han}/u);
  });

  it("says when the graph changes, once, and only to who has asked", async () => {
    const session = new Session();
    let told = 0;
    const arrived = new Promise<void>((resolve) => {
      session.client.onNotification(TopologyChangedNotification.method, () => {
        told++;
        resolve();
      });
    });
    await session.start();
    await session.open(one, keepalivedConf());
    const edit = (version: number, text: string) =>
      session.client.sendNotification("textDocument/didChange", {
        textDocument: { uri: one, version },
        contentChanges: [{ text }],
      });
    await edit(2, keepalivedConf({ priority: "60" }));
    await session.client.sendRequest(TopologyRequest.method, {});
    assert.equal(told, 0);
    await edit(3, `${keepalivedConf({ priority: "60" })}\n`);
    await edit(4, keepalivedConf({ priority: "77" }));
    await edit(5, keepalivedConf({ priority: "78" }));
    await arrived;
    const { graph } = await session.client.sendRequest<TopologyResult>(TopologyRequest.method, {});
    const [priority] = graph.nodes.flatMap((node) =>
      node.kind === "host" ? node.rows.flatMap((row) => (row.kind === "instance" ? [row.priority] : [])) : [],
    );
    assert.equal(priority, 78);
    assert.equal(told, 1);
  });

  it("says that lines have moved, for a click on a node leads to them", async () => {
    const session = new Session();
    const arrived = new Promise<void>((resolve) => {
      session.client.onNotification(TopologyChangedNotification.method, () => resolve());
    });
    await session.start();
    await session.open(one, keepalivedConf());
    await session.client.sendRequest(TopologyRequest.method, {});
    const start = { line: 0, character: 0 };
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: one, version: 2 },
      contentChanges: [{ range: { start, end: start }, text: "# first\n" }],
    });
    await arrived;
    const { graph } = await session.client.sendRequest<TopologyResult>(TopologyRequest.method, {});
    const [address] = graph.nodes.filter(({ kind }) => kind === "address");
    const line = keepalivedConf()
      .split("\n")
      .findIndex((text) => text.includes("192.0.2.10"));
    assert.equal(address?.sources[0]?.start.line, line + 1);
  });
});

/** The requests of the failover simulator over the protocol. */
import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-languageserver/node";
import {
  type QuestionsParams,
  QuestionsRequest,
  type QuestionsResult,
  type SimulateParams,
  SimulateRequest,
  type SimulateResult,
} from "../../../server/src/lsp/protocol.ts";
import { keepalivedConf } from "../../kit/estate.ts";
import { Session } from "../../kit/session.ts";

const uriOf = (path: string) => `file:///work/${path}`;
const [one, two] = ["lb1", "lb2"].map((host) => uriOf(`${host}/keepalived.conf`)) as [string, string];

/** A session in which these files are open. */
async function opened(files: Readonly<Record<string, string>>, onDisk: Readonly<Record<string, string>> = {}) {
  const session = new Session(new Map(Object.entries(onDisk)));
  await session.start({ workspaceFolders: [{ uri: "file:///work", name: "work" }] });
  for (const [uri, text] of Object.entries(files)) await session.open(uri, text);
  return session;
}

const pair = { [one]: keepalivedConf({ priority: "150" }), [two]: keepalivedConf() };

async function simulated(session: Session, params: SimulateParams) {
  const result = await session.client.sendRequest<SimulateResult>(SimulateRequest.method, params);
  assert.ok(!("error" in result), JSON.stringify(result));
  return result;
}

describe("the language server's simulator", () => {
  it("tells who holds an address when, and why, with lines", async () => {
    const session = await opened(pair);
    const { version, virtualAddresses, instances, explanations, races, until } = await simulated(session, {
      uri: one,
      events: ["10s power-off lb1"],
    });
    assert.equal(version, 1);
    assert.deepEqual(
      virtualAddresses.map(({ address, candidates, holders }) => [
        address,
        candidates,
        holders.map(({ hosts }) => hosts),
      ]),
      [["192.0.2.10", ["lb1", "lb2"], [[], ["lb1"], [], ["lb2"]]]],
    );
    assert.deepEqual(
      instances.map(({ host, name, virtualRouterId, states }) => [host, name, virtualRouterId, states.at(-1)?.state]),
      [
        ["lb1", "VI_1", 51, "INIT"],
        ["lb2", "VI_1", 51, "MASTER"],
      ],
    );
    const takeover = explanations.find(({ t, host }) => t > 10_000 && host === "lb2");
    assert.match(takeover?.text ?? "", /takes over with priority 100/);
    assert.deepEqual(takeover?.because[0]?.uri, two);
    assert.equal(takeover?.because[0]?.range.start.line, 3);
    assert.deepEqual(races, []);
    assert.ok(until > 10_000);
  });

  it("follows an edit", async () => {
    const session = await opened(pair);
    const holders = async () => (await simulated(session, { events: [] })).virtualAddresses[0]?.holders.at(-1)?.hosts;
    assert.deepEqual(await holders(), ["lb1"]);
    assert.deepEqual(await holders(), ["lb1"]);
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: two, version: 2 },
      contentChanges: [{ text: keepalivedConf({ priority: "200" }) }],
    });
    assert.deepEqual(await holders(), ["lb2"]);
  });

  it("ends when it is told to", async () => {
    const session = await opened(pair);
    const { until, virtualAddresses } = await simulated(session, { events: [], until: 1000 });
    assert.equal(until, 1000);
    assert.deepEqual(virtualAddresses[0]?.holders, [{ t: 0, hosts: [] }]);
  });

  it("says what it does not understand", async () => {
    const session = await opened(pair);
    const result = await session.client.sendRequest(SimulateRequest.method, { events: ["1s power-off lb3"] });
    assert.deepEqual(result, { error: '"1s power-off lb3": There is no host "lb3"; there are lb1, lb2' });
  });

  it("answers for the cluster of a file, or for all", async () => {
    const [three, four] = ["lb3", "lb4"].map((host) => uriOf(`${host}/keepalived.conf`)) as [string, string];
    const other = { id: "60", address: "192.0.2.60/24", name: "OTHER" };
    const session = await opened({
      ...pair,
      [three]: keepalivedConf({ ...other, priority: "150" }),
      [four]: keepalivedConf(other),
    });
    const addresses = async (params: SimulateParams) =>
      (await simulated(session, params)).virtualAddresses.map(({ address }) => address);
    assert.deepEqual(await addresses({ uri: three, events: [] }), ["192.0.2.60"]);
    assert.deepEqual(await addresses({ events: [] }), ["192.0.2.10", "192.0.2.60"]);
    assert.deepEqual(await addresses({ uri: uriOf("nowhere.conf"), events: [] }), []);
  });

  it("reads the file of a reload from the workspace, beside the host's file or by its URI", async () => {
    const session = await opened(pair, { [uriOf("lb1/other.txt")]: keepalivedConf({ priority: "90" }) });
    for (const file of ["other.txt", uriOf("lb1/other.txt"), "lb1/other.txt"]) {
      const { virtualAddresses, explanations } = await simulated(session, { events: [`10s reload lb1 ${file}`] });
      assert.deepEqual(virtualAddresses[0]?.holders.at(-1)?.hosts, ["lb2"]);
      const places = explanations.flatMap(({ because }) => because);
      assert.ok(places.some(({ uri, range }) => uri === uriOf("lb1/other.txt") && range.start.line === 3));
    }
    const missing = await session.client.sendRequest(SimulateRequest.method, { events: ["1s reload lb1 none.conf"] });
    assert.deepEqual(missing, { error: '"1s reload lb1 none.conf": "none.conf" cannot be read' });
  });

  it("calls hosts by their ids where names are not enough", async () => {
    const uris = ["a/lb1", "a/lb2", "b/lb1", "b/lb2"].map((host) => uriOf(`${host}/keepalived.conf`));
    const session = await opened(
      Object.fromEntries(uris.map((uri, at) => [uri, keepalivedConf({ priority: at % 2 === 0 ? "150" : "100" })])),
    );
    const { instances } = await simulated(session, { events: [] });
    const words = instances.map(({ host }) => host);
    assert.deepEqual(words, ["a/lb1", "a/lb2", "b/lb1", "b/lb2"].map(uriOf));
    const { virtualAddresses } = await simulated(session, { events: [`10s power-off ${words[2]}`] });
    assert.deepEqual(
      virtualAddresses.map(({ holders }) => holders.at(-1)?.hosts),
      [[words[0]], [words[3]]],
    );
    const result = await session.client.sendRequest<{ error: string }>(SimulateRequest.method, {
      events: ["10s power-off lb1"],
    });
    assert.equal(
      result.error,
      '"10s power-off lb1": Several hosts are called "lb1": file:///work/a/lb1, file:///work/b/lb1',
    );
  });

  it("asks and answers what everybody asks, so that the answer can be simulated again", async () => {
    const session = await opened(pair);
    const params: QuestionsParams = { uri: one };
    const { answers, left } = await session.client.sendRequest<QuestionsResult>(QuestionsRequest.method, params);
    assert.equal(left, undefined);
    const lost = answers.find(({ title }) => title === "lb1 loses power");
    assert.equal(lost?.verdict, "fine");
    assert.match(lost?.text ?? "", /^lb2 after 3\.\d+ s$/);
    assert.deepEqual(lost?.outcomes[0]?.before, ["lb1"]);
    for (const { events, outcomes } of answers) {
      const { virtualAddresses } = await simulated(session, { events });
      assert.deepEqual(
        virtualAddresses.map(({ holders }) => holders.at(-1)?.hosts),
        outcomes.map(({ after }) => after),
      );
    }
  });

  const many = Object.fromEntries(
    Array.from({ length: 22 }, (_, at) => [
      uriOf(`pair${at >> 1}/lb${at % 2}/keepalived.conf`),
      keepalivedConf({ id: String(1 + (at >> 1)), priority: String(100 + (at % 2)), address: `192.0.2.${at >> 1}/24` }),
    ]),
  );

  it("answers no questions about a large workspace as a whole, and says so", async () => {
    const session = await opened(many);
    const all = await session.client.sendRequest<QuestionsResult>(QuestionsRequest.method, {});
    assert.deepEqual(all.answers, []);
    assert.match(all.left ?? "", /^The workspace has 22 hosts with VRRP/);
    const [uri = ""] = Object.keys(many);
    const some = await session.client.sendRequest<QuestionsResult>(QuestionsRequest.method, { uri });
    assert.ok(some.answers.length > 0);
  });

  it("stops answering questions when it is told to, and serves others meanwhile", async () => {
    const session = await opened(pair);
    const source = new CancellationTokenSource();
    const questions = session.client.sendRequest<QuestionsResult>(QuestionsRequest.method, { uri: one }, source.token);
    const between = await simulated(session, { events: [] });
    assert.equal(between.version, 1);
    source.cancel();
    await assert.rejects(questions, /cancelled/);
  });
});

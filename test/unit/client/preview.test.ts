// The panel of the topology without VS Code: which messages are taken, what is answered, and what its page may load.

import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { converse, type Outside } from "../../../client/src/preview/conversation.ts";
import { makeNonce, pageHtml } from "../../../client/src/preview/html.ts";
import { latest } from "../../../client/src/preview/latest.ts";
import {
  isFromWebview,
  isToWebview,
  type TimelineReport,
  type ToWebview,
} from "../../../client/src/preview/messages.ts";
import type { Graph } from "../../../server/src/core/topology/graph.ts";

const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } };
const problems = { error: 0, warning: 0, information: 0 };
const file = "file:///lb1/keepalived.conf";
const graph: Graph = {
  nodes: [
    {
      kind: "host",
      id: "lb1",
      name: "lb1",
      eventName: "lb1",
      files: [file],
      cluster: "",
      sources: [{ uri: file, ...range }],
      problems,
      messages: [],
      rows: [],
    },
  ],
  edges: [],
  clusters: [],
  problems,
  daemons: [],
};
const report: TimelineReport = {
  version: 1,
  virtualAddresses: [],
  instances: [],
  explanations: [],
  races: [],
  until: 0,
};

/** A server and a VS Code that answer at once, and note what is asked of them. */
function stage(changes: Partial<Outside> = {}) {
  const said: ToWebview[] = [];
  const done: string[] = [];
  const conversation = converse({
    post: (message) => void said.push(message),
    locale: () => "en",
    serverState: () => "running",
    cursor: () => ({ uri: file, line: 7 }),
    folderNames: () => ({}),
    graph: async () => graph,
    simulate: async ({ events }) => {
      done.push(`simulate ${events.join(", ")}`);
      return report;
    },
    questions: async () => ({ answers: [] }),
    canonical: (uri) => uri.toLowerCase(),
    reveal: async (uri, { start }) => void done.push(`reveal ${uri} ${start.line}`),
    save: async ({ format, name, data }) => {
      done.push(`save ${format} ${name} ${data}`);
      return `${name}.${format}`;
    },
    ...changes,
  });
  return { conversation, said, done, kinds: () => said.map(({ kind }) => kind) };
}

/** Lets all that waits for nothing but promises come to its end. */
const quiet = () => new Promise((resolve) => setImmediate(resolve));

describe("messages of the topology's page", () => {
  it("are taken when they hold what they must", () => {
    const good = [
      { kind: "ready" },
      { kind: "simulate", request: 1, events: ["2s power-off lb1"] },
      { kind: "simulate", request: 1, events: [], until: 9000, uri: file },
      { kind: "ask" },
      { kind: "ask", uri: file },
      { kind: "reveal", uri: file, range },
      { kind: "save", format: "png", name: "web", data: "aGE=" },
    ];
    for (const message of good) assert.ok(isFromWebview(message), JSON.stringify(message));
  });

  it("are refused otherwise", () => {
    const bad = [
      undefined,
      null,
      "ready",
      [],
      {},
      { kind: "toString" },
      { kind: "__proto__" },
      { kind: ["ready"] },
      { kind: "simulate", request: "1", events: [] },
      { kind: "simulate", request: 1, events: [2] },
      { kind: "simulate", request: 1, events: "power-off" },
      { kind: "simulate", request: 1, events: [], until: Number.NaN },
      { kind: "ask", uri: 1 },
      { kind: "reveal", uri: file },
      { kind: "reveal", uri: file, range: { start: range.start } },
      { kind: "reveal", uri: file, range: { start: { line: -1, character: 0 }, end: range.end } },
      { kind: "save", format: "exe", name: "a", data: "" },
      { kind: "graph", graph, locale: "en", folderNames: {} },
    ];
    for (const message of bad) assert.ok(!isFromWebview(message), JSON.stringify(message));
  });

  it("of the panel are checked as well", () => {
    assert.ok(isToWebview({ kind: "graph", graph, locale: "zh-cn", folderNames: {} }));
    assert.ok(isToWebview({ kind: "timeline", request: 1, report }));
    assert.ok(isToWebview({ kind: "cursor", uri: null, line: 0 }));
    assert.ok(!isToWebview({ kind: "graph", graph: { nodes: [] }, locale: "en", folderNames: {} }));
    assert.ok(!isToWebview({ kind: "graph", graph, locale: "fr", folderNames: {} }));
    assert.ok(!isToWebview({ kind: "timeline", request: 1, report: null }));
    assert.ok(!isToWebview({ kind: "ready" }));
  });

  it("are judged whatever they are", () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        assert.equal(typeof isFromWebview(message), "boolean");
        assert.equal(typeof isToWebview(message), "boolean");
      }),
    );
  });
});

describe("the conversation with the topology's page", () => {
  it("begins with the server, the picture and the cursor", async () => {
    const { conversation, said, kinds } = stage();
    conversation.hear({ kind: "ready" });
    await quiet();
    assert.deepEqual(kinds(), ["server", "graph", "cursor"]);
    assert.deepEqual(said.at(-1), { kind: "cursor", uri: file, line: 7 });
    assert.ok(said.every(isToWebview));
  });

  it("asks once more, and not more often, when much changes while an answer is made", async () => {
    let asked = 0;
    let answer: (graph: Graph) => void = () => {};
    const { conversation, kinds } = stage({
      graph: () => {
        asked++;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    for (let i = 0; i < 5; i++) conversation.graphChanged();
    assert.equal(asked, 1);
    answer(graph);
    await quiet();
    assert.equal(asked, 2);
    answer(graph);
    await quiet();
    assert.equal(asked, 2);
    assert.deepEqual(kinds(), ["graph", "cursor", "graph", "cursor"]);
  });

  it("keeps the picture while the server does not answer, and asks again once it runs", async () => {
    let state: "stopped" | "running" = "stopped";
    const { conversation, kinds } = stage({
      serverState: () => state,
      graph: async () => {
        if (state === "stopped") throw new Error("stopped");
        return graph;
      },
    });
    conversation.hear({ kind: "ready" });
    await quiet();
    assert.deepEqual(kinds(), ["server"]);
    state = "running";
    conversation.serverChanged();
    await quiet();
    assert.deepEqual(kinds(), ["server", "server", "graph", "cursor"]);
  });

  it("answers each simulation by its number, and says why one is refused", async () => {
    const { conversation, said } = stage({
      simulate: async ({ events }) => (events.length === 0 ? report : { error: 'no host is called "x"' }),
    });
    conversation.hear({ kind: "simulate", request: 4, events: [] });
    await quiet();
    conversation.hear({ kind: "simulate", request: 5, events: ["1s power-off x"] });
    await quiet();
    assert.deepEqual(said, [
      { kind: "timeline", request: 4, report },
      { kind: "refused", request: 5, text: 'no host is called "x"' },
    ]);
  });

  it("skips simulations that are out of date before their turn comes", async () => {
    const { conversation, done, said } = stage();
    for (const request of [1, 2, 3]) {
      conversation.hear({ kind: "simulate", request, events: [`${request}s power-off lb1`] });
    }
    await quiet();
    assert.deepEqual(done, ["simulate 1s power-off lb1", "simulate 3s power-off lb1"]);
    assert.deepEqual(
      said.map((message) => "request" in message && message.request),
      [1, 3],
    );
  });

  it("opens files of which it told, and no other", async () => {
    const { conversation, done } = stage();
    conversation.hear({ kind: "reveal", uri: file, range });
    conversation.hear({ kind: "ready" });
    await quiet();
    conversation.hear({ kind: "reveal", uri: file, range });
    conversation.hear({ kind: "reveal", uri: "file:///etc/shadow", range });
    await quiet();
    assert.deepEqual(done, [`reveal ${file} 3`]);
  });

  it("names the cursor's file as the picture does", async () => {
    const { conversation, said } = stage({ cursor: () => ({ uri: file.toUpperCase(), line: 1 }) });
    conversation.hear({ kind: "ready" });
    await quiet();
    assert.deepEqual(said.at(-1), { kind: "cursor", uri: file, line: 1 });
  });

  it("tells what was saved, and that nothing was", async () => {
    const given = stage();
    given.conversation.hear({ kind: "save", format: "svg", name: "web", data: "<svg/>" });
    await quiet();
    assert.deepEqual(given.done, ["save svg web <svg/>"]);
    assert.deepEqual(given.said, [{ kind: "saved", name: "web.svg" }]);
    const refused = stage({ save: async () => undefined });
    refused.conversation.hear({ kind: "save", format: "svg", name: "web", data: "<svg/>" });
    await quiet();
    assert.deepEqual(refused.said, [{ kind: "saved", name: null }]);
  });

  it("does nothing on what is no message", async () => {
    const { conversation, said, done } = stage();
    fc.assert(fc.property(fc.anything(), (message) => conversation.hear(message)));
    await quiet();
    assert.deepEqual([said, done], [[], []]);
  });
});

describe("what is asked again and again", () => {
  it("is never asked twice at once, and in the end with the last word", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(), { minLength: 1 }), async (scheduler, inputs) => {
        const seen: number[] = [];
        let running = 0;
        const ask = latest<number>(async (input) => {
          assert.equal(++running, 1);
          await scheduler.schedule(Promise.resolve());
          running--;
          seen.push(input);
        });
        for (const input of inputs) scheduler.schedule(Promise.resolve()).then(() => ask(input));
        await scheduler.waitIdle();
        assert.ok(seen.length > 0 && seen.length <= inputs.length);
        assert.equal(running, 0);
      }),
    );
  });

  it("leaves out what was overtaken", async () => {
    const seen: number[] = [];
    const ask = latest<number>(async (input) => void seen.push(input));
    for (const input of [1, 2, 3, 4]) ask(input);
    await quiet();
    assert.deepEqual(seen, [1, 4]);
  });
});

describe("the page of the topology", () => {
  const page = (title: string) =>
    pageHtml({
      script: "https://x/webview.js",
      style: "https://x/webview.css",
      styleSource: "https://x",
      nonce: "N",
      locale: "en",
      title,
    });

  it("runs one script, by its nonce, and loads nothing from elsewhere", () => {
    const html = page("Topology");
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.deepEqual(policy.split("; "), [
      "default-src 'none'",
      "script-src 'nonce-N'",
      "style-src https://x",
      "img-src blob: data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="N" src="https://x/webview.js">']);
    assert.doesNotMatch(policy, /unsafe|\*/);
  });

  it("keeps texts texts", () => {
    assert.match(page("</title><script>"), /<title>&lt;\/title&gt;&lt;script&gt;<\/title>/);
  });

  it("has a nonce that is new each time and safe in a policy", () => {
    const nonces = new Set(Array.from({ length: 50 }, makeNonce));
    assert.equal(nonces.size, 50);
    for (const nonce of nonces) assert.match(nonce, /^[A-Za-z0-9]{32}$/);
  });
});

/** Which instances belong to one virtual router, and that a guess holds while somebody types. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { keepalivedConf, routerLines, uriOf, workspaceOf } from "../../kit/estate.ts";

describe("virtual routers", () => {
  it("are found where one of address, VRID and name is wrong", () => {
    for (const odd of [{ id: "52" }, { address: "192.0.2.11/24" }, { name: "VI_WEB" }]) {
      const service = workspaceOf({
        "lb1/keepalived.conf": keepalivedConf(),
        "lb2/keepalived.conf": keepalivedConf(odd),
      });
      assert.deepEqual(routerLines(service.estate), [`lb1 VI_1, lb2 ${odd.name ?? "VI_1"}`]);
    }
  });

  it("are not made of the examples of one folder that have the same numbers", () => {
    const service = workspaceOf({
      "shop/lb1/keepalived.conf": keepalivedConf(),
      "shop/lb2/keepalived.conf": keepalivedConf(),
      "mail/lb1/keepalived.conf": keepalivedConf(),
      "mail/lb2/keepalived.conf": keepalivedConf(),
      "blog/keepalived.conf": keepalivedConf({ address: "198.51.100.10/24" }),
      "news/keepalived.conf": keepalivedConf({ address: "198.51.100.20/24" }),
    });
    assert.deepEqual(routerLines(service.estate), ["lb1 VI_1, lb2 VI_1", "lb1 VI_1, lb2 VI_1"]);
  });

  it("may reach over two sites where each has one half", () => {
    const service = workspaceOf({
      "east/router/keepalived.conf": keepalivedConf(),
      "west/gateway/keepalived.conf": keepalivedConf(),
    });
    assert.deepEqual(routerLines(service.estate), ["router VI_1, gateway VI_1"]);
  });

  it("are one for each pair of instances of two hosts", () => {
    const two = `${keepalivedConf()}${keepalivedConf({ id: "52", name: "VI_2", address: "192.0.2.20/24" })}`;
    const service = workspaceOf({ "lb1/keepalived.conf": two, "lb2/keepalived.conf": two });
    assert.deepEqual(routerLines(service.estate), ["lb1 VI_1, lb2 VI_1", "lb1 VI_2, lb2 VI_2"]);
  });

  it("stay together while any one word is being typed", () => {
    const text = keepalivedConf();
    const words = [...text.matchAll(/[^\s{}]+/g)].filter(([word]) => /\d/.test(word));
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(), fc.string({ maxLength: 3 }), (word, cut, typed) => {
        const service = workspaceOf({ "lb1/keepalived.conf": text, "lb2/keepalived.conf": text });
        const kept = word[0].slice(0, cut % (word[0].length + 1)) + typed.replace(/[\s{}"#!$@~\\]/g, "");
        service.change(uriOf("lb2/keepalived.conf"), [
          { text: text.slice(0, word.index) + kept + text.slice(word.index + word[0].length) },
        ]);
        assert.equal(routerLines(service.estate).length, 1);
      }),
    );
  });
});

describe("the estate", () => {
  it("keeps its objects while nothing in them changes", () => {
    const service = workspaceOf({
      "a/lb1/keepalived.conf": keepalivedConf(),
      "a/lb2/keepalived.conf": keepalivedConf(),
      "b/lb1/keepalived.conf": keepalivedConf(),
      "b/lb2/keepalived.conf": keepalivedConf(),
    });
    const before = service.estate;
    const start = { line: 3, character: 13 };
    service.change(uriOf("a/lb1/keepalived.conf"), [
      { range: { start, end: { line: 3, character: 16 } }, text: "150" },
    ]);
    const after = service.estate;
    assert.notEqual(after, before);
    assert.equal(after.clusters[1], before.clusters[1]);
    assert.notEqual(after.clusters[0], before.clusters[0]);
    assert.equal(after.hosts[1], before.hosts[1]);
    service.change(uriOf("a/lb1/keepalived.conf"), [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# a comment\n" },
    ]);
    assert.equal(service.estate.clusters[1], after.clusters[1]);
  });

  it("says the same after edits as when all is read anew", () => {
    const texts = [
      keepalivedConf(),
      keepalivedConf({ id: "52" }),
      keepalivedConf({ address: "192.0.2.99/24" }),
      "",
      "#",
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("lb1", "lb2", "lb3"), fc.constantFrom(...texts))), (edits) => {
        const files = { lb1: keepalivedConf(), lb2: keepalivedConf(), lb3: keepalivedConf() };
        const names = (host: string) => `${host}/keepalived.conf`;
        const named = () => Object.fromEntries(Object.entries(files).map(([host, text]) => [names(host), text]));
        const service = workspaceOf(named());
        for (const [host, text] of edits) {
          service.change(uriOf(names(host)), [{ text }]);
          files[host as keyof typeof files] = text;
        }
        const fresh = workspaceOf(named());
        assert.deepEqual(routerLines(service.estate), routerLines(fresh.estate));
        for (const host of Object.keys(files)) {
          const messages = (one: typeof service) =>
            (one.problems(uriOf(names(host))).get(uriOf(names(host))) ?? []).map(
              ({ code, start }) => `${code} ${start}`,
            );
          assert.deepEqual(messages(service), messages(fresh));
        }
      }),
      { numRuns: 50 },
    );
  });
});

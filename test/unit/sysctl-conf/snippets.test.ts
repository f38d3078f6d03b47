/** Every snippet, inserted as it is, gives a file that we have nothing to say against. */
import assert from "node:assert/strict";
import { found, load } from "../../kit/check.ts";
import { draw } from "../../kit/fixture.ts";
import { fileWith, readSnippets } from "../../kit/snippets.ts";

describe("snippets of sysctl.conf", () => {
  const snippets = readSnippets("sysctl-conf");

  it("have prefixes of their own", () => {
    const prefixes = snippets.map(({ prefix }) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
  });

  it("are described in English and in Chinese", () => {
    for (const { name, description } of snippets) assert.match(description, /^[\x20-\x7e]+ · .*\p{Script=Han}/u, name);
  });

  for (const snippet of snippets) {
    it(`${snippet.prefix} has no problem`, () => {
      const text = fileWith(snippet);
      const [marks = []] = found(load(text, "sysctl.conf"));
      assert.ok(marks.length === 0, `\n${draw(text, marks)}`);
    });
  }
});

/** Every snippet, inserted as it is, gives a configuration that we have nothing to say against. */
import assert from "node:assert/strict";
import { found, load } from "../../kit/check.ts";
import { draw } from "../../kit/fixture.ts";
import { expand, fileWith, readSnippets, wrapped } from "../../kit/snippets.ts";

describe("snippets of keepalived", () => {
  const snippets = readSnippets("keepalived");

  it("have prefixes of their own", () => {
    const prefixes = snippets.map(({ prefix }) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
    assert.deepEqual(
      wrapped("keepalived").filter((prefix) => !prefixes.includes(prefix)),
      [],
    );
  });

  it("are described in English and in Chinese", () => {
    for (const { name, description } of snippets) assert.match(description, /^[\x20-\x7e]+ · .*\p{Script=Han}/u, name);
  });

  it("are read as VS Code reads them", () => {
    assert.equal(expand("${1|a,b|} $1 ${2:x${3:y}} \\${$3} \\\\ $0"), "a a xy ${y} \\ ");
  });

  for (const snippet of snippets) {
    it(`${snippet.prefix} has no problem`, () => {
      const text = fileWith(snippet);
      const loaded = load(text);
      const [marks = []] = found(loaded, ({ severity }) => severity === "error" || severity === "warning");
      assert.ok(marks.length === 0, `\n${draw(text, marks)}`);
    });

    it(`${snippet.prefix} has placeholders in order and ends at $0`, () => {
      const body = snippet.body.join("\n");
      const numbers = [...body.matchAll(/(?<!\\)\$\{(\d+)[:|]/g)].map((match) => Number(match[1]));
      assert.deepEqual(
        numbers,
        Array.from(numbers, (_, index) => index + 1),
      );
      assert.match(body, /\$0/);
    });
  }
});

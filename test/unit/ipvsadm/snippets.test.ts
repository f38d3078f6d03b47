/** Every snippet, inserted as it is, gives rules that we have nothing to say against. */
import assert from "node:assert/strict";
import { found, load } from "../../kit/check.ts";
import { draw } from "../../kit/fixture.ts";
import { expand, readSnippets } from "../../kit/snippets.ts";

describe("snippets of IPVS rules", () => {
  for (const { name, prefix, description, body } of readSnippets("ipvsadm")) {
    it(`${prefix} has no problem`, () => {
      const text = `${expand(body.join("\n")).trimEnd()}\n`;
      const [marks = []] = found(load(text, "ipvsadm.rules"));
      assert.ok(marks.length === 0, `\n${draw(text, marks)}`);
    });

    it(`${prefix} is described in both languages, and ends at $0`, () => {
      assert.match(description, /^[\x20-\x7e]+ · .*\p{Script=Han}/u, name);
      assert.match(body.join("\n"), /\$0/);
    });
  }
});

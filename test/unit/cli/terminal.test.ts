/** What is printed for people: columns, line breaks, Markdown as plain text, lines with carets. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { visible, widthOf, wrap } from "../../../server/src/cli/columns.ts";
import { plain } from "../../../server/src/cli/plain.ts";
import { excerpt } from "../../../server/src/cli/report/excerpt.ts";

/** Text as it may stand in a line, tabs, wide letters and marks included. */
const line = fc.string({
  unit: fc.constantFrom("a", " ", "中", "，", "é", "e\u0301", "😀", "\t", "\u001b"),
  maxLength: 300,
});

describe("terminal", () => {
  it("counts wide characters as two columns and marks as none", () => {
    assert.equal(widthOf("abc"), 3);
    assert.equal(widthOf("中文，ab"), 8);
    assert.equal(widthOf("e\u0301…“”"), 4);
    assert.equal(widthOf("ｆｗ한글カナ"), 12);
  });

  it("shows control characters instead of obeying them", () => {
    assert.equal(visible("a\u001b[31m\u0000\u007f\u202e"), "a␛[31m␀␡\ufffd");
  });

  it("wraps at spaces, and between Chinese characters but not before their punctuation", () => {
    assert.equal(wrap("one two three", 8), "one two\nthree");
    assert.equal(wrap("应让所有节点，一起启动", 12), "应让所有节\n点，一起启动");
    assert.equal(wrap("使用 `state BACKUP`（两台）", 12), "使用 `state\nBACKUP`（两\n台）");
    assert.equal(wrap("", 8), "");
  });

  it("loses nothing when it wraps, and keeps to the columns", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b", " ", "中", "文", "，", "（", "）"), maxLength: 80 });
    fc.assert(
      fc.property(words, (text) => {
        const wrapped = wrap(text, 20);
        assert.equal(wrapped.replace(/\s/g, ""), text.replace(/\s/g, ""));
        const longest = Math.max(...text.split(/[ 中文]/).map(widthOf)) + 4;
        for (const one of wrapped.split("\n")) assert.ok(widthOf(one) <= Math.max(20, longest), one);
      }),
    );
  });

  it("prints Markdown without its marks", () => {
    const card = "```\nhttp_port 80\n```\n\nText `code`.\n\n**Deprecated** · Since: 1.0 · [Manual](https://a.org/x(s))";
    assert.equal(plain(card, 80), "    http_port 80\n\nText `code`.\n\nDeprecated · Since: 1.0\nhttps://a.org/x(s)");
    assert.equal(plain("[Manual](https://a.org)", 80), "https://a.org");
  });

  it("cuts long lines around the words", () => {
    const text = `${"a".repeat(300)}bad${"c".repeat(300)}`;
    const { line: shown, lead, length } = excerpt(text, 300, 303, 40);
    assert.equal(widthOf(shown), 40);
    assert.equal(shown.slice(lead, lead + length), "bad");
    assert.match(shown, /^…a+badc+…$/);
  });

  it("shows a short line as it is", () => {
    assert.deepEqual(excerpt("\tab 中 bad", 6, 9, 40), { line: "    ab 中 bad", lead: 10, length: 3 });
    assert.deepEqual(excerpt("", 0, 0, 40), { line: "", lead: 0, length: 1 });
    assert.deepEqual(excerpt("end", 3, 3, 40), { line: "end", lead: 3, length: 1 });
  });

  it("never leaves the columns, and points at the first of the words", () => {
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 120 }), (text, from, more, columns) => {
        const characters = [...text];
        const at = from % (characters.length + 1);
        const start = characters.slice(0, at).join("").length;
        const end = characters.slice(0, at + (more % 50)).join("").length;
        const found = excerpt(text, start, end, columns);
        assert.ok(widthOf(found.line) <= columns);
        assert.ok(found.lead + found.length <= columns + 1 && found.length >= 1);
        const word = characters[at];
        if (word === undefined || word === "\t" || widthOf(visible(word)) === 0) return;
        let column = 0;
        const under = [...found.line].find((one) => {
          column += widthOf(one);
          return column > found.lead;
        });
        assert.equal(under, visible(word));
      }),
    );
  });
});

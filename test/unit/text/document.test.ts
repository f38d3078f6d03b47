/** The law of the sectioned document: however it is edited, it is the text that a plain string would be. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import type { Position } from "../../../server/src/core/text/range.ts";

const pieces = [
  "global_defs {\n  router_id a\n}\n",
  "vrrp_instance VI_1 {\n  state MASTER\n  virtual_ipaddress {\n    10.0.0.1\n  }\n}\n",
  'vrrp_script chk {\n  script "/bin/true # no comment"\n',
  "}\n",
  "{",
  "# vrrp_instance no {\n",
  "$BLOCK = \\\n",
  "$BLOCK=a { \\\n b } \\\n\n c\n",
  "  vrrp_instance inner {\n",
  "virtual_server 10.0.0.1 80 {\r\n}\r\n",
  "\n",
  " ",
  "中文 “引号”\n",
  '"',
  "include conf.d/*.conf\n",
];
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(""));
const edits = fc.array(
  fc.record({ from: fc.nat(), length: fc.nat({ max: 60 }), text: fc.oneof(fc.constantFrom(...pieces), fc.string()) }),
  { maxLength: 12 },
);

describe("SectionedDocument", () => {
  it("is the same text as a string after any edits, cut as a fresh document would be", () => {
    fc.assert(
      fc.property(anyText, edits, (start, changes) => {
        const document = new SectionedDocument(start, keepalived.split);
        let plain = start;
        for (const change of changes) {
          const from = change.from % (plain.length + 1);
          const to = Math.min(plain.length, from + change.length);
          // The protocol cannot point into the middle of a line end.
          if (splitsLineEnd(plain, from) || splitsLineEnd(plain, to)) continue;
          document.edit({ range: { start: positionAt(plain, from), end: positionAt(plain, to) }, text: change.text });
          plain = plain.slice(0, from) + change.text + plain.slice(to);
          assert.equal(document.text, plain);
        }
        const fresh = new SectionedDocument(plain, keepalived.split);
        assert.deepEqual(
          document.sections.map((section) => section.text),
          fresh.sections.map((section) => section.text),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("keeps the section objects that an edit does not touch", () => {
    const block = (name: string) => `vrrp_instance ${name} {\n  state BACKUP\n}\n`;
    const document = new SectionedDocument(["a", "b", "c", "d", "e"].map(block).join(""), keepalived.split);
    const before = [...document.sections];
    document.edit({ range: { start: { line: 7, character: 3 }, end: { line: 7, character: 3 } }, text: "x" });
    assert.deepEqual(
      document.sections.map((section, index) => section === before[index]),
      [true, true, false, true, true],
    );
  });

  it("turns positions into places and back", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const document = new SectionedDocument(text, keepalived.split);
        const offset = at % (text.length + 1);
        if (splitsLineEnd(text, offset)) return;
        const position = positionAt(text, offset);
        const place = document.placeAt(position);
        assert.equal(document.offsetOf(place.section) + place.offset, offset);
        assert.deepEqual(document.positionIn(place.section, place.offset), position);
      }),
    );
  });

  it("moves positions outside of the text to its nearest end", () => {
    const document = new SectionedDocument("a\nbc\n", keepalived.split);
    document.edit({ range: { start: { line: 1, character: 99 }, end: { line: 9, character: 0 } }, text: "!" });
    assert.equal(document.text, "a\nbc!");
  });
});

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split("\n").length - 1;
  return { line, character: offset - (before.lastIndexOf("\n") + 1) };
}

function splitsLineEnd(text: string, offset: number): boolean {
  return text[offset] === "\n" && text[offset - 1] === "\r";
}

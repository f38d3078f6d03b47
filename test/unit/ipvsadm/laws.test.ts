/** What must hold for the trees of any text at all. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { ipvsadm } from "../../../server/src/core/languages/ipvsadm/index.ts";
import { leaves, walk } from "../../../server/src/core/syntax/ast.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { anyRules } from "../../kit/ipvsadmArbitrary.ts";

describe("any file of IPVS rules", () => {
  it("loses nothing: what lies in no leaf is blank", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        let end = 0;
        let between = "";
        for (const leaf of leaves(ipvsadm.parse(text).items)) {
          assert.ok(leaf.start >= end, `leaves overlap at ${leaf.start}`);
          assert.ok(leaf.end <= text.length, "a leaf ends behind the text");
          between += text.slice(end, leaf.start);
          end = leaf.end;
        }
        assert.match(between + text.slice(end), /^\s*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it("has words that stand where they say", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        walk(ipvsadm.parse(text).items, (item) => {
          if (item.kind !== "statement") return;
          for (const word of item.words) {
            assert.equal(word.raw, text.slice(word.start, word.end));
            assert.equal(word.offsets === undefined, word.raw === word.value);
          }
        });
      }),
    );
  });

  it("is cut into sections that make the text, with one service each at most", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        const document = new SectionedDocument(text, ipvsadm.split);
        assert.equal(document.text, text);
        for (const [index, section] of document.sections.entries()) {
          const { items } = ipvsadm.parse(section.text);
          const headers = items.filter((item) => item.kind === "statement" && item.block !== undefined);
          assert.equal(headers.length <= 1 && (index === 0 || headers.length === 1), true, section.text);
          walk(items, (item) => {
            const isService = item.kind === "statement" && item.words[0]?.value === "-A";
            if (isService) assert.ok(item.block !== undefined, "a service is the first of its section");
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is cut the same after edits as when it is read anew", () => {
    const edit = fc.record({ line: fc.nat(20), character: fc.nat(20), lines: fc.nat(2), text: anyRules });
    fc.assert(
      fc.property(anyRules, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const document = new SectionedDocument(text, ipvsadm.split);
        for (const { line, character, lines, text: put } of edits) {
          document.edit({ range: { start: { line, character }, end: { line: line + lines, character } }, text: put });
          const fresh = new SectionedDocument(document.text, ipvsadm.split);
          assert.deepEqual(
            document.sections.map((section) => section.text),
            fresh.sections.map((section) => section.text),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Trees of drawn texts, and the laws that hold for any text at all. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import { leaves, walk } from "../../../server/src/core/syntax/ast.ts";
import { dump } from "../../../server/src/core/syntax/dump.ts";
import { anyConfiguration } from "../../kit/arbitrary.ts";

const cases: readonly [what: string, text: string, tree: string][] = [
  ["a block with words", "a b {\n  c d\n}", '"a" "b" {\n  "c" "d"'],
  ["a brace on a later line", "a b\n\n# why\n{\n c\n}", '"a" "b" {\n  comment\n  "c"'],
  ["braces inside words and on one line", "a{b{c}d}", '"a" {\n  "b" {\n    "c"\n  "d"'],
  ["comments with # and !, also within a word", "a b!c\n! d\ne#f", '"a" "b"\ncomment\ncomment\n"e"\ncomment'],
  ["comment signs that are hidden", 'a b\\#c "d # e" \\!f', '"a" "b#c" "d # e" "!f"'],
  ["words and quotes without a blank between them", 'a b"c d"e', '"a" "b" "c d" "e"'],
  ["an empty word", 'a ""', '"a" ""'],
  ["a quote that never ends", 'a "b c\nd', '"a" "b c"?\n"d"'],
  ["a missing closing brace", "a {\n b {\n }\n", '"a" {?\n  "b" {'],
  ["closing braces too many", "a {\n}\n}\nb", '"a" {\nstray\n"b"'],
  ["a brace without a keyword", "{\n a\n}", ' {\n  "a"'],
  ["a definition", "$A=b c # d\n$B=\n", 'definition "$A" "b c # d"\ndefinition "$B" ""'],
  [
    "a definition over several lines",
    "$A= b { \\\n c \\\n \n# d\n }\nd",
    'definition "$A" " b { \\\\\\n c \\\\\\n \\n# d\\n }"\n"d"',
  ],
  ["a definition that an empty line ends", "$A=b \\\n\nd", 'definition "$A" "b \\\\"\n"d"'],
  ["what only looks like one", "$A = b", '"$A" "=" "b"'],
  ["braces of a variable", "a ${B}c${D} {\n}", '"a" "${B}c${D}" {'],
  ["conditions", "@lb1 a {\n @^lb2 b\n}\n@lb3", '@lb1 "a" {\n  @^lb2 "b"\n@lb3 '],
  ["includes", "include a/*.conf # b\nincluded c", 'include "include" "a/*.conf"\ncomment\n"included" "c"'],
  ["loops", "~SEQ(i, 1, 3) a $i\n~LST({a,b}, {1,2}) c", 'loop "~SEQ(i, 1, 3)" "a" "$i"\nloop "~LST({a,b}, {1,2})" "c"'],
  ["a block word without its brace", "vrrp_instance a\n state b\n}\nc", '"vrrp_instance" "a" {\n  "state" "b"\n"c"'],
  ["blanks that are not ASCII", "a\u3000b\u00a0c", '"a\u3000b\u00a0c"'],
  ["a byte order mark", "\ufeffa b", '"\ufeffa" "b"'],
];

describe("the grammar of keepalived.conf", () => {
  for (const [what, text, tree] of cases) {
    it(`reads ${what}`, () => assert.equal(dump(keepalived.parse(text)).trimEnd(), tree.trimEnd()));
    it(`reads ${what} with CRLF`, () => {
      if (tree.includes("\\n")) return;
      assert.equal(dump(keepalived.parse(text.replaceAll("\n", "\r\n"))).trimEnd(), tree.trimEnd());
    });
  }

  it("loses nothing, whatever the text: what lies in no leaf is blank", () => {
    fc.assert(
      fc.property(anyConfiguration, (text) => {
        const all = leaves(keepalived.parse(text).items);
        let end = 0;
        let between = "";
        for (const leaf of all) {
          assert.ok(leaf.start >= end, `leaves overlap at ${leaf.start}`);
          assert.ok(leaf.end <= text.length, "a leaf ends behind the text");
          between += text.slice(end, leaf.start);
          end = leaf.end;
        }
        between += text.slice(end);
        // A definition's equals sign stands between its two words.
        assert.match(between, /^[ \t\v\f\r\n=]*$/);
      }),
      { numRuns: 3000 },
    );
  });

  it("nests ranges, whatever the text", () => {
    fc.assert(
      fc.property(anyConfiguration, (text) => {
        walk(keepalived.parse(text).items, (item) => {
          assert.ok(item.start <= item.end && item.end <= text.length);
          if (item.kind !== "statement") return;
          for (const word of item.words) assert.ok(item.start <= word.start && word.end <= item.end);
          for (const inner of item.block?.items ?? []) {
            if (inner.kind === "comment") continue;
            assert.ok(item.start <= inner.start && inner.end <= item.end);
          }
        });
      }),
    );
  });

  it("reads ten thousand nested braces", () => {
    const text = `${"a {\n".repeat(10_000)}${"}\n".repeat(10_000)}`;
    const tree = keepalived.parse(text);
    assert.ok(leaves(tree.items).length >= 30_000);
  });
});

/** What must hold for the trees of any text at all. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { address, addresses } from "../../../server/src/core/languages/haproxy/syntax/address.ts";
import { condition } from "../../../server/src/core/languages/haproxy/syntax/condition.ts";
import { converters, expression } from "../../../server/src/core/languages/haproxy/syntax/expression.ts";
import { logFormat } from "../../../server/src/core/languages/haproxy/syntax/logFormat.ts";
import { parse } from "../../../server/src/core/languages/haproxy/syntax/parse.ts";
import { inner, part } from "../../../server/src/core/languages/haproxy/syntax/positions.ts";
import { predicate } from "../../../server/src/core/languages/haproxy/syntax/predicate.ts";
import { splitter } from "../../../server/src/core/languages/haproxy/syntax/sections.ts";
import { wordErrors } from "../../../server/src/core/languages/haproxy/syntax/words.ts";
import { leaves, type Word, walk } from "../../../server/src/core/syntax/ast.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";

const sectionWords: ReadonlySet<string> = new Set(["global", "defaults", "frontend", "backend"]);

const fragments = [
  "global\n",
  "frontend a\n",
  "backend b\n",
  "  bind :80,[::1]:443\n",
  "http-request deny if { src 10.0.0.0/8 } !a || b\n",
  "log-format %ci:%cp\\ %[src,lower]\\ %{+Q}r\n",
  ".if feature(A) && !(1||defined(B))\n",
  "req.hdr(host,1),field(2,'.')",
  "%[",
  "%{",
  "%(",
  "%%",
  "]",
  "(",
  ")",
  ",",
  "{",
  "}",
  "!",
  "{{",
  "}}",
  "{% if %}",
  "<%",
  "%>",
  " ",
  "\t",
  "\v",
  "\n",
  "\r\n",
  "\r",
  '"',
  "'",
  "\\",
  "\\x4",
  "\\x41",
  "#",
  "$",
  '"${A}"',
  '"${A-b c}"',
  "[*]",
  "unix@/a",
  "é中😀",
  "\ufeff",
  "\u3000",
  "\0",
  "\ud800",
];

const anyText = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

function lines(text: string): (readonly Word[])[] {
  const found: (readonly Word[])[] = [];
  walk(parse(text, sectionWords).items, (item) => {
    if (item.kind === "statement") found.push(item.words);
  });
  return found;
}

/** All ranges within a value, however deep; words are checked on their own too. */
function eachRange(value: unknown, visit: (range: { start: number; end: number }) => void): void {
  if (typeof value !== "object" || value === null) return;
  if ("start" in value && "end" in value) visit(value as { start: number; end: number });
  for (const child of Object.values(value)) eachRange(child, visit);
}

describe("any haproxy.cfg", () => {
  it("loses nothing: what lies in no leaf is blank", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        let between = "";
        for (const leaf of leaves(parse(text, sectionWords).items)) {
          assert.ok(leaf.start >= end, `leaves overlap at ${leaf.start}`);
          assert.ok(leaf.end <= text.length, "a leaf ends behind the text");
          between += text.slice(end, leaf.start);
          end = leaf.end;
        }
        assert.match(
          between + text.slice(end),
          /^[ \t\v\f\r\n\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*$/,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it("has words whose characters know their places", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of lines(text).flat()) {
          assert.equal(word.raw, text.slice(word.start, word.end));
          assert.equal(word.offsets === undefined, word.raw === word.value);
          const { text: value, at } = inner(word);
          assert.equal(at(value.length), word.end);
          for (let i = 0; i < value.length; i++) {
            assert.ok(at(i) >= word.start && at(i) < at(i + 1), "offsets rise within the word");
            const piece = part(word, i, i + 1);
            assert.equal(piece.raw, text.slice(piece.start, piece.end));
            assert.equal(piece.value, value.charAt(i));
            assert.ok(piece.end <= at(i + 1));
          }
          for (const error of wordErrors(word)) assert.ok(word.start <= error.start && error.end <= word.end);
        }
      }),
    );
  });

  it("has trees within words whose ranges lie in these", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const check = (outer: { start: number; end: number } | undefined, tree: unknown) => {
          eachRange(tree, ({ start, end }) => {
            assert.ok(start <= end, "a range ends before it starts");
            assert.ok((outer?.start ?? 0) <= start && end <= (outer?.end ?? 0), "a range leaves its word");
          });
        };
        for (const words of lines(text)) {
          const whole = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
          check(whole, condition(words));
          check(whole, predicate(words));
          for (const word of words) {
            check(word, [expression(word), converters(word), logFormat(word), address(word), addresses(word)]);
            if (word.unknown !== true) continue;
            const found = [expression(word).error, ...logFormat(word).errors].filter((error) => error !== undefined);
            assert.deepEqual(found, [], "what only the host knows is no error");
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is cut into sections that make the text, with at most one header each", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = new SectionedDocument(text, splitter(sectionWords));
        assert.equal(document.text, text);
        for (const [index, section] of document.sections.entries()) {
          const { items } = parse(section.text, sectionWords);
          const headers = items.filter((item) => item.kind === "statement" && item.block !== undefined);
          assert.ok(headers.length <= 1);
          // A template's statement may stand before a section's word, which begins no section then.
          if (index > 0) assert.ok(items[0]?.kind === "statement" && items[0].block !== undefined);
        }
      }),
    );
  });

  it("is cut the same after edits as when it is read anew", () => {
    const edit = fc.record({ line: fc.nat(40), character: fc.nat(20), lines: fc.nat(2), text: anyText });
    fc.assert(
      fc.property(anyText, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const document = new SectionedDocument(text, splitter(sectionWords));
        for (const { line, character, lines: more, text: inserted } of edits) {
          const range = { start: { line, character }, end: { line: line + more, character } };
          document.edit({ range, text: inserted });
          const fresh = new SectionedDocument(document.text, splitter(sectionWords));
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

describe("hostile haproxy.cfg", () => {
  const inputs: readonly [what: string, text: string][] = [
    ["a word of a megabyte", "x".repeat(1_000_000)],
    ["a quoted word of a megabyte", `"${"x'\\".repeat(300_000)}`],
    ["a line of a megabyte of words", "ab ".repeat(350_000)],
    ["a line of quoted words", '"a" '.repeat(250_000)],
    ["gaps that never close", "{{ a ".repeat(100_000)],
    ["template statements that never close", "{% a\n".repeat(100_000)],
    ["variables that never close", `"${"${A-".repeat(100_000)}`],
    ["a hundred thousand sections", "global\n".repeat(100_000)],
    ["quotes that begin each line", '"a\n'.repeat(100_000)],
  ];
  for (const [what, text] of inputs) {
    it(`${what} is read to its end`, () => {
      const document = new SectionedDocument(text, splitter(sectionWords));
      let read = 0;
      for (const section of document.sections) {
        walk(parse(section.text, sectionWords).items, (item) => {
          read += item.kind === "statement" ? item.words.length : 1;
        });
      }
      assert.ok(read > 0);
    });
  }

  const values: readonly [what: string, text: string][] = [
    ["parentheses", "(".repeat(20_000)],
    ["calls", "a(".repeat(20_000)],
    ["converters", "src,a(1)".repeat(20_000)],
    ["items", "%[src]%ci%%%{+Q}o".repeat(5_000)],
    ["percent signs", "%".repeat(20_001)],
    ["braces of items", "%{".repeat(20_000)],
    ["item names", "%(".repeat(20_000)],
    ["samples that never close", "%[a".repeat(20_000)],
    ["brackets", "[".repeat(20_000)],
    ["exclamation marks", "!".repeat(20_000)],
    ["second quotes", "a(\\'\\\"".repeat(10_000)],
  ];
  for (const [what, text] of values) {
    it(`a word of ${what} is read to its end`, () => {
      const words = lines(`x ${text}`)[0]?.slice(1) ?? [];
      const [word] = words;
      assert.ok(word);
      const trees = [expression(word), logFormat(word), address(word), condition(words), predicate(words)];
      assert.ok(trees.every((tree) => tree !== undefined));
    });
  }
});

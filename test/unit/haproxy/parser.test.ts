/** Trees of drawn sections, words as the daemon reads them, and where sections begin. */
import assert from "node:assert/strict";
import { parse } from "../../../server/src/core/languages/haproxy/syntax/parse.ts";
import { splitter } from "../../../server/src/core/languages/haproxy/syntax/sections.ts";
import { wordErrors } from "../../../server/src/core/languages/haproxy/syntax/words.ts";
import { type Item, type Word, walk } from "../../../server/src/core/syntax/ast.ts";
import { dump } from "../../../server/src/core/syntax/dump.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";

const sectionWords: ReadonlySet<string> = new Set(["global", "defaults", "frontend", "backend", "log-forward"]);

/** The first lines of blocks say how they end, which is not the matter here. */
function drawn(text: string): string {
  return dump(parse(text, sectionWords)).replaceAll(" {?", " {").trimEnd();
}

const cases: readonly [what: string, text: string, tree: string][] = [
  ["lines", "maxconn 1\n\n  user a", '"maxconn" "1"\n"user" "a"'],
  [
    "a section",
    "# why\nglobal # what\n  maxconn 1\n# end\n",
    'comment\n"global" {\n  comment\n  "maxconn" "1"\n  comment',
  ],
  ["lines before the header", 'x\nfrontend "a b"\nbind :80', '"x"\n"frontend" "a b" {\n  "bind" ":80"'],
  ["a header in quotes", '"front"end a\nb', '"frontend" "a" {\n  "b"'],
  ["one header a section", "backend a\nbackend b", '"backend" "a" {\n  "backend" "b"'],
  [
    "directives",
    ".if defined(A)\n.notice a\n.other\n.endif",
    'directive ".if" "defined(A)"\ndirective ".notice" "a"\n".other"\ndirective ".endif"',
  ],
  ["comments within words", "a b#c\n#d\ne '#' \"#\" \\#", '"a" "b"\ncomment\ncomment\n"e" "#" "#" "#"'],
  ["quotes within words", "a\"b c\"d'e f' '' \"\"", '"ab cde f" "" ""'],
  ["quotes in quotes", '"\'" \'"\' "\\"" "\\\'" \'\\\'', '"\'" "\\"" "\\"" "\'" "\\\\"'],
  ["a quote that never ends", "a \"b 'c\nd", '"a" "b \'c"?\n"d"'],
  [
    "escapes",
    "\\  \\t\\n\\r \\\\ \\x41\\x6a \\q \\, \\$",
    '" " "\\t\\n\\r" "\\\\" "Aj" "\\\\q" "\\\\," "\\\\$"'.replace('" " ', '" " '),
  ],
  ["a dollar sign in quotes", "\"\\$A\" '$A' $A", '"$A" "$A" "$A"'],
  ["variables", 'a "$A" "${B}c" "${C[*]}" "${D-e "f"}"', '"a" "$A" "${B}c" "${C[*]}" "${D-e \\"f\\"}"'],
  ["a backslash at the end of a line", "a b\\\nc", '"a" "b\\\\"\n"c"'],
  ["blanks that are not ASCII", "a\u3000b\u00a0c", '"a\u3000b\u00a0c"'],
  ["all ASCII blanks", "a\tb\vc\fd", '"a" "b" "c" "d"'],
  ["a byte order mark", "\ufeffglobal\n", '"\ufeffglobal"'],
  ["a carriage return within a line", "a b\rc d\ne \rf", '"a" "b"\ncomment\n"e" "f"'],
  ["anonymous ACLs", "use_backend a if { src 1 } !{ b }", '"use_backend" "a" "if" "{" "src" "1" "}" "!{" "b" "}"'],
  ["the scope line of SPOE files", "[a]\nb", '"[a]"\n"b"'],
  [
    "templates",
    "{% if a %}\nserver {{ b c }} 10.0.0.{{ d }}:{{ e['f g'] }} # g\n  <% end %>\n",
    'comment\n"server" "{{ b c }}" "10.0.0.{{ d }}:{{ e[\'f g\'] }}"\ncomment\ncomment',
  ],
  ["templates in quotes", 'a "b {{ c["d"] }} e" \'{{ f }}\'', '"a" "b {{ c[\\"d\\"] }} e" "{{ f }}"'],
  ["regular expressions that only look like templates", "a ^b{2}$ '^\\d{3}$' {%", '"a" "^b{2}$" "^\\\\d{3}$" "{%"'],
  ["log formats that only look like templates", "a <%ci> %{+Q}o {%[src]%}", '"a" "<%ci>" "%{+Q}o" "{%[src]%}"'],
];

function words(text: string): readonly Word[] {
  const found: Word[] = [];
  walk(parse(text, sectionWords).items, (item: Item) => {
    if (item.kind === "statement") found.push(...item.words);
  });
  return found;
}

describe("the grammar of haproxy.cfg", () => {
  for (const [what, text, tree] of cases) {
    it(`reads ${what}`, () => assert.equal(drawn(text), tree));
    it(`reads ${what} with CRLF`, () => assert.equal(drawn(text.replaceAll("\n", "\r\n")), tree));
  }

  it("ends a section's block with the text, not with a brace", () => {
    const [header] = parse("global\n  maxconn 1\n\n", sectionWords).items;
    assert.ok(header?.kind === "statement" && header.block !== undefined);
    assert.deepEqual(
      { ...header.block, items: [] },
      {
        open: { start: 6, end: 6 },
        close: undefined,
        items: [],
        start: 6,
        end: 20,
        implied: true,
      },
    );
    assert.equal(header.end, 20);
  });

  it("marks what only the host knows", () => {
    const text = 'a "$A" \'$B\' $C "\\$D" "x${E}" {{ f }} "{{ g }}" <%= h %>';
    const unknown = words(text).filter((word) => word.unknown === true);
    assert.deepEqual(
      unknown.map((word) => word.value),
      ["$A", "x${E}", "{{ f }}", "{{ g }}", "<%= h %>"],
    );
  });

  it("keeps the place of each character of a word that is not as it is written", () => {
    const [plain, word] = words(" a b\"c\\x41\"\\ 'd'");
    assert.equal(plain?.offsets, undefined);
    assert.equal(word?.value, "bcA d");
    assert.deepEqual(word?.offsets, [3, 5, 6, 11, 14, 16]);
  });

  const errors: readonly [text: string, ...found: string[]][] = [
    ['\'a\' "b" \\x41 "$A ${B} ${C-} ${D[*]} \\$"'],
    ["a'b", "quote 'b"],
    ['a"b', 'quote "b'],
    ["\\x4 a", "hex \\x4"],
    ["'\\x4' \"\\xg\"", 'hex \\xg"'],
    ['"$"', "variable $"],
    ['"$1"', "variable $"],
    ['"${}"', "variable ${"],
    ['"${A"', "brace ${A"],
    ['"${A b}"', "brace ${A"],
    ['"${A[1]}"', "expansion ${A["],
  ];
  for (const [text, ...found] of errors) {
    it(`${found.length === 0 ? "finds nothing" : `finds "${found.join()}"`} in ${text}`, () => {
      const all = words(text).flatMap((word) => wordErrors(word));
      assert.deepEqual(
        all.map((error) => `${error.kind} ${text.slice(error.start, error.end)}`),
        found,
      );
    });
  }
});

describe("the sections of haproxy.cfg", () => {
  const texts: readonly [what: string, ...sections: string[]][] = [
    ["begin at their words", "# a\nglobal\n  b\n", "frontend c\n", "  backend d\n# e"],
    ["begin at words in quotes", "global\n", '"frontend" a\n', "'back'end\n", "\\x64efaults\n"],
    ["do not begin at longer words", "global\nfrontends a\nbackend-b\nfrontend\u00e9\nlog-forward2\n"],
    ["begin at words that end in a comment or the text", "global#\n", "defaults\r\n", "log-forward"],
    ["do not begin after other words", "global\n no frontend\n# frontend\nx frontend\n"],
    ["do not begin in words that go on", 'global\n"frontend a"\nfrontend"x"\n'],
  ];
  for (const [what, ...sections] of texts) {
    it(what, () => {
      const document = new SectionedDocument(sections.join(""), splitter(sectionWords));
      assert.deepEqual(
        document.sections.map((section) => section.text),
        sections,
      );
    });
  }
});

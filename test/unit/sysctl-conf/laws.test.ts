/** What must hold for any text at all, taken for a sysctl.conf. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { complete } from "../../../server/src/core/features/completion.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { definition, references, rename } from "../../../server/src/core/features/names.ts";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens } from "../../../server/src/core/features/tokens.ts";
import { sysctlConf } from "../../../server/src/core/languages/sysctl-conf/index.ts";
import { exchange } from "../../../server/src/core/languages/sysctl-conf/syntax/key.ts";
import { parse } from "../../../server/src/core/languages/sysctl-conf/syntax/parser.ts";
import type { Service } from "../../../server/src/core/service.ts";
import { leaves } from "../../../server/src/core/syntax/ast.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { formatted, openAlone } from "../../kit/single.ts";

const uri = "file:///etc/sysctl.conf";

const fragments = [
  "net.ipv4.ip_forward = 1\n",
  "net/ipv4/conf/eth0.100/rp_filter=2\n",
  "-net.ipv4.conf.*.arp_ignore = 9\n",
  "-net.ipv4.conf.lo.arp_announce\n",
  "net.ipv4.conf.all.arp_announce = 2\n",
  "net.ipv4.ip_local_port_range\t=\t1024 65535\n",
  "net.ipv4.ip_nonlocal_bin = 1\n",
  "# a comment\n",
  "  ; another\n",
  "\n",
  " ",
  "\t",
  "\r\n",
  "\r",
  "\v",
  "=",
  "==",
  "-",
  ".",
  "/",
  "*",
  "{{ x }}",
  "${A}",
  "0x1",
  "\ufeff",
  "\0",
  "é中😀",
  "\u3000",
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

/** All problems as texts that can be compared. */
function told(service: Service): readonly string[] {
  const found = service.problems(uri).get(uri) ?? [];
  return found
    .map((problem) => {
      const { start, end } = service.range(problem);
      return `${start.line}:${start.character}-${end.line}:${end.character} ${problem.severity} ${problem.code} ${problem.message.en}`;
    })
    .sort();
}

function words(text: string): string {
  const { sections } = new SectionedDocument(text, sysctlConf.split);
  return JSON.stringify(
    sections.map((section) => parse(section.text)),
    ["items", "words", "value", "condition", "raw"],
  );
}

describe("any sysctl.conf", () => {
  it("loses nothing: what lies in no leaf is blank", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        let between = "";
        for (const leaf of leaves(parse(text).items)) {
          assert.ok(leaf.start >= end && leaf.end <= text.length, `a leaf lies wrong at ${leaf.start}`);
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

  it("is read by lines: the pieces say what the whole says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = parse(text).items.length;
        const pieces = text.split("\n").reduce((count, line) => count + parse(line).items.length, 0);
        assert.equal(pieces, whole);
      }),
      { numRuns: 1000 },
    );
  });

  it("has the same problems after edits as a file that is opened anew", () => {
    const edits = fc.array(fc.tuple(fc.nat(200), fc.nat(12), fc.constantFrom(...fragments, "")), { maxLength: 6 });
    fc.assert(
      fc.property(anyText, edits, (start, changes) => {
        const service = openAlone(uri, "sysctl-conf", start);
        for (const [from, size, text] of changes) {
          told(service);
          const lines = (service.workspace.document(uri)?.text ?? "").split("\n");
          const line = from % lines.length;
          const character = from % ((lines[line]?.length ?? 0) + 1);
          const end = { line: line + (size % 3), character: size };
          service.change(uri, [{ range: { start: { line, character }, end }, text }]);
        }
        assert.deepEqual(
          told(service),
          told(openAlone(uri, "sysctl-conf", service.workspace.document(uri)?.text ?? "")),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("breaks no feature at any position", () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(40), (text, line, character) => {
        const { workspace } = openAlone(uri, "sysctl-conf", text);
        const document = workspace.document(uri);
        assert.ok(document);
        const position = { line, character };
        hover(workspace, uri, position, "zh-cn");
        complete(workspace, uri, position, "en");
        definition(workspace, uri, position);
        references(workspace, uri, position, true);
        rename(workspace, uri, position, "other");
        outline(sysctlConf, document);
        folds(sysctlConf, document);
        assert.equal(tokens(workspace, uri).length % 5, 0);
      }),
      { numRuns: 400 },
    );
  });

  it("formatted twice is formatted once, and no word changes", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = formatted(sysctlConf, text);
        assert.equal(formatted(sysctlConf, once), once);
        assert.equal(words(once), words(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("means the same key in both ways of writing", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\w+([./]\w+){1,5}$/), (key) => {
        const [one, other] = [key, exchange(key)].map((written) => parse(`${written} = 1`).items[0]);
        assert.ok(one?.kind === "statement" && other?.kind === "statement");
        assert.equal(one.words[0]?.value, other.words[0]?.value);
      }),
    );
  });
});

describe("hostile input for sysctl.conf", () => {
  const inputs: readonly [what: string, text: string][] = [
    ["a line of a megabyte", "x".repeat(1_000_000)],
    ["a line of a megabyte of words", "ab ".repeat(350_000)],
    ["ten thousand lines of one key", "net.ipv4.ip_forward = 1\n".repeat(10_000)],
    ["a key of ten thousand parts", `net${".a".repeat(10_000)} = 1\n`],
    ["a glob of stars", `net.ipv4.conf.${"*".repeat(5_000)}x.rp_filter = 1\nnet.ipv4.conf.eth0.rp_filter = 1\n`],
  ];
  for (const [what, text] of inputs) {
    it(`${what} is read to its end`, () => {
      assert.ok(openAlone(uri, "sysctl-conf", text).problems(uri).get(uri) !== undefined);
    });
  }
});

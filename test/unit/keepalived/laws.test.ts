/** What must hold for any text and any sequence of edits, with all rules and features running. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { complete } from "../../../server/src/core/features/completion.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { definition, references, rename } from "../../../server/src/core/features/names.ts";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens } from "../../../server/src/core/features/tokens.ts";
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import { anyConfiguration } from "../../kit/arbitrary.ts";
import { openAlone, said } from "../../kit/single.ts";

const uri = "file:///etc/keepalived/keepalived.conf";

describe("any keepalived.conf", () => {
  it("is judged the same after edits as when it is read anew", () => {
    fc.assert(
      fc.property(
        anyConfiguration,
        fc.array(fc.record({ line: fc.nat(60), character: fc.nat(30), lines: fc.nat(2), text: anyConfiguration }), {
          maxLength: 4,
        }),
        (text, edits) => {
          const service = openAlone(uri, "keepalived", text);
          service.problems(uri);
          for (const edit of edits) {
            const start = { line: edit.line, character: edit.character };
            const end = { line: edit.line + edit.lines, character: edit.character };
            service.change(uri, [{ range: { start, end }, text: edit.text }]);
            const fresh = openAlone(uri, "keepalived", service.workspace.document(uri)?.text ?? "");
            assert.deepEqual(said(service, uri), said(fresh, uri));
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  it("gives problems whose ranges lie in the text", () => {
    fc.assert(
      fc.property(anyConfiguration, (text) => {
        const service = openAlone(uri, "keepalived", text);
        for (const problem of service.problems(uri).get(uri) ?? []) {
          const { length } = problem.source.section.text;
          assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= length, problem.code);
          for (const edit of (problem.fixes ?? []).flatMap((fix) => fix.edits)) {
            assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= edit.source.section.text.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("breaks no feature at any position", () => {
    fc.assert(
      fc.property(anyConfiguration, fc.nat(60), fc.nat(40), (text, line, character) => {
        const { workspace } = openAlone(uri, "keepalived", text);
        const document = workspace.document(uri);
        assert.ok(document);
        const position = { line, character };
        hover(workspace, uri, position, "zh-cn");
        complete(workspace, uri, position, "en");
        definition(workspace, uri, position);
        references(workspace, uri, position, true);
        rename(workspace, uri, position, "other");
        outline(keepalived, document);
        folds(keepalived, document);
        assert.equal(tokens(workspace, uri).length % 5, 0);
      }),
      { numRuns: 400 },
    );
  });
});

describe("hostile input", () => {
  const inputs: readonly [what: string, text: string][] = [
    ["a line of a megabyte", "x".repeat(1_000_000)],
    ["a line of a megabyte of words", "ab ".repeat(350_000)],
    ["a hundred thousand lines", "state MASTER\n".repeat(100_000)],
    ["ten thousand nested braces", "a {\n".repeat(10_000)],
    ["ten thousand closing braces", "}\n".repeat(10_000)],
    ["a loop of a million rounds", "~SEQ(i, 1, 1000000) static_ipaddress { 10.0.0.$i }\n"],
    ["loops in loops", `${"~SEQ(i, 1, 200) ".repeat(8)} a\n`],
    [
      "definitions that double",
      [...Array.from({ length: 40 }, (_, i) => `$A${i + 1}=$A${i} $A${i}\n`), "router_id $A40\n"].join(""),
    ],
    ["a definition that holds itself", "$A=$A b\nrouter_id $A\n$B= c $B \\\n d\n$B\n"],
    ["bytes that are no text", String.fromCharCode(...Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 65_536))],
  ];
  for (const [what, text] of inputs) {
    it(`${what} is read to its end`, () => {
      const service = openAlone(uri, "keepalived", text);
      assert.ok(service.problems(uri).get(uri) !== undefined);
    });
  }

  it("an include cycle is named and not followed", () => {
    const texts = new Map([
      ["file:///a/keepalived.conf", "include b.conf\n"],
      ["file:///a/b.conf", "include keepalived.conf\n"],
    ]);
    const service = new Service(
      {
        list: (pattern) => (texts.has(pattern) ? [pattern] : []),
        read: (file) => texts.get(file),
        failed: assert.fail,
      },
      defaultSettings,
    );
    service.open("file:///a/keepalived.conf", "keepalived", "include b.conf\n");
    const codes = [...service.problems("file:///a/keepalived.conf").values()].flat().map((problem) => problem.code);
    assert.ok(codes.includes("keepalived/include-cycle"), codes.join());
  });
});

/** What must hold for any file of rules and any sequence of edits, with all rules and features running. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { complete } from "../../../server/src/core/features/completion.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { definition, references, rename, renameTarget } from "../../../server/src/core/features/names.ts";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens } from "../../../server/src/core/features/tokens.ts";
import { ipvsadm } from "../../../server/src/core/languages/ipvsadm/index.ts";
import { printTable } from "../../../server/src/core/languages/ipvsadm/model/print.ts";
import { tableOf } from "../../../server/src/core/languages/ipvsadm/model/table.ts";
import type { Service } from "../../../server/src/core/service.ts";
import { anyPiece, anyRules } from "../../kit/ipvsadmArbitrary.ts";
import { formatted, openAlone, said, textIn } from "../../kit/single.ts";

const uri = "file:///etc/ipvsadm.rules";

function printed(service: Service): readonly string[] {
  return service.workspace.configurations(uri).flatMap((one) => printTable(tableOf(one)));
}

describe("any file of IPVS rules in the service", () => {
  const edit = fc.record({ line: fc.nat(20), character: fc.nat(50), lines: fc.nat(2), text: anyPiece });

  it("is judged the same after edits as when it is read anew", () => {
    fc.assert(
      fc.property(anyRules, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const service = openAlone(uri, "ipvsadm", text);
        service.problems(uri);
        for (const { line, character, lines, text: put } of edits) {
          const range = { start: { line, character }, end: { line: line + lines, character } };
          service.change(uri, [{ range, text: put }]);
          const fresh = openAlone(uri, "ipvsadm", textIn(service, uri));
          assert.deepEqual(said(service, uri), said(fresh, uri));
          assert.deepEqual(printed(service), printed(fresh));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives problems and fixes that lie in the text", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        for (const problem of openAlone(uri, "ipvsadm", text).problems(uri).get(uri) ?? []) {
          const { length } = problem.source.section.text;
          assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= length, problem.code);
          assert.ok(problem.message.en !== "" && problem.message.zh !== "", problem.code);
          for (const { start, end, source } of (problem.fixes ?? []).flatMap((fix) => fix.edits)) {
            assert.ok(0 <= start && start <= end && end <= source.section.text.length, problem.code);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("breaks no feature at any position", () => {
    const places = fc.array(fc.tuple(fc.nat(20), fc.nat(60)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyRules, places, (text, positions) => {
        const { workspace } = openAlone(uri, "ipvsadm", text);
        const document = workspace.document(uri);
        assert.ok(document);
        for (const [line, character] of positions) {
          const position = { line, character };
          hover(workspace, uri, position, "zh-cn");
          complete(workspace, uri, position, "en");
          definition(workspace, uri, position);
          references(workspace, uri, position, true);
          renameTarget(workspace, uri, position);
          rename(workspace, uri, position, "192.0.2.9:80");
        }
        outline(ipvsadm, document);
        folds(ipvsadm, document);
        assert.equal(tokens(workspace, uri).length % 5, 0);
      }),
      { numRuns: 300 },
    );
  });

  it("is formatted once and for all, and makes the same table", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        const once = formatted(ipvsadm, text);
        assert.equal(formatted(ipvsadm, once), once);
        assert.deepEqual(printed(openAlone(uri, "ipvsadm", once)), printed(openAlone(uri, "ipvsadm", text)));
      }),
      { numRuns: 500 },
    );
  });

  it("prints a table that makes the same table", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        const table = printed(openAlone(uri, "ipvsadm", text));
        // What has a name or a large mark is saved in another way than it was written.
        fc.pre(table.every((line) => !/-f -|[a-z]+:\d|none/.test(line)));
        assert.deepEqual(printed(openAlone(uri, "ipvsadm", table.map((line) => `${line}\n`).join(""))), table);
      }),
      { numRuns: 300 },
    );
  });
});

describe("hostile IPVS rules in the service", () => {
  const rule = (index: number) => `-A -t 10.${index >> 16}.${(index >> 8) & 255}.${index & 255}:80\n`;
  const inputs: readonly [what: string, text: string][] = [
    ["a word of a megabyte", `-A -t ${"x".repeat(1_000_000)}\n`],
    ["a cluster of a megabyte", `-${"o".repeat(300_000)}\n`],
    ["a line of a megabyte of words", `-A ${"-o ".repeat(350_000)}\n`],
    ["twenty thousand services", Array.from({ length: 20_000 }, (_, index) => rule(index)).join("")],
    ["five thousand times a server", `-A -t 192.0.2.1:80\n${"-a -t 192.0.2.1:80 -r 192.0.2.11\n".repeat(5000)}`],
    ["comments", "# a\n".repeat(100_000)],
  ];
  for (const [what, text] of inputs) {
    it(`${what} is read to its end`, () => {
      const service = openAlone(uri, "ipvsadm", text);
      assert.ok((service.problems(uri).get(uri) ?? []).length >= 0 && textIn(service, uri) === text);
    });
  }
});

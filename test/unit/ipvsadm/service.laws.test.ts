/** What must hold for any file of rules and any sequence of edits, with all rules and features running. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { complete } from "../../../server/src/core/features/completion.ts";
import { format } from "../../../server/src/core/features/format.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { definition, references, rename, renameTarget } from "../../../server/src/core/features/names.ts";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens } from "../../../server/src/core/features/tokens.ts";
import { ipvsadm } from "../../../server/src/core/languages/ipvsadm/index.ts";
import { printTable } from "../../../server/src/core/languages/ipvsadm/model/print.ts";
import { tableOf } from "../../../server/src/core/languages/ipvsadm/model/table.ts";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { anyPiece, anyRules } from "../../kit/ipvsadmArbitrary.ts";

const uri = "file:///etc/ipvsadm.rules";

function open(text: string): Service {
  const host = {
    list: () => [],
    read: () => undefined,
    failed: (rule: string, error: unknown) => {
      throw new Error(`the rule ${rule} failed`, { cause: error });
    },
  };
  const service = new Service(host, defaultSettings);
  service.open(uri, "ipvsadm", text);
  return service;
}

function textOf(service: Service): string {
  return service.workspace.document(uri)?.text ?? "";
}

function printed(service: Service): readonly string[] {
  return service.workspace.configurations(uri).flatMap((one) => printTable(tableOf(one)));
}

/** Everything that is said of the file, with absolute positions. */
function said(service: Service): unknown {
  return (service.problems(uri).get(uri) ?? []).map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    message: problem.message.en,
    range: service.range(problem),
    related: (problem.related ?? []).map((one) => service.range(one)),
    fixes: (problem.fixes ?? []).map((fix) => fix.edits.map((edit) => ({ ...service.range(edit), text: edit.text }))),
  }));
}

function formatted(text: string): string {
  const document = new SectionedDocument(text, ipvsadm.split);
  return format(ipvsadm, document, { step: "    ", from: 0, to: Number.POSITIVE_INFINITY })
    .map((edit) => ({ edit, at: document.offsetOf(edit.section) + edit.start }))
    .sort((a, b) => b.at - a.at)
    .reduce((all, { edit, at }) => all.slice(0, at) + edit.text + all.slice(at + edit.end - edit.start), text);
}

describe("any file of IPVS rules in the service", () => {
  const edit = fc.record({ line: fc.nat(20), character: fc.nat(50), lines: fc.nat(2), text: anyPiece });

  it("is judged the same after edits as when it is read anew", () => {
    fc.assert(
      fc.property(anyRules, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const service = open(text);
        service.problems(uri);
        for (const { line, character, lines, text: put } of edits) {
          const range = { start: { line, character }, end: { line: line + lines, character } };
          service.change(uri, [{ range, text: put }]);
          const fresh = open(textOf(service));
          assert.deepEqual(said(service), said(fresh));
          assert.deepEqual(printed(service), printed(fresh));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives problems and fixes that lie in the text", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        for (const problem of open(text).problems(uri).get(uri) ?? []) {
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
        const { workspace } = open(text);
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
        const once = formatted(text);
        assert.equal(formatted(once), once);
        assert.deepEqual(printed(open(once)), printed(open(text)));
      }),
      { numRuns: 500 },
    );
  });

  it("prints a table that makes the same table", () => {
    fc.assert(
      fc.property(anyRules, (text) => {
        const table = printed(open(text));
        // What has a name or a large mark is saved in another way than it was written.
        fc.pre(table.every((line) => !/-f -|[a-z]+:\d|none/.test(line)));
        assert.deepEqual(printed(open(table.map((line) => `${line}\n`).join(""))), table);
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
      assert.ok((open(text).problems(uri).get(uri) ?? []).length >= 0 && textOf(open(text)) === text);
    });
  }
});

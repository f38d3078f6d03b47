/** What must hold for any haproxy.cfg and any sequence of edits, with all rules and features running. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { complete } from "../../../server/src/core/features/completion.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { links } from "../../../server/src/core/features/links.ts";
import { definition, references, rename, renameTarget } from "../../../server/src/core/features/names.ts";
import { folds, outline } from "../../../server/src/core/features/outline.ts";
import { tokens } from "../../../server/src/core/features/tokens.ts";
import { haproxy } from "../../../server/src/core/languages/haproxy/index.ts";
import type { TextEdit } from "../../../server/src/core/schema/problem.ts";
import type { Service } from "../../../server/src/core/service.ts";
import { anyConfiguration, anyPiece } from "../../kit/haproxyArbitrary.ts";
import { tableLines } from "../../kit/haproxyLines.ts";
import { formatted, openAlone, said, textIn } from "../../kit/single.ts";

const uri = "file:///etc/haproxy/haproxy.cfg";

const host = {
  list: () => [],
  read: () => undefined,
  failed: (rule: string, error: unknown) => {
    throw new Error(`the rule ${rule} failed`, { cause: error });
  },
};

/** The text after edits that do not touch one another. */
function edited(service: Service, edits: readonly TextEdit[]): string {
  const document = service.workspace.document(uri);
  return [...edits]
    .map((edit) => ({ edit, at: (document?.offsetOf(edit.source.section) ?? 0) + edit.start }))
    .sort((a, b) => b.at - a.at || b.edit.end - a.edit.end)
    .reduce(
      (text, { edit, at }) => text.slice(0, at) + edit.text + text.slice(at + edit.end - edit.start),
      textIn(service, uri),
    );
}

function codesIn(service: Service): readonly string[] {
  return (service.problems(uri).get(uri) ?? []).map(({ code }) => code);
}

describe("any haproxy.cfg in the service", () => {
  const edit = fc.record({ line: fc.nat(40), character: fc.nat(50), lines: fc.nat(2), text: anyPiece });

  it("is judged the same after edits as when it is read anew", () => {
    fc.assert(
      fc.property(anyConfiguration, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const service = openAlone(uri, "haproxy", text);
        service.problems(uri);
        for (const { line, character, lines, text: put } of edits) {
          const range = { start: { line, character }, end: { line: line + lines, character } };
          service.change(uri, [{ range, text: put }]);
          assert.deepEqual(said(service, uri), said(openAlone(uri, "haproxy", textIn(service, uri)), uri));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("tells of unused defaults again when the last condition of the file is taken away", () => {
    const before = "global\ndefaults web\ndefaults web\nuserlist x\n    .if feature(OPENSSL)\nbackend b\n";
    const service = openAlone(uri, "haproxy", before);
    assert.ok(!codesIn(service).includes("haproxy/unused-defaults"));
    service.change(uri, [{ range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, text: "" }]);
    assert.ok(codesIn(service).includes("haproxy/unused-defaults"));
    assert.deepEqual(said(service, uri), said(openAlone(uri, "haproxy", textIn(service, uri)), uri));
  });

  it("gives problems and fixes that lie in the text, in every version", () => {
    const version = fc.constantFrom("2.4", "2.6", "2.8", "3.0", "3.2", "3.4", "3.5");
    fc.assert(
      fc.property(anyConfiguration, version, (text, set) => {
        for (const problem of openAlone(uri, "haproxy", text, { versions: { haproxy: set } })
          .problems(uri)
          .get(uri) ?? []) {
          const { length } = problem.source.section.text;
          assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= length, problem.code);
          assert.ok(problem.message.en !== "" && problem.message.zh !== "", problem.code);
          const others = (problem.fixes ?? []).flatMap((fix) => fix.edits).concat(problem.related?.map(asEdit) ?? []);
          for (const { start, end, source } of others) {
            assert.ok(0 <= start && start <= end && end <= source.section.text.length, problem.code);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("can be fixed without harm: what is safe leads to a text that is read, and changes no line without need", () => {
    fc.assert(
      fc.property(anyConfiguration, (text) => {
        const service = openAlone(uri, "haproxy", text);
        const edits = service.safeEdits(service.problems(uri).get(uri) ?? []);
        const after = edited(service, edits);
        assert.equal(
          after === text,
          edits.every((one) => one.start === one.end && one.text === ""),
        );
        openAlone(uri, "haproxy", after).problems(uri);
      }),
      { numRuns: 200 },
    );
  });

  it("breaks no feature at any position", () => {
    fc.assert(
      fc.property(
        anyConfiguration,
        fc.array(fc.tuple(fc.nat(40), fc.nat(60)), { minLength: 1, maxLength: 8 }),
        (text, places) => {
          const { workspace } = openAlone(uri, "haproxy", text);
          const document = workspace.document(uri);
          assert.ok(document);
          for (const [line, character] of places) {
            const position = { line, character };
            hover(workspace, uri, position, "zh-cn");
            complete(workspace, uri, position, "en");
            definition(workspace, uri, position);
            references(workspace, uri, position, true);
            renameTarget(workspace, uri, position);
            rename(workspace, uri, position, "other");
          }
          links(workspace, host, uri);
          outline(haproxy, document);
          folds(haproxy, document);
          assert.equal(tokens(workspace, uri).length % 5, 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is formatted once and for all", () => {
    fc.assert(
      fc.property(anyConfiguration, (text) => {
        const once = formatted(haproxy, text);
        assert.equal(formatted(haproxy, once), once);
      }),
      { numRuns: 500 },
    );
  });
});

/** A related place as something with a range. */
function asEdit<T extends object>(one: T): T & { text: string } {
  return { ...one, text: "" };
}

describe("the fixes of haproxy.cfg", () => {
  for (const { section, text, version } of tableLines((keyword) => keyword.bad, true)) {
    it(`of "${text}" mend what they are for`, () => {
      const settings = version === undefined ? {} : { versions: { haproxy: version } };
      const service = openAlone(uri, "haproxy", `${section}\n    ${text}\n`, settings);
      for (const problem of service.problems(uri).get(uri) ?? []) {
        for (const fix of problem.fixes ?? []) {
          const after = openAlone(uri, "haproxy", edited(service, fix.edits), settings);
          const still = (after.problems(uri).get(uri) ?? []).filter(
            (other) =>
              other.code === problem.code && other.message.en === problem.message.en && other.start === problem.start,
          );
          assert.deepEqual(
            still.map((other) => other.message.en),
            [],
            fix.title.en,
          );
        }
      }
    });
  }
});

describe("hostile haproxy.cfg in the service", () => {
  const inputs: readonly [what: string, text: string][] = [
    ["a word of a megabyte", `frontend a\n ${"x".repeat(1_000_000)}\n`],
    ["a line of a megabyte of words", `frontend a\n acl x ${"ab ".repeat(350_000)}\n`],
    ["a hundred thousand lines", `frontend a\n${" bind :80\n".repeat(100_000)}`],
    ["five thousand ACLs and rules", `frontend a\n${" acl x path /a\n http-request deny if x !x or x\n".repeat(5000)}`],
    [
      "five thousand backends",
      Array.from({ length: 5000 }, (_, i) => `backend b${i}\n server s${i} 10.0.0.1:80\n`).join(""),
    ],
    ["a condition of many terms", `frontend a\n http-request deny if ${"!{ path /a } or x ".repeat(10_000)}\n`],
    ["conditions in conditions", ".if 1\n".repeat(10_000)],
    ["a thousand conditions that close", `${".if 1\n.else\n".repeat(1000)}${".endif\n".repeat(1000)}`],
    ["an expression of many converters", `frontend a\n http-request set-header X %[src${",lower".repeat(20_000)}]\n`],
    ["a format of many items", `frontend a\n log-format "${"%ci%[src]".repeat(20_000)}"\n`],
    [
      "defaults that take from one another",
      Array.from({ length: 2000 }, (_, i) => `defaults d${i} from d${(i + 1) % 2000}\n`).join(""),
    ],
    [
      "servers that track one another",
      `backend b\n${Array.from({ length: 2000 }, (_, i) => ` server s${i} 10.0.0.1:80 track s${(i + 1) % 2000}\n`).join("")}`,
    ],
    ["bytes that are no text", String.fromCharCode(...Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 65_536))],
  ];
  for (const [what, text] of inputs) {
    it(`${what} is read to its end`, () => {
      const service = openAlone(uri, "haproxy", text);
      assert.ok(service.problems(uri).get(uri) !== undefined);
    });
  }
});

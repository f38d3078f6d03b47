/** What must hold for the files of several hosts and any sequence of edits in any of them, with all rules running. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { stackRules } from "../../../server/src/core/languages/stack/rules/index.ts";
import type { Service } from "../../../server/src/core/service.ts";
import { uriOf, workspaceOf } from "../../kit/estate.ts";
import { readFixture } from "../../kit/fixture.ts";
import { said, textIn } from "../../kit/single.ts";

/** Whole workspaces: what the rules across files draw as their examples. */
const workspaces = stackRules
  .flatMap(({ good, bad }) => [...good, ...bad])
  .filter((drawing) => /^\n*#- /.test(drawing))
  .map((drawing) => Object.fromEntries(readFixture(drawing, "keepalived.conf").map(({ name, text }) => [name, text])));

/** What hands do to a line of a file, chosen by numbers that count around. */
interface Slip {
  readonly file: number;
  readonly line: number;
  readonly kind: "remove" | "twice" | "number" | "word" | "copy";
  readonly other: number;
}

const anySlip: fc.Arbitrary<Slip> = fc.record({
  file: fc.nat(20),
  line: fc.nat(60),
  kind: fc.constantFrom("remove", "twice", "number", "word", "copy"),
  other: fc.nat(200),
});

function slipped(text: string, lines: readonly string[], { kind, other }: Slip): string {
  if (kind === "remove") return "";
  if (kind === "twice") return text + text;
  if (kind === "number") return text.replace(/\d+(?!.*\d)/, String(other));
  if (kind === "word") return text.replace(/[A-Za-z_]\w*/, `x${other % 3}`);
  return `${text}${lines[other % lines.length] ?? ""}\n`;
}

/** Everything that is said of all files. */
function allSaid(service: Service, names: readonly string[]): unknown {
  return names.map((name) => [name, said(service, uriOf(name))]);
}

describe("the files of several hosts", () => {
  it("are judged the same after edits as when they are read anew", () => {
    const edits = fc.array(anySlip, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...workspaces), edits, fc.boolean(), (files, slips, looksBetween) => {
        const names = Object.keys(files);
        const service = workspaceOf(files);
        allSaid(service, names);
        for (const slip of slips) {
          const name = names[slip.file % names.length] ?? "";
          const lines = textIn(service, uriOf(name)).split("\n");
          const line = slip.line % lines.length;
          const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
          const text = slipped(`${lines[line] ?? ""}\n`, lines, slip);
          service.change(uriOf(name), [{ range, text }]);
          if (looksBetween) allSaid(service, names);
        }
        const now = Object.fromEntries(names.map((name) => [name, textIn(service, uriOf(name))]));
        assert.deepEqual(allSaid(service, names), allSaid(workspaceOf(now), names));
      }),
      { numRuns: 500 },
    );
  });
});

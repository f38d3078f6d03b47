/** Every rule's own examples: the bad ones must show the fault where it is drawn, the good ones no fault at all. */
import assert from "node:assert/strict";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { allRules } from "../../server/src/core/service.ts";
import { checkProblems } from "../kit/check.ts";

/** What the first file of an example is called. */
const mainFiles: Readonly<Record<string, string>> = { keepalived: "keepalived.conf", haproxy: "haproxy.cfg" };

describe("rules", () => {
  const rules = allRules();

  it("have ids of their own", () => {
    assert.deepEqual(
      rules.map((rule) => rule.id),
      [...new Set(rules.map((rule) => rule.id))],
    );
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      const language = rule.id.split("/")[0] ?? "";
      const settings = { versions: rule.until === undefined ? {} : { [language]: rule.until }, together: [] };
      const name = mainFiles[language] ?? "";
      it("has texts in both languages, and examples", () => {
        for (const text of [rule.summary, rule.why]) assert.ok(text.en !== "" && text.zh !== "" && text.en !== text.zh);
        assert.ok(rule.bad.length > 0 && rule.good.length > 0, "one bad and one good example at least");
      });
      for (const [index, drawing] of rule.bad.entries()) {
        it(`marks bad example ${index + 1}`, () => {
          assert.match(drawing, /\^/, "the example marks the fault");
          checkProblems(drawing, { name, settings, only: (problem) => problem.code === rule.id });
        });
      }
      for (const [index, drawing] of rule.good.entries()) {
        it(`is silent on good example ${index + 1}`, () => {
          checkProblems(drawing, {
            name,
            settings,
            only: (problem) => problem.code === rule.id || isFault(problem.severity, rule),
          });
        });
      }
    });
  }
});

/** Good examples of errors and warnings must be good altogether. */
function isFault(severity: string, rule: Rule): boolean {
  return (rule.severity === "error" || rule.severity === "warning") && severity === "error";
}

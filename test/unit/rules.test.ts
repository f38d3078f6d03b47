/** Every rule's own examples: the bad ones must show the fault where it is drawn, the good ones no fault at all. */
import assert from "node:assert/strict";
import { root as keepalivedRoot } from "../../server/src/core/languages/keepalived/schema/index.ts";
import { root as sysctlRoot } from "../../server/src/core/languages/sysctl-conf/schema/index.ts";
import type { AnyRule } from "../../server/src/core/rules/rule.ts";
import { eachKeyword } from "../../server/src/core/schema/spec.ts";
import { allRules } from "../../server/src/core/service.ts";
import { checkProblems, folder, languageOf, load } from "../kit/check.ts";
import { tableLines } from "../kit/haproxyLines.ts";
import { tableRules } from "../kit/ipvsadmLines.ts";

/** What the first file of an example is called. */
const mainFiles: Readonly<Record<string, string>> = {
  keepalived: "keepalived.conf",
  haproxy: "haproxy.cfg",
  "sysctl-conf": "sysctl.conf",
  "kube-proxy": "kube-proxy.yaml",
  ipvsadm: "ipvsadm.rules",
};

describe("rules", () => {
  const rules = allRules();

  it("have ids of their own", () => {
    assert.deepEqual(
      rules.map((rule) => rule.id),
      [...new Set(rules.map((rule) => rule.id))],
    );
  });

  it("describe every problem that is reported, of tables and of other rules", () => {
    const ids = new Set(rules.map((rule) => rule.id));
    const texts: readonly (readonly [name: string, text: string, version?: string | undefined])[] = [
      ...rules.flatMap((rule) => {
        const [language = ""] = rule.id.split("/");
        return [...rule.bad, ...rule.good].map((text) => [mainFiles[language] ?? "", text, rule.until] as const);
      }),
      ...tableLines((keyword) => [...keyword.ok, ...keyword.bad], true).map(
        ({ section, text, version }) => ["haproxy.cfg", `${section}\n    ${text}\n`, version] as const,
      ),
      ...sysctlRoot.keywords.flatMap(({ ok, bad }) =>
        [...ok, ...bad].map((line) => ["sysctl.conf", `${line}\n`] as const),
      ),
      ...tableRules().map((text) => ["ipvsadm.rules", text] as const),
      ...keepalivedLines().map((text) => ["keepalived.conf", text] as const),
    ];
    const reported = new Set<string>();
    for (const [name, text, version] of texts) {
      const versions = version === undefined ? {} : { [languageOf(name)]: version };
      const { service, files } = load(text, name, { versions, together: [] });
      for (const problems of service.problems(folder + (files[0]?.name ?? "")).values()) {
        for (const { code } of problems) reported.add(code);
      }
    }
    assert.deepEqual(
      [...reported].filter((code) => !ids.has(code)),
      [],
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
function isFault(severity: string, rule: AnyRule): boolean {
  return (rule.severity === "error" || rule.severity === "warning") && severity === "error";
}

/** The lines of keepalived's tables, each in the blocks that it belongs in. */
function keepalivedLines(): readonly string[] {
  const found: string[] = [];
  eachKeyword(keepalivedRoot, (keyword, path) => {
    const blocks = path === "" ? [] : path.split("/");
    const open = blocks.map((block) => `${block} x {\n`).join("");
    for (const line of [...keyword.ok, ...keyword.bad]) found.push(`${open}${line}\n${"}\n".repeat(blocks.length)}`);
  });
  return found;
}

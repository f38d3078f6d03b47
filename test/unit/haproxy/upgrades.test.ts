/** What the fixes of outdated lines make of them. */
import assert from "node:assert/strict";
import { defaultSettings, Service } from "../../../server/src/core/service.ts";
import { fileWith, open, outcomes } from "../../kit/upgrades.ts";

/** The file with the first fix of its first outdated line, how safe that is, and what is still wrong. */
function mended(text: string, version: string) {
  const uri = "file:///etc/haproxy/haproxy.cfg";
  const failed = (rule: string, error: unknown) => assert.fail(`${rule}: ${String(error)}`);
  const settings = { ...defaultSettings, versions: { haproxy: version } };
  const service = new Service({ read: () => undefined, list: () => [], failed }, settings);
  service.open(uri, "haproxy", text);
  const old = /\/(?:removed-keyword|deprecated-keyword|time-without-unit)$/;
  const problem = (service.problems(uri).get(uri) ?? []).find(({ code }) => old.test(code));
  assert.ok(problem, "the line is outdated");
  const fix = problem.fixes?.[0];
  for (const edit of fix?.edits ?? []) service.change(uri, [{ range: service.range(edit), text: edit.text }]);
  const errors = (service.problems(uri).get(uri) ?? []).filter(({ severity }) => severity === "error");
  return {
    text: service.workspace.document(uri)?.text,
    safety: fix?.safety,
    errors: errors.map(({ message }) => message.en),
  };
}

describe("outdated lines of haproxy.cfg", () => {
  for (const [frame, version, before, safety, after] of outcomes) {
    it(`${version}: ${before.replaceAll("\n", ";")}`, () => {
      const { text, errors, ...found } = mended(fileWith(frame, before), version);
      assert.deepEqual({ ...found, text }, { safety, text: fileWith(frame, after) });
      assert.deepEqual(errors, []);
    });
  }
  for (const [frame, version, line] of open) {
    it(`${version}: ${line} (nothing certain)`, () => {
      const text = fileWith(frame, line);
      const found = mended(text, version);
      assert.deepEqual([found.text, found.safety], [text, undefined]);
    });
  }
});

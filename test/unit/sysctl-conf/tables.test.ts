/** The table itself: described, and true to its examples. */
import assert from "node:assert/strict";
import { signature } from "../../../server/src/core/features/hover.ts";
import { sysctlConf } from "../../../server/src/core/languages/sysctl-conf/index.ts";
import { root } from "../../../server/src/core/languages/sysctl-conf/schema/index.ts";
import { others } from "../../../server/src/core/languages/sysctl-conf/schema/others.ts";
import { bindLines } from "../../../server/src/core/schema/bindLines.ts";

function problems(line: string): readonly string[] {
  const source = { uri: "file:///table", section: { text: line, lineStarts: [0] } };
  const { id, negations, maxWords, complaint, defaultVersion: version } = sysctlConf;
  const options = { language: id, root, version, complaint, negations, maxWords, open: true, homes: new Map() };
  return bindLines(sysctlConf.parse(line).items, source, options)
    .problems.filter(({ code }) => !code.endsWith("/removed-keyword"))
    .map(({ severity, code, message }) => `${severity} ${code}: ${message.en}`);
}

describe("the table of sysctl.conf", () => {
  it("has every key once, and none that is also listed without a description", () => {
    const names = root.keywords.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    assert.deepEqual(
      names.filter((name) => others.has(name)),
      [],
    );
  });

  it("has a text in both languages, a version and a link for each", () => {
    for (const { name, doc, since, link } of root.keywords) {
      assert.ok(doc.en.length > 20 && /[\u4e00-\u9fff]/.test(doc.zh), name);
      assert.match(since, /^\d+\.\d+$/, name);
      assert.match(link, /^https:\/\//, name);
    }
  });

  it("shows how a line reads", () => {
    const forwarding = root.keywords.find(({ name }) => name === "net.ipv4.ip_forward");
    assert.ok(forwarding);
    assert.equal(signature(forwarding), "net.ipv4.ip_forward = 0|1");
  });

  for (const { name, ok, bad, removed } of root.keywords) {
    it(`${name} takes and refuses its examples`, () => {
      for (const line of ok) assert.deepEqual(problems(line), [], line);
      for (const line of bad)
        assert.ok(removed !== undefined || problems(line).some((one) => one.startsWith("error")), line);
    });
  }
});

/** The table: described, complete against the types of Kubernetes, and true to its examples. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { found, load } from "../../kit/check.ts";
import { allFields, header, inConfigMap, within } from "../../kit/kubeProxy.ts";

const name = "kube-proxy.yaml";

/** The errors of a file, as "line: message". */
function errors(text: string): readonly string[] {
  const [marks = []] = found(load(text, name), ({ severity }) => severity === "error");
  return marks.map((mark) => `${mark.line}: ${mark.text}`);
}

describe("the table of kube-proxy", () => {
  const fields = allFields();

  it("has the fields of the types upstream, and no other", () => {
    const upstream = readFileSync(new URL("../../data/kube-proxy-fields.txt", import.meta.url), "utf8");
    const wanted = upstream.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const ours = fields.map(({ keyword, path }) => [...path, keyword.name].join("/"));
    assert.deepEqual([...ours].sort(), wanted.sort());
  });

  it("has a text in both languages, a version and a link for each", () => {
    for (const { keyword, path } of fields) {
      const where = [...path, keyword.name].join("/");
      assert.ok(keyword.doc.en.length > 20 && /[\u4e00-\u9fff]/.test(keyword.doc.zh), where);
      assert.match(keyword.since, /^\d+\.\d+$/, where);
      assert.match(keyword.link, /^https:\/\/kubernetes\.io\//, where);
      assert.ok(keyword.ok.length > 0, where);
    }
  });

  for (const { keyword, path } of fields) {
    for (const line of keyword.ok) {
      // The header holds these two already.
      const head = line.startsWith("apiVersion") ? "kind: KubeProxyConfiguration\n" : header;
      it(`${[...path, ""].join("/")}${line} is taken`, () => {
        assert.deepEqual(errors(head + within(path, line)), []);
        assert.deepEqual(errors(inConfigMap(head + within(path, line))), []);
      });
    }
    for (const line of keyword.bad) {
      it(`${[...path, ""].join("/")}${line} is refused, in its line`, () => {
        const [error = ""] = errors(header + within(path, line));
        assert.match(error, new RegExp(`^${2 + path.length}: `));
      });
    }
  }
});

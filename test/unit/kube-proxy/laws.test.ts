/** What must hold for any YAML and any sequence of edits, with all rules and features running. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { complete } from "../../../server/src/core/features/completion.ts";
import { hover } from "../../../server/src/core/features/hover.ts";
import { links } from "../../../server/src/core/features/links.ts";
import { definition, references } from "../../../server/src/core/features/names.ts";
import { kubeProxy } from "../../../server/src/core/languages/kube-proxy/index.ts";
import { leaves, walk } from "../../../server/src/core/syntax/ast.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { anyPiece, anyYaml, header } from "../../kit/kubeProxy.ts";
import { nothing, openAlone, said } from "../../kit/single.ts";

const uri = "file:///etc/kubernetes/kube-proxy.yaml";

describe("any YAML", () => {
  const edit = fc.record({ line: fc.nat(30), character: fc.nat(30), lines: fc.nat(2), text: anyPiece });

  it("has a tree whose leaves stand in order, and whose words are what is written", () => {
    fc.assert(
      fc.property(anyYaml, (file) => {
        for (const { text } of new SectionedDocument(file, kubeProxy.split).sections) {
          const { items } = kubeProxy.parse(text);
          let end = 0;
          for (const leaf of leaves(items)) {
            assert.ok(leaf.start >= end && leaf.end >= leaf.start && leaf.end <= text.length);
            end = leaf.end;
          }
          walk(items, (item) => {
            if (item.kind !== "statement") return;
            for (const word of item.words) assert.equal(word.raw, text.slice(word.start, word.end));
          });
        }
      }),
      { numRuns: 600 },
    );
  });

  it("is judged the same after edits as when it is read anew", () => {
    fc.assert(
      fc.property(anyYaml, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const service = openAlone(uri, "kube-proxy", text);
        service.problems(uri);
        for (const { line, character, lines, text: added } of edits) {
          const start = { line, character };
          service.change(uri, [{ range: { start, end: { line: line + lines, character } }, text: added }]);
          service.problems(uri);
        }
        const now = service.workspace.document(uri)?.text ?? "";
        assert.deepEqual(said(service, uri), said(openAlone(uri, "kube-proxy", now), uri));
      }),
      { numRuns: 300 },
    );
  });

  it("lets no feature fail, wherever the cursor stands", () => {
    fc.assert(
      fc.property(anyYaml, fc.nat(30), fc.nat(30), (text, line, character) => {
        const { workspace } = openAlone(uri, "kube-proxy", text);
        const position = { line, character };
        hover(workspace, uri, position, "en");
        complete(workspace, uri, position, "zh-cn");
        definition(workspace, uri, position);
        references(workspace, uri, position, true);
        links(workspace, nothing, uri);
      }),
      { numRuns: 600 },
    );
  });

  it("may be nested as deeply as one likes", () => {
    for (const nested of ["[", "{a: ", "- ", "? ", "{", "!a ", "&a ", ": "]) {
      const text = `${header}mode: ${nested.repeat(2_000)}\n`;
      assert.doesNotThrow(() => said(openAlone(uri, "kube-proxy", text), uri));
      assert.doesNotThrow(() => said(openAlone(uri, "kube-proxy", `${header}${nested.repeat(2_000)}\n`), uri));
    }
    const steps = Array.from({ length: 1500 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("");
    assert.doesNotThrow(() => said(openAlone(uri, "kube-proxy", `${header}ipvs:\n${steps}`), uri));
  });
});

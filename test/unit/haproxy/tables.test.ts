import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { haproxy } from "../../../server/src/core/languages/haproxy/index.ts";
import { bindOptions } from "../../../server/src/core/languages/haproxy/schema/bindOptions.ts";
import { root } from "../../../server/src/core/languages/haproxy/schema/index.ts";
import { serverOptions } from "../../../server/src/core/languages/haproxy/schema/serverOptions.ts";
import { bindLines } from "../../../server/src/core/schema/bindLines.ts";
import { tableWords } from "../../../server/src/core/schema/words.ts";
import { type TableLine, tableLines } from "../../kit/haproxyLines.ts";

/** What the binder refuses of a line in a section. */
function errors({ section, text, version }: TableLine): readonly string[] {
  const content = `${section}\n    ${text}\n`;
  const { id: language, negations, maxWords, complaint } = haproxy;
  const { homes } = tableWords(root);
  const source = {
    uri: "file:///table",
    section: { text: content, lineStarts: [0, section.length + 1, content.length] },
  };
  const options = { language, root, version, complaint, negations, maxWords, homes };
  const { items } = haproxy.preprocess(haproxy.parse(content).items, source, haproxy.emptyEnvironment, {
    version,
    endsFile: true,
    configId: undefined,
    include: () => undefined,
    parse: () => ({ items: [] }),
  });
  return bindLines(items, source, options)
    .problems.filter((problem) => problem.severity === "error")
    .map((problem) => `${problem.code}: ${problem.message.en}`);
}

describe("the tables of haproxy.cfg", () => {
  it("hold every name of the committed list", () => {
    const upstream = readFileSync(new URL("../../data/haproxy-keywords.txt", import.meta.url), "utf8");
    const names = new Set<string>();
    for (const section of root.keywords) {
      names.add(`section ${section.name}`);
      if (section.body?.kind !== "keywords") continue;
      const kind = ["frontend", "backend", "listen", "defaults"].includes(section.name) ? "proxy" : section.name;
      for (const keyword of section.body.keywords) names.add(`${kind} ${keyword.name}`);
    }
    for (const option of serverOptions) names.add(`server ${option.name}`);
    for (const option of bindOptions) names.add(`bind ${option.name}`);
    const missing = upstream.split("\n").filter((line) => line !== "" && !line.startsWith("#") && !names.has(line));
    assert.deepEqual(missing, []);
  });

  it("speak both languages", () => {
    for (const section of root.keywords) {
      for (const { name, doc } of section.body?.kind === "keywords" ? section.body.keywords : []) {
        assert.ok(doc.en !== name && /[\u4e00-\u9fff]/.test(doc.zh), `${section.name} ${name}`);
      }
    }
  });

  for (const line of tableLines((keyword) => keyword.ok)) {
    it(`takes "${line.text}" (${line.version})`, () => assert.deepEqual(errors(line), []));
  }
  for (const line of tableLines((keyword) => keyword.bad, true)) {
    it(`refuses "${line.text}" (${line.version})`, () => assert.notDeepEqual(errors(line), []));
  }
});

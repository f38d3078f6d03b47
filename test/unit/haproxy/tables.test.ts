import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { haproxy } from "../../../server/src/core/languages/haproxy/index.ts";
import { bindOptions } from "../../../server/src/core/languages/haproxy/schema/bindOptions.ts";
import { root } from "../../../server/src/core/languages/haproxy/schema/index.ts";
import { ruleOf } from "../../../server/src/core/languages/haproxy/schema/ruleSets.ts";
import { serverOptions } from "../../../server/src/core/languages/haproxy/schema/serverOptions.ts";
import { bindLines } from "../../../server/src/core/schema/bindLines.ts";
import { effectHere, isKnownIn, type Keyword } from "../../../server/src/core/schema/spec.ts";
import { tableWords } from "../../../server/src/core/schema/words.ts";

/** Newest first: an entry is judged by the newest version that knows it. */
const versions = ["3.5", "3.4", "3.2", "3.0", "2.8", "2.6", "2.4", "2.2", "2.0", "1.8", "1.6", "1.5"];

interface Line {
  readonly name: string;
  readonly section: string;
  readonly text: string;
  readonly version: string;
}

/** What the binder refuses of a line in a section. */
function errors({ section, text, version }: Line): readonly string[] {
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

/** The header of a section in which an entry works. */
function headerOf(section: Keyword): string {
  return section.args.length === 0 ? section.name : `${section.name} x`;
}

/** The lines of all entries; those that must be refused of what is gone, by the version that lost it. */
function linesOf(list: (keyword: Keyword) => readonly string[], refused = false): readonly Line[] {
  const found = new Map<string, Line>();
  for (const section of root.keywords) {
    if (section.body?.kind !== "keywords") continue;
    for (const keyword of section.body.keywords) {
      const known = versions.find((one) => isKnownIn(keyword, one));
      const version = refused && keyword.removed !== undefined ? keyword.removed.in : known;
      if (version === undefined || effectHere(keyword, version) !== "works") continue;
      if (section.name === "defaults" && ruleOf(keyword) !== undefined) continue;
      for (const text of list(keyword)) {
        const line = { name: keyword.name, section: headerOf(section), text, version };
        if (!found.has(text)) found.set(text, line);
      }
    }
  }
  for (const [entries, section, before] of [
    [serverOptions, "backend x", "server s 127.0.0.1:80 "],
    [bindOptions, "frontend x", "bind 127.0.0.1:80 "],
  ] as const) {
    for (const option of entries) {
      const version = versions.find((one) => isKnownIn(option, one)) ?? "3.4";
      for (const text of list(option))
        found.set(before + text, { name: option.name, section, text: before + text, version });
    }
  }
  return [...found.values()];
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

  for (const line of linesOf((keyword) => keyword.ok)) {
    it(`takes "${line.text}" (${line.version})`, () => assert.deepEqual(errors(line), []));
  }
  for (const line of linesOf((keyword) => keyword.bad, true)) {
    it(`refuses "${line.text}" (${line.version})`, () => assert.notDeepEqual(errors(line), []));
  }
});

/** The tables themselves: complete against the names of the upstream sources, described, and true to their examples. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import { root } from "../../../server/src/core/languages/keepalived/schema/index.ts";
import { bind } from "../../../server/src/core/schema/bind.ts";
import { eachKeyword, type Keyword } from "../../../server/src/core/schema/spec.ts";
import { tableWords } from "../../../server/src/core/schema/words.ts";

const all: { keyword: Keyword; path: string }[] = [];
eachKeyword(root, (keyword, path) => all.push({ keyword, path }));

/** What the binder says of a line inside the blocks of `path`. */
function problems(line: string, path: string): readonly string[] {
  const blocks = path === "" ? [] : path.split("/");
  const heads = blocks.map((name) => `${headOf(name)} {\n`);
  const text = `${heads.join("")}${line}\n${"}\n".repeat(blocks.length)}`;
  const { homes } = tableWords(root);
  const source = { uri: "file:///table", section: { text, lineStarts: [0] } };
  const bound = bind(
    keepalived.parse(text).items,
    source,
    { language: "keepalived", root, version: "2.5", complaint: "error", homes },
    true,
  );
  return bound.problems
    .filter((problem) => problem.severity === "error" && problem.code !== "keepalived/deprecated-keyword")
    .map((problem) => `${problem.code}: ${problem.message.en}`);
}

/** A block's keyword with a name where it needs one. */
function headOf(name: string): string {
  if (name === "virtual_server" || name === "real_server") return `${name} 192.0.2.1 80`;
  const needsName = all.some(
    ({ keyword }) => keyword.name === name && keyword.body !== undefined && keyword.args.length > 0,
  );
  return needsName ? `${name} x` : name;
}

describe("the table of keepalived.conf", () => {
  it("has every keyword that the sources install, in its block, and no other", () => {
    const upstream = readFileSync(new URL("../../data/keepalived-keywords.txt", import.meta.url), "utf8");
    const wanted = upstream.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const ours = all.map(({ keyword, path }) => `${path}/${keyword.name}`).sort();
    assert.deepEqual(ours, wanted.sort());
  });

  it("has a text in both languages, a version and a link for each", () => {
    for (const { keyword, path } of all) {
      const where = `${path}/${keyword.name}`;
      assert.ok(keyword.doc.en.length > 20 && /[\u4e00-\u9fff]/.test(keyword.doc.zh), where);
      assert.match(keyword.since, /^\d+\.\d+\.\d+$/, where);
      assert.match(keyword.link, /^https:\/\//, where);
    }
  });

  it("names in `deprecated` and `aliasOf` only what exists", () => {
    const names = new Set(all.map(({ keyword }) => keyword.name));
    for (const { keyword } of all) {
      for (const name of [keyword.aliasOf, keyword.deprecated?.use]) {
        assert.ok(name === undefined || names.has(name), `${keyword.name} → ${name}`);
      }
    }
  });

  for (const { keyword, path } of all) {
    const where = `${path}/${keyword.name}`;
    for (const line of keyword.ok) {
      it(`${where} takes: ${line.replace(/\n.*/s, " …")}`, () => assert.deepEqual(problems(line, path), []));
    }
  }
});

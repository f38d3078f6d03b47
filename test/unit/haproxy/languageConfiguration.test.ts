/** What VS Code indents by itself, without the language server. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { root } from "../../../server/src/core/languages/haproxy/schema/index.ts";

const file = path.join(import.meta.dirname, "../../../syntaxes/haproxy.language-configuration.json");
const { indentationRules, wordPattern } = JSON.parse(fs.readFileSync(file, "utf8")) as {
  readonly indentationRules: Readonly<Record<"increaseIndentPattern" | "decreaseIndentPattern", string>>;
  readonly wordPattern: string;
};

describe("the language configuration of haproxy.cfg", () => {
  const increase = new RegExp(indentationRules.increaseIndentPattern);
  const decrease = new RegExp(indentationRules.decreaseIndentPattern);

  it("indents below every section, and takes back the next header", () => {
    for (const { name } of root.keywords) {
      assert.ok(increase.test(`${name} a`) && decrease.test(`    ${name} a`), name);
    }
  });

  it("leaves other lines", () => {
    for (const line of ["    mode http", "    log global", "    acme.scheduler auto", "    default_backend a"]) {
      assert.ok(!increase.test(line) && !decrease.test(line), line);
    }
  });

  it("takes dots and dashes as parts of a word", () => {
    const words = (text: string) => text.match(new RegExp(wordPattern, "g"));
    assert.deepEqual(words("http-request set-var(txn.a) req.hdr(x-b),lower"), [
      "http-request",
      "set-var",
      "txn.a",
      "req.hdr",
      "x-b",
      "lower",
    ]);
  });
});

import assert from "node:assert/strict";
import { found, load } from "../../kit/check.ts";
import { aroundLine, entries } from "../../kit/ipvsadmLines.ts";

/** What is wrong with a line of the tables, in a file in which it makes sense. */
function errors(line: string): readonly string[] {
  const [marks = []] = found(load(aroundLine(line), "ipvsadm.rules"), ({ severity }) => severity === "error");
  return marks.map(({ text }) => text);
}

describe("the tables of ipvsadm", () => {
  it("speak both languages", () => {
    for (const { name, doc } of entries) assert.ok(doc.en !== name && /[\u4e00-\u9fff]/.test(doc.zh), name);
  });

  for (const { name, ok, bad } of entries) {
    for (const line of ok) it(`${name}: takes "${line}"`, () => assert.deepEqual(errors(line), []));
    for (const line of bad) it(`${name}: refuses "${line}"`, () => assert.notDeepEqual(errors(line), []));
  }
});

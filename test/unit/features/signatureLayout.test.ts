/** Long signatures: a line for each part, and nothing lost but the last of very many alternatives. */
import assert from "node:assert/strict";
import { layOut } from "../../../server/src/core/features/signatureLayout.ts";

const many = Array.from({ length: 60 }, (_, index) => `alternative${index}`).join("|");

describe("the layout of signatures", () => {
  it("leaves short ones as they are", () => {
    assert.equal(layOut("server NAME ADDRESS[:PORT] [OPTION…]", "server"), "server NAME ADDRESS[:PORT] [OPTION…]");
  });

  it("puts each optional part on its line, and breaks before alternatives", () => {
    const signature =
      "deny STATUS [content-type TYPE] [default-errorfiles|errorfile FILE|errorfiles HTTP-ERRORS|file FILE|lf-file FILE|string STRING] [hdr HEADER FORMAT]… [{if|unless} CONDITION]";
    assert.equal(
      layOut(signature, "deny"),
      `deny STATUS
    [content-type TYPE]
    [default-errorfiles|errorfile FILE|errorfiles HTTP-ERRORS|file FILE
        |lf-file FILE|string STRING]
    [hdr HEADER FORMAT]…
    [{if|unless} CONDITION]`,
    );
  });

  it("fills lines with many optional parts", () => {
    const parts = Array.from({ length: 12 }, (_, index) => `[--part${index} VALUE]`);
    const [head, ...below] = layOut(`-a ADDRESS ${parts.join(" ")}`, "-a").split("\n");
    assert.equal(head, "-a ADDRESS");
    assert.equal(below.length, 3);
    assert.equal(below.map((line) => line.trim()).join(" "), parts.join(" "));
  });

  it("says once what may be repeated", () => {
    assert.equal(layOut("set a|b [a|b]…", "set"), "set a|b …");
    assert.equal(layOut("set(NAME,[a|b,[a|b]…]) X", "set"), "set(NAME,[a|b,…]) X");
  });

  it("keeps whole alternatives together, and what is one word with the name", () => {
    const lines = layOut(`filter trace [name NAME] [quiet]|compression|${many}`, "filter").split("\n");
    assert.equal(lines[0], "filter");
    assert.match(lines[1] ?? "", /^ {4}trace \[name NAME\] \[quiet\]\|compression/);
    assert.match(layOut(`do-it(A,B,[${many.slice(0, 100)}]) X [{if|unless} CONDITION]`, "do-it"), /^do-it\(A.*\) X\n/);
  });

  it("leaves out the last of very many", () => {
    const lines = layOut(`word [${many}]…`, "word").split("\n");
    assert.equal(lines.length, 6);
    assert.match(lines.at(-1) ?? "", /\|…\]…$/);
  });
});

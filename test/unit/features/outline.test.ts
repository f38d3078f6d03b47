/** Symbols, folding and semantic tokens of a drawn file. */
import assert from "node:assert/strict";
import { folds, type Outline, outline } from "../../../server/src/core/features/outline.ts";
import { tokens, tokenTypes } from "../../../server/src/core/features/tokens.ts";
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { folder, load } from "../../kit/check.ts";

const text = `# one
# two
global_defs {
    router_id lb1
}

vrrp_instance VI_1 {
    # three
    state MASTER
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`;

describe("outline", () => {
  it("names blocks by their own name, or by their keyword", () => {
    const draw = (list: readonly Outline[], indent = ""): string =>
      list
        .map(
          (one) =>
            `${indent}${one.name}${one.detail === "" ? "" : ` (${one.detail})`}\n${draw(one.children, `${indent}  `)}`,
        )
        .join("");
    assert.equal(
      draw(outline(keepalived, new SectionedDocument(text, keepalived.split))),
      "global_defs\nVI_1 (vrrp_instance)\n  virtual_ipaddress\n",
    );
  });

  it("folds blocks and comments of several lines", () => {
    const document = new SectionedDocument(text, keepalived.split);
    const lines = folds(keepalived, document).map((fold) => {
      const from = document.positionIn(fold.section, fold.start).line;
      const to = document.positionIn(fold.section, fold.end).line;
      return `${fold.kind} ${from + 1}-${to + 1}`;
    });
    assert.deepEqual(lines, ["comment 1-2", "block 3-5", "block 7-13", "block 10-12"]);
  });
});

describe("semantic tokens", () => {
  it("colour keywords, names, values, numbers and options", () => {
    const { service } = load(text);
    const data = tokens(service.workspace, `${folder}keepalived.conf`);
    const lines = text.split("\n");
    const drawn: string[] = [];
    let line = 0;
    let character = 0;
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
      line += down;
      character = down === 0 ? character + right : right;
      drawn.push(`${lines[line]?.slice(character, character + length)}:${tokenTypes[type]}`);
    }
    assert.deepEqual(drawn, [
      "global_defs:keyword",
      "router_id:property",
      "lb1:string",
      "vrrp_instance:keyword",
      "VI_1:class",
      "state:property",
      "MASTER:enumMember",
      "virtual_ipaddress:keyword",
      "192.0.2.10/24:number",
      "dev:property",
      "eth0:string",
    ]);
  });
});

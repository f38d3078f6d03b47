/** What hover says of keywords, values, names, variables and the preprocessor's words. */
import assert from "node:assert/strict";
import { root } from "../../../server/src/core/languages/keepalived/schema/index.ts";
import { eachKeyword } from "../../../server/src/core/schema/spec.ts";
import { hoverAt } from "../../kit/verbs.ts";

const inside = (line: string) => `vrrp_instance VI_1 {\n    ${line}\n}\n`;

describe("hover", () => {
  it("shows signature, text, default, version and link of a keyword", () => {
    const card = hoverAt(inside("advert_$0int 1"));
    for (const part of ["advert_int 0.01-255", "Default", "Since: 1.1.10", "manpages.debian.org", "Unit: s"]) {
      assert.ok(card.includes(part), `${part} in ${card}`);
    }
  });

  it("speaks Chinese", () => {
    assert.match(hoverAt(inside("prio$0rity 100"), "zh-cn"), /决定选举.*手册/s);
  });

  it("says what a value means", () => {
    assert.match(hoverAt("virtual_server 192.0.2.1 80 {\n  lb_algo w$0rr\n}\n"), /`wrr`.*weights/);
  });

  it("shows where a name is defined", () => {
    const script = 'vrrp_script chk {\n  script "/bin/true"\n}\n';
    const card = hoverAt(`${script}${inside("track_script {\n        c$0hk\n    }")}`);
    assert.ok(card.includes('script "/bin/true"') && card.includes("line 1"), card);
  });

  it("shows what a variable stands for", () => {
    assert.match(hoverAt(`$VIP=192.0.2.10\n${inside("virtual_ipaddress {\n        $0$VIP\n    }")}`), /192\.0\.2\.10/);
  });

  it("explains include and loops", () => {
    assert.match(hoverAt("incl$0ude conf.d/*.conf\n"), /glob/);
    assert.match(hoverAt("~S$0EQ(i, 1, 3) static_ipaddress { 10.0.0.$i }\n"), /counting/);
  });

  it("is silent on blanks", () => {
    assert.equal(hoverAt("global_defs {\n$0\n}\n"), "");
  });

  it("has a card for every keyword in its block, in both languages", () => {
    eachKeyword(root, (keyword, path) => {
      const blocks = path === "" ? [] : path.split("/");
      const heads = blocks.map((block) => `${block} x {\n`).join("");
      const text = `${heads}$0${keyword.name} x\n${"}\n".repeat(blocks.length)}`;
      for (const locale of ["en", "zh-cn"] as const) {
        const wanted = locale === "en" ? keyword.doc.en : keyword.doc.zh;
        assert.ok(hoverAt(text, locale).includes(wanted), `${path}/${keyword.name}`);
      }
    });
  });
});

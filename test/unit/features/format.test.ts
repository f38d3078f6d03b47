/** Formatting: what it does to a drawing, and its laws. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { keepalived } from "../../../server/src/core/languages/keepalived/index.ts";
import { dump } from "../../../server/src/core/syntax/dump.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { anyConfiguration } from "../../kit/arbitrary.ts";
import { formatted } from "../../kit/single.ts";

describe("formatting", () => {
  it("indents by blocks and cuts trailing blanks", () => {
    const crooked =
      "  global_defs {\nrouter_id a  \n      }\n\n \nvrrp_instance b\n{\n# c\n virtual_ipaddress { 10.0.0.1 }\n\ttrack_script {\nchk\n}\n}\n";
    const straight =
      "global_defs {\n    router_id a\n}\n\n\nvrrp_instance b\n{\n    # c\n    virtual_ipaddress { 10.0.0.1 }\n    track_script {\n        chk\n    }\n}\n";
    assert.equal(formatted(keepalived, crooked), straight);
  });

  it("keeps line ends, and the lines of a definition", () => {
    const text = "$A= a { \\\r\n   b \\\r\n }\r\nc {\r\n\td\r\n}\r\n";
    assert.equal(formatted(keepalived, text, "  "), text.replace("\td", "  d"));
  });

  it("leaves a section alone whose braces do not match", () => {
    const text = "global_defs {\nrouter_id a\nvrrp_instance b {\n}\n";
    assert.equal(formatted(keepalived, text), text);
  });

  it("twice is once", () => {
    fc.assert(
      fc.property(anyConfiguration, (text) => {
        const once = formatted(keepalived, text);
        assert.equal(formatted(keepalived, once), once);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves every word and block as it was", () => {
    const tree = (text: string) => {
      const document = new SectionedDocument(text, keepalived.split);
      return document.sections
        .map((section) => dump(keepalived.parse(section.text)).replaceAll(/ +"/g, '"'))
        .join("\n");
    };
    const words = (text: string) => tree(text).replaceAll(/\s+/g, " ").trim();
    // No words that begin a section: where braces do not match, the margin decides to which section a line belongs.
    const cleanly = fc.constantFrom("x {\n", "a b\n", "}\n", " \t", '"c d"', "{\n", "# e\n");
    fc.assert(
      fc.property(fc.array(cleanly, { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        assert.equal(words(formatted(keepalived, text)), words(text));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Formatting where blocks have no braces. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { haproxy } from "../../../server/src/core/languages/haproxy/index.ts";
import { SectionedDocument } from "../../../server/src/core/text/document.ts";
import { formatted } from "../../kit/single.ts";

const cases: readonly [what: string, crooked: string, straight: string][] = [
  [
    "indents the lines of a section by one step",
    "  global\nmaxconn 5  \n\t log a\n\n frontend web\n        bind :80 # x\n",
    "global\n    maxconn 5\n    log a\n\nfrontend web\n    bind :80 # x\n",
  ],
  [
    "indents comments between the lines, and leaves those above the next section",
    "backend a\n# in\n  mode http\n   # b was here\n\n# about\n#   web\nfrontend web\n",
    "backend a\n    # in\n    mode http\n   # b was here\n\n# about\n#   web\nfrontend web\n",
  ],
  [
    "leaves the preprocessor's lines and the indentation between them",
    "global\n  .if feature(X)\n      nbthread 2\nnbproc 1\n  .else\n# c\n.endif\n  maxconn 5\n",
    "global\n  .if feature(X)\n      nbthread 2\n    nbproc 1\n  .else\n    # c\n.endif\n    maxconn 5\n",
  ],
  [
    "leaves the lines of template engines",
    "backend a\n{% for s in all %}\n  server {{ s }} {{ s }}:80\n{% endfor %}\n mode http\n",
    "backend a\n{% for s in all %}\n    server {{ s }} {{ s }}:80\n{% endfor %}\n    mode http\n",
  ],
  ["leaves an escaped blank at the end", "backend a\n  description x\\ \n", "backend a\n    description x\\ \n"],
  ["keeps CRLF", "backend a\r\n  mode http \r\n", "backend a\r\n    mode http\r\n"],
];

describe("formatting of haproxy.cfg", () => {
  for (const [what, crooked, straight] of cases) it(what, () => assert.equal(formatted(haproxy, crooked), straight));

  it("twice is once, and no word changes", () => {
    const parts = [
      "frontend a\n",
      "global\n",
      " bind :80 \n",
      "#c\n",
      "  # d\n",
      ".if 1\n",
      "  .endif\n",
      "\n",
      "{% x %}\n",
      'x "y  z"\\ \n',
    ];
    const words = (text: string) =>
      new SectionedDocument(text, haproxy.split).sections.map(({ text: one }) =>
        JSON.stringify(haproxy.parse(one), ["items", "block", "words", "value"]),
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), (chosen) => {
        const text = chosen.join("");
        const once = formatted(haproxy, text);
        assert.equal(formatted(haproxy, once), once);
        assert.deepEqual(words(once), words(text));
      }),
      { numRuns: 500 },
    );
  });
});

/** Patterns of paths in `.ha-config.json`. */
import assert from "node:assert/strict";
import { pathMatcher } from "../../../server/src/core/text/glob.ts";

describe("a pattern of paths", () => {
  const cases: readonly (readonly [pattern: string, yes: readonly string[], no: readonly string[]])[] = [
    ["lb1/**", ["lb1/a", "lb1/a/b.conf"], ["lb2/a", "xlb1/a"]],
    ["lb1", ["lb1/keepalived.conf", "lb1"], ["lb10/keepalived.conf"]],
    ["./lb1/", ["lb1/x"], ["x/lb1"]],
    ["**/keepalived.conf", ["keepalived.conf", "a/b/keepalived.conf"], ["a/haproxy.cfg"]],
    ["*/haproxy.{cfg,conf}", ["a/haproxy.cfg", "b/haproxy.conf"], ["haproxy.cfg", "a/b/haproxy.cfg"]],
    ["a/**/**/b", ["a/b", "a/x/y/b/c"], ["b"]],
  ];
  for (const [pattern, yes, no] of cases) {
    it(`${pattern} means what it says`, () => {
      const matches = pathMatcher(pattern);
      assert.deepEqual(
        yes.filter((path) => !matches(path)),
        [],
      );
      assert.deepEqual(no.filter(matches), []);
    });
  }
});

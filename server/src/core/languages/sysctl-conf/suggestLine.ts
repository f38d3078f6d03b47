/**
 * Keys for completion. Those of interfaces come with a gap for the name, and once for each interface that the file
 * mentions or that is being typed.
 */
import type { Suggestion } from "../../schema/value.ts";
import { root } from "./schema/index.ts";
import { dotted, exchange } from "./syntax/key.ts";
import { interfaceScope } from "./values/assignment.ts";

/** `typed` is the key so far; `used` gives the names of a scope that the files mention. */
export function suggestLine(typed: string, used: (scope: string) => readonly string[]): readonly Suggestion[] {
  const isSlashed = /[./]/.exec(typed)?.[0] === "/";
  const spell = (key: string) => (isSlashed ? exchange(key) : key);
  const names = used(interfaceScope).map(exchange);
  const begun = /^net\.ipv[46]\.(?:conf|neigh)\.([^.*]+)\./.exec(dotted(typed))?.[1];
  const interfaces = [...new Set(["all", "default", ...names, ...(begun === undefined ? [] : [begun])])];
  return root.keywords
    .filter(({ removed }) => removed === undefined)
    .flatMap((keyword): readonly Suggestion[] => {
      const one = (label: string, insert: string): Suggestion => ({
        label,
        kind: "keyword",
        insert: `${insert} = $0`,
        keyword,
        again: true,
      });
      const { name, pattern } = keyword;
      if (pattern !== true) return [one(spell(name), spell(name))];
      const filled = interfaces.map((part) => spell(name.replace("*", part)));
      const gap = spell(name).replace("*", "${1:eth0}");
      return [one(spell(name), gap), ...filled.map((key) => one(key, key))];
    });
}

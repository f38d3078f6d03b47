/** keepalived.conf as a language. */
import snippets from "../../../../../snippets/keepalived.json" with { type: "json" };
import type { Language } from "../../model/language.ts";
import { tableWords } from "../../schema/words.ts";
import { type Tree, walk } from "../../syntax/ast.ts";
import { directives, predefined } from "./directives.ts";
import { facts } from "./facts/index.ts";
import { checkLines } from "./lines.ts";
import { parse, prepare } from "./parser.ts";
import { preprocess } from "./preprocess.ts";
import { root } from "./schema/index.ts";
import { createSplitter } from "./sections.ts";

const words = tableWords(root);

/** Words that nothing but a keepalived.conf has at the start of a line. */
const typical =
  /^[ \t]*(?:@\S+[ \t]+)?(?:global_defs|vrrp_(?:instance|script|sync_group|track_process)|virtual_server(?:_group)?|bfd_instance|static_ipaddress|track_group)\b/m;

export const keepalived: Language = {
  id: "keepalived",
  title: "keepalived",
  recognise(path, text) {
    const name = path.replace(/^.*[/\\]/, "");
    const byName = /keepalived/i.test(name) ? 2 : /[/\\]keepalived[/\\]/.test(path) && name.endsWith(".conf") ? 1 : 0;
    return byName + (typical.test(text) ? 2 : 0);
  },
  split: createSplitter(words.root, words.rootOnly),
  parse: (text) => parse(text, words.blocks),
  layout: "braces",
  negations: [],
  maxWords: Number.POSITIVE_INFINITY,
  root,
  // Its test ends with an error status whatever it complains of (keepalived/core/main.c).
  complaint: "error",
  doubt: () => "none",
  companions: () => [],
  checkText: checkLines,
  prepare,
  defaultVersion: "2.4",
  versions: ["2.0", "2.1", "2.2", "2.3", "2.4"].map((version) => ({ version })),
  configIds,
  emptyEnvironment: { definitions: new Map() },
  needsPreprocessing: (text) => /[$@~]|include/.test(text),
  preprocess,
  glossaries: [],
  directives,
  predefined,
  triggers: [" ", "$", "~"],
  snippets,
  facts,
  tellsHosts: true,
};

/** Ids of `@id` lines; `@^id` lines also mean a host that has none of them, unless two others are named. */
function configIds(trees: readonly Tree[]): readonly (string | undefined)[] {
  const named = new Set<string>();
  const excluded = new Set<string>();
  for (const tree of trees) {
    walk(tree.items, (item) => {
      if (item.kind !== "statement" || item.condition === undefined) return;
      const id = item.condition.raw.slice(1);
      if (id.startsWith("^")) excluded.add(id.slice(1));
      else if (id !== "") named.add(id);
    });
  }
  const ids = [...new Set([...named, ...excluded])];
  return excluded.size > 0 && named.size < 2 ? [...ids, undefined] : ids;
}

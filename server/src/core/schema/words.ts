/** Sets of words that grammars derive from a table, so that no directive name stands in a grammar. */
import { type Body, eachKeyword, type KeywordBody } from "./spec.ts";

export interface TableWords {
  /** Words that begin a section at the root. */
  readonly root: ReadonlySet<string>;
  /** Those of them that open a block and that no block knows as its own. */
  readonly rootOnly: ReadonlySet<string>;
  /** Words that open a block wherever they stand. */
  readonly blocks: ReadonlySet<string>;
  /** The blocks in which each keyword may stand; `""` is the root. */
  readonly homes: ReadonlyMap<string, readonly string[]>;
}

const kept = new WeakMap<KeywordBody, TableWords>();

/** The words of a table; it is walked once, however many configurations ask. */
export function tableWords(table: KeywordBody): TableWords {
  let words = kept.get(table);
  if (words === undefined) {
    words = collect(table);
    kept.set(table, words);
  }
  return words;
}

function collect(table: KeywordBody): TableWords {
  const homes = new Map<string, string[]>();
  const bodies = new Map<string, (Body | undefined)[]>();
  eachKeyword(table, (keyword, path) => {
    homes.set(keyword.name, [...(homes.get(keyword.name) ?? []), path]);
    bodies.set(keyword.name, [...(bodies.get(keyword.name) ?? []), keyword.body]);
  });
  const blocks = new Set(
    [...bodies].filter(([, all]) => all.every((body) => body !== undefined)).map(([name]) => name),
  );
  const root = new Set(table.keywords.map((keyword) => keyword.name));
  const rootOnly = new Set([...root].filter((name) => blocks.has(name) && homes.get(name)?.length === 1));
  return { root, rootOnly, blocks, homes };
}

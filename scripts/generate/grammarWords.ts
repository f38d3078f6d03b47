// What a TextMate grammar wants to know of a language table: which words begin a line, and which may follow them.

import { type Argument, eachKeyword, type Keyword, type KeywordBody } from "../../server/src/core/schema/spec.ts";
import type { Suggestion, Value } from "../../server/src/core/schema/value.ts";
import { tableWords } from "../../server/src/core/schema/words.ts";
import { allSuggestions } from "./suggestions.ts";

/** What a word is that is neither a number nor in a list. */
export type Rest = "definition" | "reference" | "string" | "plain";

/** What may follow a keyword on its line, or stand on the lines of its block. */
export interface Follow {
  /** Words with a fixed meaning: `MASTER`, `on`, `rr`. */
  readonly constants: readonly string[];
  /** Words that a value follows, or that switch something: `dev`, `weight`. */
  readonly options: readonly string[];
  readonly numbers: boolean;
  readonly rest: Rest;
}

/** Keywords with the same things after them. */
export interface Group {
  /** From the group's first keyword, so that it stays when other groups come or go. */
  readonly name: string;
  readonly keywords: readonly string[];
  readonly follow: Follow;
  /** Of lists: a name stands before the brace. */
  readonly named: boolean;
}

export interface GrammarWords {
  readonly directives: readonly Group[];
  /** Keywords that open a block of keywords. */
  readonly blocks: readonly Group[];
  /** Keywords that open a block of lines, grouped by what stands on the lines. */
  readonly lists: readonly Group[];
  /** Words that only the root knows as a block: where a list lacks its closing brace, it ends here. */
  readonly rootBlocks: readonly string[];
}

/** The entries of each name: one keyword may mean different things in different blocks. */
type ByName = Map<string, Keyword[]>;

export function grammarWords(table: KeywordBody): GrammarWords {
  const directives: ByName = new Map();
  const blocks: ByName = new Map();
  const lists: ByName = new Map();
  eachKeyword(table, (keyword) => {
    const kind = keyword.body === undefined ? directives : keyword.body.kind === "keywords" ? blocks : lists;
    kind.set(keyword.name, [...(kind.get(keyword.name) ?? []), keyword]);
  });
  return {
    directives: groups(directives),
    blocks: groups(blocks),
    lists: groups(lists),
    rootBlocks: [...tableWords(table).rootOnly].sort(),
  };
}

function groups(byName: ByName): readonly Group[] {
  const groups = new Map<string, Group & { readonly keywords: string[] }>();
  for (const [name, entries] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const follow = followOf(entries.flatMap(argumentsOf).map(({ value }) => value));
    const named = entries.some(({ args, body }) => body?.kind === "lines" && args.length > 0);
    const key = JSON.stringify([follow, named]);
    const group = groups.get(key) ?? { name, keywords: [], follow, named };
    group.keywords.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function argumentsOf({ args, body }: Keyword): readonly Argument[] {
  return body?.kind === "lines" ? body.line : args;
}

function followOf(values: readonly Value[]): Follow {
  const offered = values
    .flatMap(allSuggestions)
    .filter(({ label }) => /^[A-Za-z][\w-]*$|^\d[\d.]*[A-Za-z]$/.test(label));
  const labels = (kind: Suggestion["kind"]) =>
    [...new Set(offered.filter((one) => one.kind === kind).map(({ label }) => label))].sort();
  const options = labels("option");
  const text = values.filter((value) => value.token === "string");
  return {
    // What completion offers for free text is an example, not a word of the language.
    constants: text.length > 0 ? [] : labels("value").filter((label) => !options.includes(label)),
    options,
    numbers: text.length === 0 || text.length < values.length,
    rest: restOf(values),
  };
}

function restOf(values: readonly Value[]): Rest {
  if (values.some((value) => value.defines !== undefined)) return "definition";
  if (values.some((value) => value.refers !== undefined)) return "reference";
  return values.some((value) => value.token === "string") ? "string" : "plain";
}

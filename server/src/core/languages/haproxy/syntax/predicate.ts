/** Predicates: the words behind `.if` and `.elif`. */
import type { Word } from "../../../syntax/ast.ts";
import type { Predicate } from "./inner.ts";
import { prepare } from "./parser.ts";
import { join } from "./positions.ts";
import { masked } from "./words.ts";

/** The predicate that the words make; the daemon joins them by blanks first. No words are false, and no error. */
export function predicate(words: readonly Word[]): Predicate {
  const word = join(words);
  if (word.value === "") return { alternatives: [] };
  const { innerLexer, parser } = prepare();
  parser.predicates.begin(word);
  parser.input = innerLexer.tokenize(masked(word), "predicate").tokens;
  parser.predicate();
  return parser.predicates.predicate();
}

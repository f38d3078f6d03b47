/** Addresses of `bind`, `server`, `source`, `log` and others. */
import type { Word } from "../../../syntax/ast.ts";
import type { Address } from "./inner.ts";
import { prepare } from "./parser.ts";
import { masked } from "./words.ts";

/** The address that `value.slice(from, to)` of the word writes. */
export function address(word: Word, from = 0, to = word.value.length): Address {
  const { innerLexer, parser } = prepare();
  const plain = masked(word);
  // env_expand: addresses take variables even outside of quotes.
  const text = plain.replace(/\$\{[^}]{0,1000}\}|\$[A-Za-z_]\w*/g, (found) => "x".repeat(found.length));
  const unknown = text.slice(from, to) !== word.value.slice(from, to);
  parser.addresses.begin(word, from, to, unknown);
  parser.input = innerLexer.tokenize(text.slice(from, to), "address").tokens;
  parser.address();
  return parser.addresses.address();
}

/** The addresses of a list with commas, as `bind` takes it. */
export function addresses(word: Word): readonly Address[] {
  const found: Address[] = [];
  let from = 0;
  for (const piece of masked(word).split(",")) {
    found.push(address(word, from, from + piece.length));
    from += piece.length + 1;
  }
  return found;
}

/** Sample expressions in a word: `req.hdr(host),lower`. */
import type { Word } from "../../../syntax/ast.ts";
import type { Converters, Expression } from "./inner.ts";
import { prepare } from "./parser.ts";
import { masked } from "./words.ts";

/** The expression that begins at offset `from` of the word's value; what it leaves of the word is its `rest`. */
export function expression(word: Word, from = 0): Expression {
  return run(word, from).expression(word.value.length, false);
}

/** Converters that a word begins with: `lower` and `field(1,.)` of `src lower,field(1,.)` may stand alone. */
export function converters(word: Word, from = 0): Converters {
  return run(word, from).converters(word.value.length, false);
}

function run(word: Word, from: number) {
  const { innerLexer, parser } = prepare();
  parser.expressions.begin(word, from, from);
  parser.input = innerLexer.tokenize(masked(word).slice(from), "expression").tokens;
  parser.expression();
  return parser.expressions;
}

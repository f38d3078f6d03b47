/** Log formats, which are also the strings of `http-request set-header` and many others. */
import type { Word } from "../../../syntax/ast.ts";
import type { LogFormat } from "./inner.ts";
import { prepare } from "./parser.ts";
import { masked } from "./words.ts";

/** The whole word as a log format. Up to 2.9, `%(` is plain text; the tree always takes it for an item's name. */
export function logFormat(word: Word): LogFormat {
  const { innerLexer, parser } = prepare();
  parser.formats.begin(word);
  parser.input = innerLexer.tokenize(masked(word), "format").tokens;
  parser.logFormat();
  return parser.formats.format();
}

/** The tree of a section of haproxy.cfg. */
import type { Tree } from "../../../syntax/ast.ts";
import { FileBuilder } from "./fileBuilder.ts";
import { prepare } from "./parser.ts";

/**
 * The tree of any text; never throws. `sectionWords` begin a section: the first line with one is the header, whose
 * block holds the lines behind it.
 */
export function parse(text: string, sectionWords: ReadonlySet<string>): Tree {
  const { lexer, parser } = prepare();
  parser.fileBuilder = new FileBuilder(sectionWords, text.length);
  parser.input = lexer.tokenize(text).tokens;
  parser.file();
  return parser.fileBuilder.tree();
}

/** The tree of a section of a file of rules. */
import type { Tree } from "../../../syntax/ast.ts";
import { FileBuilder } from "./fileBuilder.ts";
import type { Spelling } from "./options.ts";
import { prepare } from "./parser.ts";

/** The tree of any text; never throws. The first line with a word of `openers` holds those behind it as its block. */
export function parse(text: string, spelling: Spelling, openers: ReadonlySet<string>): Tree {
  const { lexer, parser } = prepare();
  const builder = new FileBuilder(text, spelling, openers);
  parser.builder = builder;
  parser.input = lexer.tokenize(text).tokens;
  parser.file();
  return builder.tree();
}

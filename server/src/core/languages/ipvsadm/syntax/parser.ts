/** The grammar of a file of rules: lines of words. It knows no option and is total. */
import { EmbeddedActionsParser, type IOrAlt, type Lexer } from "chevrotain";
import { FileBuilder } from "./fileBuilder.ts";
import * as lexer from "./lexer.ts";

class RulesParser extends EmbeddedActionsParser {
  /** What the current run hands its tokens to. */
  builder = new FileBuilder("", new Map(), new Set());
  #alternatives: IOrAlt<void>[] | undefined;

  constructor() {
    super(lexer.tokens, { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
    this.performSelfAnalysis();
  }

  file = this.RULE("file", (): void => {
    // Made once: new functions for every token would cost more than reading it.
    this.#alternatives ??= [
      { ALT: () => this.builder.word(this.CONSUME(lexer.Text)) },
      {
        ALT: () => {
          this.CONSUME(lexer.Newline);
          this.builder.newline();
        },
      },
      { ALT: () => this.builder.comment(this.CONSUME(lexer.Comment)) },
    ];
    const alternatives = this.#alternatives;
    this.MANY(() => {
      this.OR(alternatives);
    });
  });
}

interface Made {
  readonly lexer: Lexer;
  readonly parser: RulesParser;
}

let made: Made | undefined;

/** The lexer and the parser, built once. */
export function prepare(): Made {
  made ??= { lexer: lexer.createLexer(), parser: new RulesParser() };
  return made;
}

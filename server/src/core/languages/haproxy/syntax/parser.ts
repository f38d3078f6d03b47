/**
 * The grammar of haproxy.cfg and of the languages within its words. It knows no keyword and is total: what does not
 * fit becomes words and errors in the tree, never a parse error. Its rules only say how tokens follow each other; the
 * builders beside this file make the trees.
 */
import { EmbeddedActionsParser, type IOrAlt, type IToken, type Lexer } from "chevrotain";
import { AddressBuilder } from "./addressBuilder.ts";
import { ConditionBuilder } from "./conditionBuilder.ts";
import { ExpressionBuilder } from "./expressionBuilder.ts";
import { FileBuilder } from "./fileBuilder.ts";
import { FormatBuilder } from "./formatBuilder.ts";
import * as inner from "./innerTokens.ts";
import * as lines from "./lexer.ts";
import { PredicateBuilder } from "./predicateBuilder.ts";

/** The daemon gives up at about the same depth (MAX_CFG_RECURSION); beyond it parentheses are unexpected characters. */
const maxDepth = 256;

export class HaproxyParser extends EmbeddedActionsParser {
  /** What the rules of the current run hand their tokens to. */
  fileBuilder = new FileBuilder(new Set(), 0);
  expressions = new ExpressionBuilder();
  formats = new FormatBuilder();
  conditions = new ConditionBuilder();
  addresses = new AddressBuilder();
  predicates = new PredicateBuilder();
  #depth = 0;
  #fileAlternatives: IOrAlt<void>[] | undefined;

  constructor() {
    super([...lines.fileTokens, ...inner.innerTokens], {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: true,
    });
    this.performSelfAnalysis();
  }

  file = this.RULE("file", (): void => {
    // Made once: new functions for every token would cost more than reading it.
    this.#fileAlternatives ??= [
      { ALT: () => this.fileBuilder.plain(this.CONSUME(lines.Plain)) },
      {
        ALT: () => {
          this.CONSUME(lines.Newline);
          this.fileBuilder.newline();
        },
      },
      { ALT: () => this.fileBuilder.comment(this.CONSUME(lines.Comment)) },
      { ALT: () => this.fileBuilder.quoted(this.CONSUME(lines.Quoted)) },
      { ALT: () => this.fileBuilder.comment(this.CONSUME(lines.TemplateLine)) },
      { ALT: () => this.fileBuilder.comment(this.CONSUME(lines.Ignored)) },
    ];
    const alternatives = this.#fileAlternatives;
    this.MANY(() => {
      this.OR(alternatives);
    });
  });

  /** A fetch, converters, and whatever is left. */
  expression = this.RULE("expression", (): void => {
    this.OPTION1(() => this.SUBRULE1(this.call));
    this.MANY1(() => {
      const commas = this.CONSUME1(inner.Commas);
      this.ACTION(() => this.expressions.commas(commas));
      this.OPTION2(() => this.SUBRULE2(this.call));
    });
    this.MANY2(() => {
      this.OR([
        { ALT: () => this.#left(this.CONSUME(inner.Name)) },
        { ALT: () => this.#left(this.CONSUME(inner.OpenArguments)) },
        { ALT: () => this.#left(this.CONSUME(inner.Argument)) },
        { ALT: () => this.#left(this.CONSUME(inner.Comma)) },
        { ALT: () => this.#left(this.CONSUME(inner.CloseArguments)) },
        { ALT: () => this.#left(this.CONSUME2(inner.Commas)) },
        { ALT: () => this.#left(this.CONSUME(inner.Other)) },
      ]);
    });
  });

  call = this.RULE("call", (): void => {
    const name = this.CONSUME(inner.Name);
    this.ACTION(() => this.expressions.name(name));
    this.OPTION(() => {
      const open = this.CONSUME(inner.OpenArguments);
      this.ACTION(() => this.expressions.open(open));
      this.SUBRULE(this.args);
    });
  });

  /** Behind the parenthesis that opens. */
  args = this.RULE("args", (): void => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.expressions.argument(this.CONSUME(inner.Argument)) },
        { ALT: () => this.expressions.comma(this.CONSUME(inner.Comma)) },
      ]);
    });
    this.OPTION(() => {
      const close = this.CONSUME(inner.CloseArguments);
      this.ACTION(() => this.expressions.close(close));
    });
  });

  logFormat = this.RULE("logFormat", (): void => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.formats.text(this.CONSUME(inner.FormatText)) },
        { ALT: () => this.formats.percent(this.CONSUME(inner.FormatPercent)) },
        { ALT: () => this.formats.alias(this.CONSUME(inner.FormatAlias)) },
        { ALT: () => this.formats.broken(this.CONSUME(inner.FormatBroken)) },
        { ALT: () => this.SUBRULE(this.sample) },
      ]);
    });
  });

  sample = this.RULE("sample", (): void => {
    const head = this.CONSUME(inner.FormatSample);
    this.ACTION(() => this.expressions.begin(this.formats.word, end(head)));
    this.SUBRULE(this.expression);
    const next = this.LA(1);
    const close = this.OPTION(() => this.CONSUME(inner.CloseSample));
    this.ACTION(() => {
      const to = close?.startOffset ?? (next.startOffset >= 0 ? next.startOffset : this.formats.word.value.length);
      this.formats.sample(head, this.expressions.expression(to, close !== undefined), close);
    });
  });

  condition = this.RULE("condition", (): void => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.conditions.or(this.CONSUME(inner.ConditionOr)) },
        { ALT: () => this.conditions.not(this.CONSUME(inner.ConditionNot)) },
        { ALT: () => this.conditions.named(this.CONSUME(inner.ConditionName)) },
        { ALT: () => this.conditions.named(this.CONSUME(inner.ConditionClose)) },
        { ALT: () => this.SUBRULE(this.anonymous) },
      ]);
    });
  });

  /** An ACL in braces: every word up to the brace that closes. */
  anonymous = this.RULE("anonymous", (): void => {
    const open = this.CONSUME(inner.ConditionOpen);
    this.ACTION(() => this.conditions.open(open));
    this.MANY(() => {
      this.OR([
        { ALT: () => this.conditions.inside(this.CONSUME(inner.ConditionOr)) },
        { ALT: () => this.conditions.inside(this.CONSUME(inner.ConditionNot)) },
        { ALT: () => this.conditions.inside(this.CONSUME(inner.ConditionName)) },
        { ALT: () => this.conditions.inside(this.CONSUME2(inner.ConditionOpen)) },
      ]);
    });
    const close = this.OPTION(() => this.CONSUME(inner.ConditionClose));
    this.ACTION(() => this.conditions.close(close));
  });

  address = this.RULE("address", (): void => {
    this.OPTION1(() => this.addresses.socketType(this.CONSUME1(inner.SocketType)));
    this.OPTION2(() => this.addresses.family(this.CONSUME1(inner.FamilyPrefix)));
    this.MANY(() => {
      this.OR([
        { ALT: () => this.addresses.colon(this.CONSUME(inner.Colon)) },
        { ALT: () => this.addresses.bracket(this.CONSUME(inner.Bracket)) },
        { ALT: () => this.addresses.text(this.CONSUME(inner.AddressText)) },
        { ALT: () => this.addresses.text(this.CONSUME2(inner.SocketType)) },
        { ALT: () => this.addresses.text(this.CONSUME2(inner.FamilyPrefix)) },
      ]);
    });
  });

  predicate = this.RULE("predicate", (): void => {
    this.ACTION(() => {
      this.#depth = 0;
    });
    this.SUBRULE(this.disjunction);
    const next = this.LA(1);
    this.ACTION(() => this.predicates.end(next));
  });

  disjunction = this.RULE("disjunction", (): void => {
    this.ACTION(() => this.predicates.beginGroup());
    this.SUBRULE1(this.predicateTerm);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(inner.And) },
        {
          ALT: () => {
            this.CONSUME(inner.Or);
            this.ACTION(() => this.predicates.or());
          },
        },
      ]);
      this.SUBRULE2(this.predicateTerm);
    });
  });

  predicateTerm = this.RULE("predicateTerm", (): void => {
    const bangs: IToken[] = [];
    this.MANY(() => bangs.push(this.CONSUME(inner.Not)));
    this.OR([
      {
        ALT: () => {
          const number = this.CONSUME(inner.PredicateNumber);
          this.ACTION(() => this.predicates.number(bangs, number));
        },
      },
      {
        ALT: () => {
          const head = this.CONSUME(inner.PredicateCall);
          this.ACTION(() => this.expressions.predicate(this.predicates.word, head));
          this.SUBRULE(this.args);
          this.ACTION(() => this.predicates.call(bangs, this.expressions.finishCall()));
        },
      },
      {
        ALT: () => {
          const name = this.CONSUME(inner.PredicateName);
          this.ACTION(() => {
            this.expressions.begin(this.predicates.word, 0);
            this.expressions.name(name);
            this.predicates.call(bangs, this.expressions.finishCall());
          });
        },
      },
      {
        GATE: () => this.#depth < maxDepth,
        ALT: () => {
          const open = this.CONSUME(inner.OpenGroup);
          this.#depth++;
          this.SUBRULE(this.disjunction);
          this.#depth--;
          const close = this.OPTION(() => this.CONSUME(inner.CloseGroup));
          const next = this.LA(1);
          this.ACTION(() => this.predicates.group(bangs, open, close, next));
        },
      },
      {
        ALT: () => {
          const next = this.LA(1);
          this.ACTION(() => this.predicates.missing(next, this.#depth >= maxDepth));
        },
      },
    ]);
  });

  #left(token: IToken): void {
    this.ACTION(() => this.expressions.left(token));
  }
}

function end(token: IToken): number {
  return token.startOffset + token.image.length;
}

export interface Made {
  readonly lexer: Lexer;
  readonly innerLexer: Lexer;
  readonly parser: HaproxyParser;
}

let made: Made | undefined;

/** The lexers and the parser, built once: some 20 ms, so a server does it after its initialize answer. */
export function prepare(): Made {
  made ??= { lexer: lines.createLexer(), innerLexer: inner.createInnerLexer(), parser: new HaproxyParser() };
  return made;
}

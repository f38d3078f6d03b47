/**
 * The grammar of sysctl.conf. It knows no key and is total: a statement is the words of a line, the first "=" among
 * them, and the dash before them is its condition, for then the line only counts where it works.
 */
import { EmbeddedActionsParser, type IOrAlt, type IToken, type Lexer } from "chevrotain";
import type { Item, Tree, Word } from "../../../syntax/ast.ts";
import { dotted } from "./key.ts";
import {
  Comment,
  createLexer,
  Dash,
  Equals,
  EqualsFirst,
  Key,
  KeyFirst,
  LineEnd,
  Newline,
  tokens,
  Value,
} from "./lexer.ts";

class SysctlParser extends EmbeddedActionsParser {
  #items: Item[] = [];
  #words: Word[] = [];
  #dash: Word | undefined;
  #alternatives: IOrAlt<void>[] | undefined;

  constructor() {
    super(tokens, { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
    this.performSelfAnalysis();
  }

  file = this.RULE("file", (): void => {
    // Made once: new functions for every token would cost more than reading it.
    this.#alternatives ??= [
      { ALT: () => void this.CONSUME(Newline) },
      { ALT: () => this.#end(this.CONSUME(LineEnd)) },
      { ALT: () => this.#comment(this.CONSUME(Comment)) },
      { ALT: () => this.#condition(this.CONSUME(Dash)) },
      { ALT: () => this.#word(wordOf(this.CONSUME(Equals))) },
      { ALT: () => this.#word(wordOf(this.CONSUME(EqualsFirst))) },
      { ALT: () => this.#word(keyOf(this.CONSUME(KeyFirst))) },
      { ALT: () => this.#key(this.CONSUME(Key)) },
      { ALT: () => this.#word(wordOf(this.CONSUME(Value))) },
    ];
    const alternatives = this.#alternatives;
    this.MANY(() => {
      this.OR(alternatives);
    });
  });

  /** Runs the grammar over tokens and hands over the tree. */
  build(input: IToken[]): Tree {
    this.#items = [];
    this.#words = [];
    this.#dash = undefined;
    this.input = input;
    this.file();
    this.#end(undefined);
    return { items: this.#items };
  }

  #comment({ startOffset, image }: IToken): void {
    this.#items.push({ kind: "comment", start: startOffset, end: startOffset + image.trimEnd().length });
  }

  #condition(token: IToken): void {
    this.#dash = wordOf(token);
  }

  #word(word: Word): void {
    this.#words.push(word);
  }

  /** Behind a dash the first word is the key. */
  #key(token: IToken): void {
    this.#word(this.#words.length === 0 ? keyOf(token) : wordOf(token));
  }

  #end(_token: IToken | undefined): void {
    const words = this.#words;
    const condition = this.#dash;
    const first = condition ?? words[0];
    const last = words.at(-1) ?? condition;
    if (first === undefined || last === undefined) return;
    this.#words = [];
    this.#dash = undefined;
    const range = { start: first.start, end: last.end };
    const uncertain = condition === undefined ? {} : { uncertain: true as const };
    // A dash and no sign: the line only tells globs what to leave alone.
    const excludes = condition !== undefined && !words.some((word) => word.raw === "=");
    const form = excludes ? "directive" : "plain";
    this.#items.push({ kind: "statement", form, condition, words, block: undefined, ...range, ...uncertain });
  }
}

/** Gaps that a template engine or a shell fills before the file is read. */
const gap = /\{[{%]|<%|\$[\w{(]/;

function wordOf({ image, startOffset }: IToken): Word {
  const unknown = gap.test(image) ? { unknown: true } : {};
  const end = startOffset + image.length;
  return { start: startOffset, end, raw: image, value: image, quoted: false, closed: true, ...unknown };
}

function keyOf(token: IToken): Word {
  const word = wordOf(token);
  const value = dotted(word.raw);
  if (value === word.raw) return word;
  const offsets = Array.from({ length: value.length + 1 }, (_, at) => word.start + at);
  return { ...word, value, offsets };
}

let made: { readonly lexer: Lexer; readonly parser: SysctlParser } | undefined;

/** Builds lexer and parser, once. */
export function prepare() {
  made ??= { lexer: createLexer(), parser: new SysctlParser() };
  return made;
}

/** The tree of any text; never throws. */
export function parse(text: string): Tree {
  const { lexer, parser } = prepare();
  return parser.build(lexer.tokenize(text).tokens);
}

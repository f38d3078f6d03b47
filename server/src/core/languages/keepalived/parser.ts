/**
 * The grammar of keepalived.conf. It knows no keyword and is total: braces that do not match become tree nodes,
 * never parse errors. It is flat, with the open blocks on a stack of its own, so that ten thousand nested braces
 * cost memory and not the call stack.
 */
import { EmbeddedActionsParser, type IOrAlt, type IToken } from "chevrotain";
import type { Block, Comment as CommentNode, Form, Item, Statement, Stray, Tree, Word } from "../../syntax/ast.ts";
import type { Range } from "../../text/range.ts";
import {
  CloseBrace,
  Comment,
  Condition,
  createLexer,
  Definition,
  Include,
  Loop,
  Newline,
  OpenBrace,
  Plain,
  Quoted,
  tokens,
} from "./lexer.ts";

/** keepalived nests four deep; braces below this depth are kept as words, so that walks may recurse. */
const maxDepth = 64;

interface OpenStatement {
  start: number;
  form: Form;
  condition: Word | undefined;
  words: Word[];
  end: number;
}

interface OpenBlock {
  readonly statement: OpenStatement;
  readonly open: Range;
  readonly items: Item[];
}

class KeepalivedParser extends EmbeddedActionsParser {
  #items: Item[] = [];
  #stack: OpenBlock[] = [];
  /** The statement whose line, or whose opening brace, may still go on. */
  #pending: OpenStatement | undefined;
  /** Comments behind the words of the pending statement. */
  #held: CommentNode[] = [];
  #lineEnded = false;
  #tooDeep = 0;
  #blockWords: ReadonlySet<string> = new Set();
  #alternatives: IOrAlt<void>[] | undefined;

  constructor() {
    super(tokens, { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
    this.performSelfAnalysis();
  }

  file = this.RULE("file", (): void => {
    // Made once: new functions for every token would cost more than reading it.
    this.#alternatives ??= [
      { ALT: () => this.#newline(this.CONSUME(Newline)) },
      { ALT: () => this.#comment(this.CONSUME(Comment)) },
      { ALT: () => this.#open(this.CONSUME(OpenBrace)) },
      { ALT: () => this.#close(this.CONSUME(CloseBrace)) },
      { ALT: () => this.#condition(this.CONSUME(Condition)) },
      { ALT: () => this.#definition(this.CONSUME(Definition)) },
      { ALT: () => this.#word(this.CONSUME(Loop), "loop") },
      { ALT: () => this.#include(this.CONSUME(Include)) },
      { ALT: () => this.#word(this.CONSUME(Quoted), undefined) },
      { ALT: () => this.#word(this.CONSUME(Plain), undefined) },
    ];
    const alternatives = this.#alternatives;
    this.MANY(() => {
      this.OR(alternatives);
    });
  });

  /** Runs the grammar over tokens and hands over the tree. */
  build(input: IToken[], length: number, blockWords: ReadonlySet<string>): Tree {
    this.#blockWords = blockWords;
    this.#items = [];
    this.#stack = [];
    this.#pending = undefined;
    this.#lineEnded = false;
    this.#held = [];
    this.#tooDeep = 0;
    this.input = input;
    this.file();
    this.#finish();
    while (this.#stack.length > 0) this.#closeTop(undefined, length);
    return { items: this.#items };
  }

  #newline(_token: IToken): void {
    this.#lineEnded = true;
  }

  #comment(token: IToken): void {
    const comment: CommentNode = { kind: "comment", ...rangeOf(token) };
    (this.#pending === undefined ? this.#items : this.#held).push(comment);
  }

  #open(token: IToken): void {
    const range = rangeOf(token);
    const statement = this.#pending ?? emptyStatement(range.start);
    this.#pending = undefined;
    this.#lineEnded = false;
    if (this.#stack.length >= maxDepth) {
      this.#tooDeep++;
      this.#push({ ...statement, words: [...statement.words, wordOf(token)], end: range.end }, undefined);
      return;
    }
    this.#enter(statement, range);
  }

  /** Opens a block; comments between its words and its brace go inside. */
  #enter(statement: OpenStatement, open: Range): void {
    this.#stack.push({ statement, open, items: this.#items });
    this.#items = this.#held;
    this.#held = [];
  }

  #close(token: IToken): void {
    this.#finish();
    const range = rangeOf(token);
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      this.#push({ ...emptyStatement(range.start), words: [wordOf(token)], end: range.end }, undefined);
    } else if (this.#stack.length > 0) {
      this.#closeTop(range, range.end);
    } else {
      const stray: Stray = { kind: "stray", ...range };
      this.#items.push(stray);
    }
  }

  #closeTop(close: Range | undefined, end: number): void {
    const top = this.#stack.pop() as OpenBlock;
    const block: Block = { open: top.open, close, items: this.#items, start: top.open.start, end };
    this.#items = top.items;
    this.#push({ ...top.statement, end }, block);
  }

  #condition(token: IToken): void {
    this.#startLine();
    this.#pending = { ...emptyStatement(token.startOffset), condition: wordOf(token), end: endOf(token) };
  }

  #definition(token: IToken): void {
    this.#startLine();
    if (this.#pending !== undefined && this.#pending.words.length > 0) {
      // A loop repeats the definition: it is the loop's template.
      this.#word(token, undefined);
      return;
    }
    const equals = token.image.indexOf("=");
    this.#line("definition", token, part(token, 0, equals), part(token, equals + 1, token.image.length));
  }

  #include(token: IToken): void {
    this.#startLine();
    const keyword = /^\w+/.exec(token.image)?.[0].length ?? 0;
    const pattern = keyword + (/^[ \t]+/.exec(token.image.slice(keyword))?.[0].length ?? 0);
    this.#line("include", token, part(token, 0, keyword), part(token, pattern, token.image.length));
  }

  /** A whole line of the preprocessor, perhaps behind a condition or a loop's head. */
  #line(form: Form, token: IToken, ...words: readonly Word[]): void {
    const pending = this.#pending ?? emptyStatement(token.startOffset);
    this.#pending = undefined;
    this.#push({ ...pending, form, words: [...pending.words, ...words], end: endOf(token) }, undefined);
  }

  #word(token: IToken, form: Form | undefined): void {
    this.#startLine();
    const word = wordOf(token);
    const pending = this.#pending ?? emptyStatement(word.start);
    if (form !== undefined) pending.form = form;
    pending.words.push(word);
    pending.end = word.end;
    this.#pending = pending;
  }

  /** Ends the statement before, if a newline came after it. */
  #startLine(): void {
    if (this.#lineEnded) this.#finish();
  }

  #finish(): void {
    this.#lineEnded = false;
    if (this.#pending === undefined) return;
    const statement = this.#pending;
    this.#pending = undefined;
    const opensBlock = statement.form === "plain" && this.#blockWords.has(statement.words[0]?.value ?? "");
    if (!opensBlock || this.#stack.length >= maxDepth) {
      this.#push(statement, undefined);
      return;
    }
    // The brace is missing. Open the block all the same, or its closing brace would close the block around it.
    this.#enter(statement, { start: statement.end, end: statement.end });
  }

  #push(statement: OpenStatement, block: Block | undefined): void {
    const done: Statement = { kind: "statement", ...statement, block };
    this.#items.push(done, ...this.#held);
    this.#held = [];
  }
}

function emptyStatement(start: number): OpenStatement {
  return { start, form: "plain", condition: undefined, words: [], end: start };
}

function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

function rangeOf(token: IToken): Range {
  return { start: token.startOffset, end: endOf(token) };
}

function part(token: IToken, from: number, to: number): Word {
  const raw = token.image.slice(from, to);
  return { start: token.startOffset + from, end: token.startOffset + to, raw, value: raw, quoted: false, closed: true };
}

function wordOf(token: IToken): Word {
  const raw = token.image;
  const start = token.startOffset;
  const end = start + raw.length;
  if (token.tokenType === Quoted) {
    const closed = raw.length > 1 && raw.endsWith('"');
    return { start, end, raw, value: raw.slice(1, closed ? -1 : undefined), quoted: true, closed };
  }
  // Outside quotes a backslash before # or ! only hides the comment sign (decomment).
  const value = raw.includes("\\") ? raw.replace(/\\([#!])/g, "$1") : raw;
  return { start, end, raw, value, quoted: false, closed: true };
}

let made: { lexer: ReturnType<typeof createLexer>; parser: KeepalivedParser } | undefined;

/** Builds the lexer and the parser, once: some 10 ms, so a server does it after its initialize answer. */
export function prepare(): void {
  made ??= { lexer: createLexer(), parser: new KeepalivedParser() };
}

/**
 * The tree of any text. Never throws; every visible character lies in a leaf.
 * `blockWords` are the words that always open a block, so that a missing `{` does not unbalance what follows.
 */
export function parse(text: string, blockWords: ReadonlySet<string>): Tree {
  prepare();
  const { lexer, parser } = made as NonNullable<typeof made>;
  return parser.build(lexer.tokenize(text).tokens, text.length, blockWords);
}

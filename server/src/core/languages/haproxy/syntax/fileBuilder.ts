/** Makes the tree of a section of the tokens that the grammar hands over: one statement a line, those behind the header in its block. */
import type { IToken } from "chevrotain";
import type { Form, Item, Statement, Tree, Word } from "../../../syntax/ast.ts";

/** Lines for the reader of the file itself (readcfgfile in src/cfgparse.c). */
const directives: ReadonlySet<string> = new Set([
  ".if",
  ".elif",
  ".else",
  ".endif",
  ".notice",
  ".warning",
  ".alert",
  ".diag",
]);

export class FileBuilder {
  readonly #sectionWords: ReadonlySet<string>;
  readonly #length: number;
  readonly #before: Item[] = [];
  #items = this.#before;
  #header: Statement | undefined;
  #words: Word[] = [];

  /** `length` is the text's, where an open block ends. */
  constructor(sectionWords: ReadonlySet<string>, length: number) {
    this.#sectionWords = sectionWords;
    this.#length = length;
  }

  plain(token: IToken): void {
    const raw = token.image;
    const start = token.startOffset;
    this.#words.push({ start, end: start + raw.length, raw, value: raw, quoted: false, closed: true });
  }

  quoted(token: IToken): void {
    if (token.payload !== undefined) this.#words.push(token.payload);
  }

  comment(token: IToken): void {
    this.newline();
    const { startOffset, image } = token;
    const text = image.trimEnd();
    this.#items.push({ kind: "comment", start: startOffset, end: startOffset + text.length });
  }

  /** Ends the line. */
  newline(): void {
    const words = this.#words;
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return;
    this.#words = [];
    const form: Form = first.value.startsWith(".") && directives.has(first.value) ? "directive" : "plain";
    const { start } = first;
    const { end } = last;
    const statement: Statement = { kind: "statement", form, condition: undefined, words, block: undefined, start, end };
    if (this.#header === undefined && this.#sectionWords.has(first.value)) {
      this.#header = statement;
      this.#items = [];
    } else {
      this.#items.push(statement);
    }
  }

  tree(): Tree {
    this.newline();
    const header = this.#header;
    if (header === undefined) return { items: this.#before };
    const { end } = header;
    const block = {
      open: { start: end, end },
      close: undefined,
      items: this.#items,
      start: end,
      end: Math.max(end, this.#length),
      implied: true as const,
    };
    return { items: [...this.#before, { ...header, block, end: block.end }] };
  }
}

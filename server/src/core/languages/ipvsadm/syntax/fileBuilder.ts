/** Makes the tree of a section of the tokens that the grammar hands over: one statement a line, those behind a service in its block. */
import type { IToken } from "chevrotain";
import type { Item, Statement, Tree, Word } from "../../../syntax/ast.ts";
import { type RawWord, type Spelling, splitOptions } from "./options.ts";
import { prefixLength } from "./prefix.ts";

export class FileBuilder {
  readonly #text: string;
  readonly #spelling: Spelling;
  readonly #openers: ReadonlySet<string>;
  readonly #before: Item[] = [];
  #items = this.#before;
  #header: Statement | undefined;
  #words: RawWord[] = [];

  constructor(text: string, spelling: Spelling, openers: ReadonlySet<string>) {
    this.#text = text;
    this.#spelling = spelling;
    this.#openers = openers;
  }

  word(token: IToken): void {
    this.#words.push({ start: token.startOffset, text: token.image });
  }

  comment({ startOffset, image }: IToken): void {
    this.newline();
    this.#items.push({ kind: "comment", start: startOffset, end: startOffset + image.trimEnd().length });
  }

  /** Ends the line. */
  newline(): void {
    const all = this.#words;
    if (all.length === 0) return;
    this.#words = [];
    const count = prefixLength(all.map(({ text }) => text));
    const condition = count === 0 ? undefined : this.#prefix(all.slice(0, count));
    const isShell = condition !== undefined && condition.raw !== "ipvsadm";
    const { rules, tail } = isShell ? withoutTail(all.slice(count)) : { rules: all.slice(count), tail: [] };
    const words = splitOptions(rules, this.#spelling);
    const start = condition?.start ?? words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? condition?.end ?? start;
    const statement: Statement = { kind: "statement", form: "plain", condition, words, block: undefined, start, end };
    if (this.#header === undefined && this.#openers.has(words[0]?.value ?? "")) {
      this.#header = statement;
      this.#items = [];
    } else {
      this.#items.push(statement);
    }
    const [first] = tail;
    const last = tail.at(-1);
    if (first !== undefined && last !== undefined) {
      this.#items.push({ kind: "comment", start: first.start, end: last.start + last.text.length });
    }
  }

  #prefix(words: readonly RawWord[]): Word | undefined {
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const end = last.start + last.text.length;
    const raw = this.#text.slice(first.start, end);
    return { start: first.start, end, raw, value: raw, quoted: false, closed: true };
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
      end: Math.max(end, this.#text.length),
      implied: true as const,
    };
    return { items: [...this.#before, { ...header, block, end: block.end }] };
  }
}

/** To a shell, a word that begins with a number sign begins a comment. */
function withoutTail(words: readonly RawWord[]): {
  readonly rules: readonly RawWord[];
  readonly tail: readonly RawWord[];
} {
  const at = words.findIndex(({ text }) => text.startsWith("#"));
  return at === -1 ? { rules: words, tail: [] } : { rules: words.slice(0, at), tail: words.slice(at) };
}

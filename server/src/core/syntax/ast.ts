/**
 * One tree for every language: blocks, statements, words, comments. It is a value of one section of one file
 * and claims nothing about correctness; any text has a tree and every visible character lies in one of its leaves.
 * All offsets are relative to the section.
 */
import type { Section } from "../text/document.ts";
import type { Range } from "../text/range.ts";

export interface Word extends Range {
  /** As written, with quotes and escapes. */
  readonly raw: string;
  /** As the daemon reads it: quotes and escapes resolved. */
  readonly value: string;
  readonly quoted: boolean;
  /** False for a quoted word whose closing quote is missing. */
  readonly closed: boolean;
  /** Set where only the host that reads the file knows the value: an environment variable, a template's gap. */
  readonly unknown?: boolean;
  /**
   * Only where `raw` and `value` differ: `offsets[i]` is where the text that gave `value[i]` begins; one more entry
   * holds the word's end.
   */
  readonly offsets?: readonly number[];
}

/**
 * What a line is to the preprocessor of its language:
 * - `plain`: words, perhaps with a block
 * - `definition`: `$NAME=value`; words are the name and the value
 * - `include`: words are the keyword and the pattern
 * - `loop`: the first word is the whole loop head, `~SEQ(i, 1, 3)`; the rest is the template
 * - `directive`: a word of the preprocessor and what it takes, `.if feature(OPENSSL)`
 */
export type Form = "plain" | "definition" | "include" | "loop" | "directive";

export interface Statement extends Range {
  readonly kind: "statement";
  readonly form: Form;
  /** A condition on the host that reads the file, `@lb1`. */
  readonly condition: Word | undefined;
  readonly words: readonly Word[];
  readonly block: Block | undefined;
  /** Only the host that reads the file knows whether it takes this statement. The preprocessor sets it. */
  readonly uncertain?: true;
}

export interface Block extends Range {
  /** Empty where the text lacks the brace and only the table says that a block must come. */
  readonly open: Range;
  /** Absent where the text ends before the block does. */
  readonly close: Range | undefined;
  readonly items: readonly Item[];
  /** The language writes such blocks without braces: the block goes on up to the next one. */
  readonly implied?: true;
  /** Its statements are the entries of a list, and begin with no keyword. */
  readonly list?: true;
}

export interface Comment extends Range {
  readonly kind: "comment";
}

/** A closing brace that closes nothing. */
export interface Stray extends Range {
  readonly kind: "stray";
}

/** What another file holds, in the place where it is read. Parsers never make it; the preprocessor does. */
export interface Included extends Range {
  readonly kind: "included";
  /** Whose text `items` are positions of. */
  readonly source: { readonly uri: string; readonly section: Section };
  readonly items: readonly Item[];
}

export type Item = Statement | Comment | Stray | Included;

export interface Tree {
  readonly items: readonly Item[];
}

/** Calls `visit` for each item, parents first. */
export function walk(items: readonly Item[], visit: (item: Item) => void): void {
  for (const item of items) {
    visit(item);
    if (item.kind === "statement" && item.block !== undefined) walk(item.block.items, visit);
  }
}

/** The ranges of all leaves of the tree, in order: words, comments and braces. */
export function leaves(items: readonly Item[]): Range[] {
  const found: Range[] = [];
  walk(items, (item) => {
    if (item.kind === "included") return;
    if (item.kind !== "statement") {
      found.push(item);
      return;
    }
    if (item.condition !== undefined) found.push(item.condition);
    for (const word of item.words) found.push(word);
    if (item.block !== undefined) {
      found.push(item.block.open);
      if (item.block.close !== undefined) found.push(item.block.close);
    }
  });
  return found.sort((a, b) => a.start - b.start);
}

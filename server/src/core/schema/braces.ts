/** Braces that do not match: how many, and which one was probably forgotten. */
import type { Item, Statement } from "../syntax/ast.ts";
import { lineStartOf } from "../text/lines.ts";
import type { Range } from "../text/range.ts";

/**
 * The innermost block whose closing brace stands further to the left than the line that opens it: that brace was meant
 * for a block around it, and its own is the one that is missing.
 */
export function misclosed(items: readonly Item[], text: string): Statement | undefined {
  for (const item of items) {
    if (item.kind !== "statement" || item.block === undefined) continue;
    const inner = misclosed(item.block.items, text);
    if (inner !== undefined) return inner;
    const { close } = item.block;
    if (close === undefined) continue;
    const closeIndent = indentOf(text, close.start);
    const openIndent = indentOf(text, item.start);
    if (closeIndent !== undefined && openIndent !== undefined && closeIndent < openIndent) return item;
  }
  return undefined;
}

/**
 * The first closing brace that stands further to the right than the line that its block begins on: its block should
 * have gone on.
 */
export function overclosing(statement: Statement, text: string): Range | undefined {
  const { block } = statement;
  if (block === undefined) return undefined;
  for (const item of block.items) {
    const inner = item.kind === "statement" ? overclosing(item, text) : undefined;
    if (inner !== undefined) return inner;
  }
  if (block.close === undefined || !text.slice(statement.start, block.close.start).includes("\n")) return undefined;
  const indent = indentOf(text, statement.start);
  return indent !== undefined && columnOf(text, block.close.start) > indent ? block.close : undefined;
}

/** The column of the first word of a line; undefined where something stands before it. */
function indentOf(text: string, offset: number): number | undefined {
  return /^[ \t]*$/.test(text.slice(lineStartOf(text, offset), offset)) ? columnOf(text, offset) : undefined;
}

/** The column in which a character stands, with tabs of eight. */
function columnOf(text: string, offset: number): number {
  let column = 0;
  for (const character of text.slice(lineStartOf(text, offset), offset)) {
    column += character === "\t" ? 8 - (column % 8) : 1;
  }
  return column;
}

/** Braces without a counterpart in the same file. */
export interface Unmatched {
  /** Blocks without a closing brace. */
  readonly unclosed: number;
  /** Closing braces that close nothing. */
  readonly strays: number;
  /** A block begins in one file and ends in another: which one, the trees cannot tell. */
  readonly crossing: boolean;
}

export function unmatched(items: readonly Item[]): Unmatched {
  const found = { own: { unclosed: 0, strays: 0 }, included: { unclosed: 0, strays: 0 } };
  count(items, found.own, found.included);
  const { own, included } = found;
  return {
    unclosed: own.unclosed + included.unclosed,
    strays: own.strays + included.strays,
    crossing: (own.unclosed > 0 && included.strays > 0) || (own.strays > 0 && included.unclosed > 0),
  };
}

interface Counts {
  unclosed: number;
  strays: number;
}

function count(items: readonly Item[], own: Counts, included: Counts): void {
  for (const item of items) {
    if (item.kind === "included") count(item.items, included, included);
    if (item.kind === "stray") own.strays++;
    if (item.kind !== "statement" || item.block === undefined) continue;
    if (item.block.close === undefined && item.block.implied !== true) own.unclosed++;
    count(item.block.items, own, included);
  }
}

/** Whether every brace has its counterpart among these items. */
export function isBalanced(items: readonly Item[]): boolean {
  const { unclosed, strays } = unmatched(items);
  return unclosed === 0 && strays === 0;
}

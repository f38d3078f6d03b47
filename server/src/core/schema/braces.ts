/** Braces that do not match: how many, and which one was probably forgotten. */
import type { Item, Statement } from "../syntax/ast.ts";

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

/** How far in the first word of a line stands, in characters; undefined where something stands before it. */
function indentOf(text: string, offset: number): number | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*$/.test(text.slice(lineStart, offset)) ? offset - lineStart : undefined;
}

/** Blocks without a closing brace. */
export function countUnclosed(items: readonly Item[]): number {
  let count = 0;
  for (const item of items) {
    if (item.kind === "included") count += countUnclosed(item.items);
    if (item.kind !== "statement" || item.block === undefined) continue;
    if (item.block.close === undefined) count++;
    count += countUnclosed(item.block.items);
  }
  return count;
}

/** Closing braces that close nothing. */
export function countStrays(items: readonly Item[]): number {
  return items.filter((item) => item.kind === "stray").length;
}

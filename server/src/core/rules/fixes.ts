/** The edits that rules offer most: take a statement out, put words in their place, add a line to a block. */
import type { Bound } from "../schema/bound.ts";
import { titles } from "../schema/fixTitles.ts";
import type { Fix, TextEdit } from "../schema/problem.ts";
import { lineStartOf, wholeLines } from "../text/lines.ts";
import type { Text } from "../text/localized.ts";
import { fill } from "../text/localized.ts";
import type { Range } from "../text/range.ts";

/** Takes out a statement with its whole line, where nothing else stands on it. */
export function removeStatement(bound: Bound, safety: Fix["safety"], title?: Text): Fix {
  const { source, statement } = bound;
  const range = wholeLines(source.section.text, statement);
  return { title: title ?? fill(titles.remove, bound.head.value), safety, edits: [edit(bound, range, "")] };
}

/** Puts `replacement` in the place of a range of the statement's file. */
export function replace(bound: Bound, range: Range, replacement: string, safety: Fix["safety"], title?: Text): Fix {
  return { title: title ?? fill(titles.replace, replacement), safety, edits: [edit(bound, range, replacement)] };
}

/** Adds a line at the top of a block, indented like its first statement. */
export function insertInto(block: Bound, line: string, safety: Fix["safety"], title?: Text): Fix {
  const open = block.statement.block?.open ?? block.head;
  const first = block.children[0];
  const content = block.source.section.text;
  const from = first?.statement.start ?? 0;
  const written = content.slice(lineStartOf(content, from), from);
  const indent = /^[ \t]+$/.test(written) ? written : "    ";
  const added = `\n${indent}${line}`;
  return {
    title: title ?? fill(titles.insert, line),
    safety,
    edits: [edit(block, { start: open.end, end: open.end }, added)],
  };
}

/** Adds a line below a statement, indented like it. */
export function belowEdit(statement: Bound, line: string): TextEdit {
  const content = statement.source.section.text;
  const { start, end } = statement.statement;
  const indent = /^[ \t]*/.exec(content.slice(lineStartOf(content, start)))?.[0] ?? "";
  return edit(statement, { start: end, end }, `\n${indent}${line}`);
}

export function edit(bound: Bound, range: Range, replacement: string): TextEdit {
  return { source: bound.source, start: range.start, end: range.end, text: replacement };
}

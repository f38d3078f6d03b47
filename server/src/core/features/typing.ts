/** What is being typed: the words of the unfinished statement before the cursor. */

import type { Language } from "../model/language.ts";
import type { Statement, Tree, Word } from "../syntax/ast.ts";
import { lineStartOf } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import type { Place } from "./place.ts";

export interface Typed {
  /** Whole words of the statement before the one that is being typed. */
  readonly words: readonly Word[];
  /** The word that is being typed, from its start to its end behind the cursor. */
  readonly range: Range;
  /** The word that is being typed, up to the cursor. */
  readonly current: Word | undefined;
  /** Where in the section an offset of that word's value stands. */
  startOf(offset: number): number;
}

/** The words of the statement before the cursor. They are parsed anew, for what is being typed binds to nothing yet. */
export function typedWords({ section, offset, configuration }: Place): Typed {
  const lineStart = lineStartOf(section.text, offset);
  const before = section.text.slice(lineStart, offset);
  const tree = configuration === undefined ? undefined : lineTree(configuration.language, before);
  let items = tree?.items ?? [];
  let words: readonly Word[] = [];
  // The text ends at the cursor, so the statement being typed is the last one, inside of whatever is open.
  for (;;) {
    const last: Statement | undefined = items.findLast((item) => item.kind === "statement");
    if (last === undefined) break;
    const { block } = last;
    if (block === undefined) {
      const isEnded = configuration?.language.layout === "braces" && /[{}]\s*$/.test(before);
      words = isEnded ? [] : last.words;
      break;
    }
    if (block.close !== undefined) break;
    if (block.items.length === 0) {
      words = block.open.start === block.open.end ? last.words : [];
      break;
    }
    items = block.items;
  }
  const current = words.at(-1);
  const open = current !== undefined && current.end === before.length && !/\s$/.test(before);
  const start = open && current !== undefined ? lineStart + current.start : offset;
  // Where a colon ends a name, it is no part of it.
  const isIndented = configuration?.language.layout === "indented";
  const tail = (isIndented ? /^\w*/ : /^[\w.:/-]*/).exec(section.text.slice(offset))?.[0] ?? "";
  return {
    words: open ? words.slice(0, -1) : words,
    range: { start, end: offset + (open ? tail.length : 0) },
    current: open ? current : undefined,
    startOf: (at) => (open && current?.offsets !== undefined ? lineStart + (current.offsets[at] ?? 0) : start + at),
  };
}

/** The tree of a line up to the cursor. */
function lineTree(language: Language, before: string): Tree {
  return language.parseLine === undefined ? language.parse(before) : language.parseLine(before);
}

/** Whether the cursor stands in a comment. */
export function isInComment({ section, offset, configuration }: Place): boolean {
  if (configuration === undefined) return false;
  const lineStart = lineStartOf(section.text, offset);
  const tree = lineTree(configuration.language, section.text.slice(lineStart, offset));
  return tree.items.some((item) => item.kind === "comment");
}

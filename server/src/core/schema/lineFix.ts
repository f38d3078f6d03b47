/** The fix that puts what newer versions want in the place of an outdated line. */
import { lineStartOf, wholeLines } from "../text/lines.ts";
import { fill } from "../text/localized.ts";
import type { Range } from "../text/range.ts";
import { titles } from "./fixTitles.ts";
import type { Fix, Source } from "./problem.ts";
import type { NewLine, OldLine } from "./spec.ts";

/** Titles show no more of a line than this. */
const longestTitle = 80;

/** `line.statement` is the whole of the old line, with what may stand before its words. */
export function lineFix(source: Source, line: OldLine & { readonly statement: Range }, { text, safety }: NewLine): Fix {
  const { words, statement } = line;
  const written = (replacement: string, { start, end }: Range) => [{ source, start, end, text: replacement }];
  const first = words[0]?.start ?? statement.start;
  const last = words.at(-1)?.end ?? statement.end;
  const content = source.section.text;
  if (text === "") {
    const title = fill(titles.remove, shortened(content.slice(first, last)));
    return { title, safety, edits: written("", wholeLines(content, { start: statement.start, end: last })) };
  }
  const indent = /^[ \t]*/.exec(content.slice(lineStartOf(content, first)))?.[0] ?? "";
  const lines = text.split("\n");
  const title = fill(titles.replace, shortened(lines.join("; ")));
  return { title, safety, edits: written(lines.join(`\n${indent}`), { start: first, end: last }) };
}

function shortened(written: string): string {
  return written.length <= longestTitle ? written : `${written.slice(0, longestTitle - 1)}…`;
}

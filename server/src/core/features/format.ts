/**
 * Formatting: each line is indented by the blocks around it and loses its trailing blanks. Nothing else moves, so that
 * a formatted file says the same and a diff shows only what was crooked. Where a language writes its blocks without
 * braces, some lines keep their indentation, because it tells what no brace does.
 */

import { treeOf } from "../model/configuration.ts";
import type { Language } from "../model/language.ts";
import { isBalanced } from "../schema/braces.ts";
import { type Item, walk } from "../syntax/ast.ts";
import type { Section, SectionedDocument } from "../text/document.ts";
import type { Range } from "../text/range.ts";

export interface FormatOptions {
  /** One step of indentation: some blanks, or a tab. */
  readonly step: string;
  /** The lines to format, the last one excluded. */
  readonly from: number;
  readonly to: number;
}

export interface FormatEdit extends Range {
  readonly section: Section;
  readonly text: string;
}

export function format(language: Language, document: SectionedDocument, options: FormatOptions): readonly FormatEdit[] {
  return document.sections.flatMap((section) => {
    const first = document.positionIn(section, 0).line;
    if (first >= options.to || first + section.lineStarts.length < options.from) return [];
    const { items } = treeOf(language, section);
    // Where braces do not match, the indentation is all that tells what was meant: it must stay.
    if (!isBalanced(items)) return [];
    if (language.flush === true) {
      const edits = formatSection(items, section, first, { ...options, step: "" }, new Map());
      return [...edits, ...singleBlanks(items, section, first, options)];
    }
    const keeps = language.layout === "lines" ? keepers(items, section.text) : new Map<number, Keeps>();
    const edits = formatSection(items, section, first, options, keeps);
    return language.separator === undefined
      ? edits
      : [...edits, ...spaceSeparators(items, section, first, options, language.separator)];
  });
}

/** One blank on either side of the word between key and value. */
function spaceSeparators(
  items: readonly Item[],
  section: Section,
  first: number,
  options: FormatOptions,
  separator: string,
): readonly FormatEdit[] {
  const edits: FormatEdit[] = [];
  walk(items, (item) => {
    if (item.kind !== "statement" || item.form !== "plain") return;
    const [key, between, value] = item.words;
    if (key === undefined || between?.raw !== separator) return;
    const row = first + section.lineStarts.findLastIndex((start) => start <= key.start);
    if (row < options.from || row >= options.to) return;
    const gaps = [{ start: key.end, end: between.start }];
    if (value !== undefined) gaps.push({ start: between.end, end: value.start });
    for (const gap of gaps) {
      if (section.text.slice(gap.start, gap.end) !== " ") edits.push({ section, ...gap, text: " " });
    }
  });
  return edits;
}

/** One blank between two words of a line, where there are others. */
function singleBlanks(items: readonly Item[], section: Section, first: number, options: FormatOptions): FormatEdit[] {
  const edits: FormatEdit[] = [];
  let row = 0;
  walk(items, (item) => {
    if (item.kind !== "statement") return;
    while ((section.lineStarts[row + 1] ?? Number.POSITIVE_INFINITY) <= item.start) row++;
    if (first + row < options.from || first + row >= options.to) return;
    const words = item.condition === undefined ? item.words : [item.condition, ...item.words];
    for (const [index, { end }] of words.entries()) {
      const next = words[index + 1];
      if (next === undefined || next.start === end || section.text.slice(end, next.start) === " ") continue;
      edits.push({ section, start: end, end: next.start, text: " " });
    }
  });
  return edits;
}

function formatSection(
  items: readonly Item[],
  section: Section,
  first: number,
  options: FormatOptions,
  keeps: ReadonlyMap<number, Keeps>,
): FormatEdit[] {
  const { text, lineStarts } = section;
  const braces = bracesOf(items);
  const kept = untouchable(items);
  const edits: FormatEdit[] = [];
  let next = 0;
  let depth = 0;
  for (const [row, start] of lineStarts.entries()) {
    const end = lineEnd(text, start, lineStarts[row + 1]);
    // Braces up to here decide; one that closes at the very beginning of the line counts for it already.
    while ((braces[next]?.offset ?? text.length) < start) depth += braces[next++]?.step ?? 0;
    const line = text.slice(start, end);
    // Only what the daemons take for blanks: another space may be part of a word.
    const content = line.replace(/^[ \t]+/, "");
    const opening = braces[next];
    const closes = opening?.step === -1 && opening.offset === end - content.length ? 1 : 0;
    const wanted = content === "" ? "" : options.step.repeat(Math.max(0, depth - closes));
    const written = line.slice(0, line.length - content.length);
    // A blank behind a backslash is part of a word; one behind a return keeps that from becoming part of the line's end.
    const trailing = content.length - content.replace(/(?<![\\\r])[ \t]+$/, "").length;
    const isWanted = first + row >= options.from && first + row < options.to;
    if (!isWanted || kept.some((range) => range.start < start && start <= range.end)) continue;
    const keep = keeps.get(start + written.length);
    const stays = keep === "always" || (keep === "indented" && written !== "");
    if (written !== wanted && !stays) edits.push({ section, start, end: start + written.length, text: wanted });
    if (trailing > 0) edits.push({ section, start: end - trailing, end, text: "" });
  }
  return edits;
}

interface Brace {
  readonly offset: number;
  /** How the depth changes. */
  readonly step: 1 | -1;
}

function bracesOf(items: readonly Item[]): readonly Brace[] {
  const found: Brace[] = [];
  walk(items, (item) => {
    if (item.kind !== "statement" || item.block === undefined) return;
    if (item.block.implied === true) found.push({ offset: item.block.open.end, step: 1 });
    else found.push({ offset: item.block.open.start, step: 1 });
    if (item.block.close !== undefined) found.push({ offset: item.block.close.start, step: -1 });
  });
  return found.sort((a, b) => a.offset - b.offset);
}

/** Whether a line keeps its indentation in any case, or only where it has some. */
type Keeps = "always" | "indented";

/**
 * In a language without braces, by where their content begins, lines whose indentation is not for the block to say:
 * the preprocessor's own, what stands between `.if` and `.endif`, what a template engine will take out, and comments at
 * the end of a block, which may be about it or about the next one.
 */
function keepers(items: readonly Item[], text: string): ReadonlyMap<number, Keeps> {
  const found = new Map<number, Keeps>();
  let depth = 0;
  const visit = (list: readonly Item[]): void => {
    const last = list.findLastIndex((item) => item.kind === "statement");
    for (const [index, item] of list.entries()) {
      const isDirective = item.kind === "statement" && item.form === "directive";
      const word = isDirective ? item.words[0]?.value : undefined;
      if (word === ".endif") depth = Math.max(0, depth - 1);
      const isTemplate = item.kind === "comment" && text[item.start] !== "#";
      const isLastComment = item.kind === "comment" && index > last;
      if (isDirective || isTemplate || isLastComment) found.set(item.start, "always");
      else if (depth > 0) found.set(item.start, "indented");
      if (word === ".if") depth++;
      if (item.kind === "statement" && item.block !== undefined) visit(item.block.items);
    }
  };
  visit(items);
  return found;
}

/** Definitions over several lines: their value is a text of its own. */
function untouchable(items: readonly Item[]): readonly Range[] {
  const found: Range[] = [];
  walk(items, (item) => {
    if (item.kind === "statement" && item.words.some((word) => word.raw.includes("\n"))) found.push(item);
  });
  return found;
}

/** Where the content of a line ends: before its line break. */
function lineEnd(text: string, start: number, next: number | undefined): number {
  let end = next ?? text.length;
  if (end > start && text[end - 1] === "\n") end--;
  if (end > start && text[end - 1] === "\r") end--;
  return end;
}

/**
 * A document as a list of sections (top-level blocks). An edit replaces the sections it touches and leaves
 * every other section object as it is, so whatever was computed for those (tree, facts, diagnostics) stays
 * valid: offsets are relative to their section. Splicing one long string would cost more than parsing.
 */
import type { Position } from "./range.ts";

/** One stretch of text, from a section start up to the next. Never changes; an edit makes a new one. */
export interface Section {
  readonly text: string;
  /** Offsets, relative to the section, at which its lines begin; the first is 0. */
  readonly lineStarts: readonly number[];
}

/**
 * Tells where the section that starts at `from` ends: the offset of the next section start, or the length of
 * the text. Must depend on nothing before `from`; it always starts at the beginning of a line.
 */
export type Splitter = (text: string, from: number) => number;

/** A change of text in line and character positions, as the LSP sends it; without a range, the whole text. */
export interface Edit {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

const emptySection: Section = { text: "", lineStarts: [0] };

export class SectionedDocument {
  #sections: Section[];
  readonly #splitter: Splitter;
  /** Number of the first line of each section, and its absolute offset; made on demand, dropped by edits. */
  /** Counts the edits. */
  revision = 0;
  #index: { lines: number[]; offsets: number[]; numbers: Map<Section, number> } | undefined;

  constructor(text: string, splitter: Splitter) {
    this.#splitter = splitter;
    this.#sections = split(text, splitter);
  }

  get sections(): readonly Section[] {
    return this.#sections;
  }

  get text(): string {
    return this.#sections.map((section) => section.text).join("");
  }

  /** Applies one edit. Positions outside the text are moved to its nearest end. */
  edit(change: Edit): void {
    this.revision++;
    if (change.range === undefined) {
      this.#sections = split(change.text, this.#splitter);
      this.#index = undefined;
      return;
    }
    const start = this.#locate(change.range.start);
    const end = this.#locate(change.range.end);
    if (end.number < start.number || (end.number === start.number && end.offset < start.offset)) return;
    const head = this.#sections[start.number]?.text.slice(0, start.offset) ?? "";
    const tail = this.#sections[end.number]?.text.slice(end.offset) ?? "";
    // The line that opened this section may no longer open one, so begin one section earlier.
    const first = Math.max(0, start.number - 1);
    const before = first < start.number ? (this.#sections[first]?.text ?? "") : "";
    this.#replace(first, end.number + 1, before + head + change.text + tail);
  }

  /** Replaces the sections `first` … `next - 1` by `text`, taking in as many that follow as no longer start. */
  #replace(first: number, next: number, replacement: string): void {
    let buffer = replacement;
    let step = 1;
    for (;;) {
      const last = next >= this.#sections.length;
      const ahead = last ? "" : (this.#sections[next]?.text ?? "");
      const pieces = splitUntil(buffer + ahead, this.#splitter, buffer.length);
      if (last || pieces.resynced) {
        const kept = this.#sections;
        const made = pieces.sections.filter((section) => section.text !== "");
        this.#sections = [...kept.slice(0, first), ...reuse(made, kept.slice(first, next)), ...kept.slice(next)];
        if (this.#sections.length === 0) this.#sections = [{ ...emptySection }];
        this.#index = undefined;
        return;
      }
      // The next section start was swallowed: take in more, twice as much each time, so that the work stays linear.
      const until = Math.min(this.#sections.length, next + step);
      for (let number = next; number < until; number++) buffer += this.#sections[number]?.text ?? "";
      next = until;
      step *= 2;
    }
  }

  /** The absolute offset at which a section starts. */
  offsetOf(section: Section): number {
    const { offsets, numbers } = this.#indexed();
    return offsets[numbers.get(section) ?? 0] ?? 0;
  }

  /** The position of an offset that is relative to `section`. */
  positionIn(section: Section, offset: number): Position {
    const { lines, numbers } = this.#indexed();
    const line = lastAtMost(section.lineStarts, offset);
    return {
      line: (lines[numbers.get(section) ?? 0] ?? 0) + line,
      character: offset - (section.lineStarts[line] ?? 0),
    };
  }

  /** The section at a position, and the offset in it. */
  placeAt(position: Position): { readonly section: Section; readonly offset: number } {
    const { number, offset } = this.#locate(position);
    return { section: this.#sections[number] ?? emptySection, offset };
  }

  #locate(position: Position): { number: number; offset: number } {
    const { lines } = this.#indexed();
    const line = Math.max(0, position.line);
    const number = lastAtMost(lines, line);
    const section = this.#sections[number] ?? emptySection;
    const row = line - (lines[number] ?? 0);
    const start = section.lineStarts[row];
    if (start === undefined) return { number, offset: section.text.length };
    const next = section.lineStarts[row + 1];
    let limit = next === undefined ? section.text.length : next - 1;
    if (next !== undefined && limit > start && section.text.charCodeAt(limit - 1) === 13) limit--;
    return { number, offset: Math.min(start + Math.max(0, position.character), limit) };
  }

  #indexed() {
    if (this.#index === undefined) {
      const lines: number[] = [];
      const offsets: number[] = [];
      const numbers = new Map<Section, number>();
      let line = 0;
      let offset = 0;
      for (const [number, section] of this.#sections.entries()) {
        lines.push(line);
        offsets.push(offset);
        numbers.set(section, number);
        line += section.lineStarts.length - (section.text.endsWith("\n") ? 1 : 0);
        offset += section.text.length;
      }
      this.#index = { lines, offsets, numbers };
    }
    return this.#index;
  }
}

function split(text: string, splitter: Splitter): Section[] {
  const { sections } = splitUntil(text, splitter, Number.POSITIVE_INFINITY);
  return sections.length === 0 ? [{ ...emptySection }] : sections;
}

/** Splits up to `stop`; `resynced` tells whether a section starts exactly there. */
function splitUntil(text: string, splitter: Splitter, stop: number): { sections: Section[]; resynced: boolean } {
  const sections: Section[] = [];
  let from = 0;
  while (from < text.length && from < stop) {
    const end = Math.max(splitter(text, from), from + 1);
    sections.push(makeSection(text.slice(from, end)));
    from = end;
  }
  return { sections, resynced: from === stop };
}

/** Keeps the old object where an edit left a section's text as it was. */
function reuse(made: readonly Section[], old: readonly Section[]): Section[] {
  const unused = new Set(old);
  return made.map((section) => {
    for (const candidate of unused) {
      if (candidate.text === section.text) {
        unused.delete(candidate);
        return candidate;
      }
    }
    return section;
  });
}

function makeSection(text: string): Section {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (at + 1 < text.length) lineStarts.push(at + 1);
  }
  if (text.endsWith("\n")) lineStarts.push(text.length);
  return { text, lineStarts };
}

/** Index of the last number that is not greater than `value`; 0 if there is none. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

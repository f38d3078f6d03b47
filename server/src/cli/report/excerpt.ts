/** A line of a file with the words underlined, made to fit a terminal. */
import { visible, widthOf } from "../columns.ts";

export interface Excerpt {
  readonly line: string;
  /** Columns before the underlined words, and of these words. */
  readonly lead: number;
  readonly length: number;
}

interface Cell {
  readonly text: string;
  /** Index in the line. */
  readonly index: number;
  /** Columns before it. */
  readonly column: number;
}

const tabColumns = 4;

/** @param start, end UTF-16 indices in `line` of the words to underline. */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  // A line may be a megabyte: only what could be shown is looked at.
  const from = Math.max(0, start - 2 * columns);
  const cells = cellsOf(line.slice(from, start + 2 * columns), from);
  const total = columnsOf(cells);
  const columnAt = (index: number) => cells.find((cell) => cell.index >= index)?.column ?? total;
  const left = columnAt(start);
  const right = Math.max(left + 1, columnAt(end));
  if (from === 0 && line.length <= start + 2 * columns && total <= columns) {
    return { line: cells.map((cell) => cell.text).join(""), lead: left, length: right - left };
  }
  // The words stand in the middle, or further left where they are long.
  const room = columns - 2;
  const before = Math.max(room >> 2, (room - (right - left)) >> 1);
  const first = from === 0 && left <= before ? 0 : Math.max(0, Math.min(left - before, total - room));
  const shown = cells.filter((cell) => cell.column >= first && cell.column + widthOf(cell.text) <= first + room);
  const origin = shown[0]?.column ?? 0;
  const stop = shown.at(-1);
  const shownEnd = stop === undefined ? origin : stop.column + widthOf(stop.text);
  const cutLeft = shown[0] !== undefined && shown[0].index > 0 ? "…" : "";
  const cutRight = stop !== undefined && stop.index + stop.text.length < line.length ? "…" : "";
  return {
    line: `${cutLeft}${shown.map((cell) => cell.text).join("")}${cutRight}`,
    lead: cutLeft.length + left - origin,
    length: Math.max(1, Math.min(right, shownEnd) - left),
  };
}

/** Tabs become spaces, so that both lines agree whatever the terminal's tab stops are. */
function cellsOf(text: string, from: number): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let index = from;
  for (const character of text) {
    const shown = character === "\t" ? " ".repeat(tabColumns - (column % tabColumns)) : visible(character);
    cells.push({ text: shown, index, column });
    column += widthOf(shown);
    index += character.length;
  }
  return cells;
}

function columnsOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.column + widthOf(last.text);
}

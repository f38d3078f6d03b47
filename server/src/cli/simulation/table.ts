/** Columns of text on a terminal, as wide as their widest cell. */
import { widthOf } from "../columns.ts";

export interface Cell {
  readonly text: string;
  /** It stands at the right end of its column. */
  readonly isRight?: boolean;
}

/** The lines of a table, indented by two columns; without blanks at their ends. */
export function tableLines(rows: readonly (readonly Cell[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, { text }] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(text));
  return rows.map((row) => {
    const cells = row.map(({ text, isRight = false }, at) => {
      const blanks = " ".repeat((widths[at] ?? 0) - widthOf(text));
      return isRight ? blanks + text : text + blanks;
    });
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

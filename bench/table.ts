/** The result: one Markdown table, ratios first, for they repeat where milliseconds do not. */
import { medianOf, medianRatio, type Rounds } from "./stats.ts";

export interface Row {
  readonly what: string;
  readonly unit: string;
  /** Of what was measured, in what the table's head says: lines, hosts. */
  readonly size: number;
  readonly ours: Rounds;
  /** By the name of the column. */
  readonly anchors: Readonly<Record<string, Rounds>>;
}

export function table(rows: readonly Row[], columns: readonly string[], size: string): string {
  const cells = [
    ["measured", size, "ha-config", ...columns.map((column) => `: ${column}`)],
    ["---", "--:", "--:", ...columns.map(() => "--:")],
    ...rows.map((row) => [
      row.what,
      String(row.size),
      `${shown(medianOf(row.ours))} ${row.unit}`,
      ...columns.map((column) => against(row, row.anchors[column])),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join(" | ")} |`).join("\n");
}

function against(row: Row, anchor: Rounds | undefined): string {
  const theirs = anchor === undefined ? undefined : medianOf(anchor);
  const ratio = anchor === undefined ? undefined : medianRatio(row.ours, anchor);
  return theirs === undefined || ratio === undefined ? "" : `**${shown(ratio)}** (${shown(theirs)})`;
}

/** Two significant digits, or three above a hundred. */
function shown(value: number | undefined): string {
  if (value === undefined) return "";
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

function pad(cell: string, width: number): string {
  return cell.startsWith("--") ? cell.padStart(width, "-").replace(/^-(?=.*:$)/, "-") : cell.padEnd(width);
}

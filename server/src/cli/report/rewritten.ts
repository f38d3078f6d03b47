/** The lines of a file as a fix would leave them. */
import type { Fix } from "../../core/schema/problem.ts";
import type { Position } from "../../core/text/range.ts";
import type { FileReport, ReportContext } from "./report.ts";

/** Longer fixes are nothing to look at in a terminal. */
const mostLines = 20;

/** Lines that go and lines that come, marked with `-` and `+`; none where the fix changes another file. */
export function rewritten(file: FileReport, { edits }: Fix, context: ReportContext): readonly string[] {
  const ranges = edits.map((edit) => ({ ...context.range(edit), text: edit.text }));
  if (ranges.some(({ uri }) => context.path(uri) !== file.path)) return [];
  const first = Math.min(...ranges.map(({ start }) => start.line));
  // A line break that goes with its line takes nothing of the next one.
  const last = Math.max(
    ...ranges.map(({ start, end }) => (end.character === 0 ? Math.max(start.line, end.line - 1) : end.line)),
  );
  if (ranges.length === 0 || last - first >= mostLines) return [];
  const before = Array.from({ length: last - first + 1 }, (_, index) => file.line(first + index));
  const offset = ({ line, character }: Position) =>
    before.slice(0, line - first).reduce((sum, one) => sum + one.length + 1, character);
  const written = ranges
    .sort((a, b) => offset(b.start) - offset(a.start))
    .reduce(
      (text, edit) => text.slice(0, offset(edit.start)) + edit.text + text.slice(offset(edit.end)),
      `${before.join("\n")}\n`,
    );
  const after = written
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const kept = new Set(before.map((line) => line.trim()));
  const fresh = after.filter((line) => !kept.has(line));
  if (fresh.length > 0) return fresh.map((line) => `+ ${line}`);
  return [...kept].filter((line) => line !== "" && !after.includes(line)).map((line) => `- ${line}`);
}

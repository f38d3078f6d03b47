/** What the daemon's line buffer cannot hold: lines that are too long, and NUL bytes (lib/parser.c: read_line). */
import type { Problem, Severity, Source } from "../../schema/problem.ts";
import { byteLength } from "../../schema/values/word.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { atLeast } from "../../text/version.ts";

/** In bytes, without the line end: a buffer of 1024 with newline and terminator. */
export const longestLine = 1022;

const tooLong = text(
  "The line is longer than {0} bytes: what goes beyond is read as another line",
  "该行超过 {0} 字节，超出部分会被当作另一行读取",
);
const nul = text("The line holds a NUL byte and is lost", "该行含有 NUL 字节，会丢失");

/** Since 2.4.0 both are reported; before, a long comment spilled into keywords, and the rest went unnoticed. */
export function checkLines(source: Source, version: string): readonly Problem[] {
  const { text: content, lineStarts } = source.section;
  // The usual text has neither: characters are at most as many as bytes, so short lines need no counting.
  const mayBeLong = lineStarts.some((start, row) => (lineStarts[row + 1] ?? content.length) - start > longestLine / 3);
  if (!mayBeLong && !content.includes("\0")) return [];
  const reported = atLeast(version, "2.4.0");
  const found: Problem[] = [];
  const report = (code: string, severity: Severity, start: number, end: number, message: Text) =>
    found.push({ code: `keepalived/${code}`, severity, message, source, start, end });
  for (const [row, start] of lineStarts.entries()) {
    const line = content.slice(start, lineStarts[row + 1]).replace(/\r?\n$/, "");
    const end = start + line.length;
    const at = line.indexOf("\0");
    if (at !== -1) report("nul-byte", reported ? "error" : "warning", start + at, start + at + 1, nul);
    if (line.length <= longestLine / 3 || byteLength(line) <= longestLine) continue;
    const spills = /^\s*[#!]/.test(line);
    const from = Math.min(end - 1, start + longestLine);
    report("line-too-long", reported || spills ? "error" : "warning", from, end, fill(tooLong, longestLine));
  }
  return found;
}

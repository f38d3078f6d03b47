/** What becomes of a drawing of several files when edits are made in them. */
import type { TextEdit } from "../../server/src/core/schema/problem.ts";
import { folder, type Loaded } from "./check.ts";

/** The files after the edits, as a drawing. */
export function applied({ service, files }: Loaded, edits: readonly TextEdit[]): string {
  const texts = files.map(({ name, text }) => {
    const lines = text.split("\n");
    const offset = ({ line, character }: { line: number; character: number }) =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, character);
    const own = edits
      .filter(({ source }) => source.uri === folder + name)
      .map((edit) => ({ range: service.range(edit), text: edit.text }))
      .sort((a, b) => offset(b.range.start) - offset(a.range.start));
    const after = own.reduce(
      (now, edit) => now.slice(0, offset(edit.range.start)) + edit.text + now.slice(offset(edit.range.end)),
      text,
    );
    return `#- ${name}\n${after}\n`;
  });
  return `\n${texts.join("")}`;
}

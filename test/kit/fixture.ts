/**
 * Files drawn as text. `#- NAME` at the start of a line begins a further file; a line `#  ^^^ message` marks the span
 * above it and is taken out before the file is read, as is the cursor `$0`. `#<^^^` marks from the first column on.
 */

export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Part of the message, perhaps empty; `error: text` also says the severity. */
  readonly text: string;
}

export interface FixtureFile {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly cursor: { readonly line: number; readonly character: number } | undefined;
}

const markLine = /^(#<?\s*)(\^+)(?:\s+(.*))?$/;

/** Reads a drawing; `defaultName` is the first file's. A leading empty line is dropped. */
export function readFixture(drawing: string, defaultName: string): readonly FixtureFile[] {
  const files: { name: string; lines: string[] }[] = [{ name: defaultName, lines: [] }];
  for (const line of drawing.replace(/^\n/, "").split("\n")) {
    const name = /^#- (\S+)$/.exec(line)?.[1];
    if (name === undefined) files.at(-1)?.lines.push(line);
    else files.push({ name, lines: [] });
  }
  return files.filter((file, index) => index > 0 || file.lines.join("").trim() !== "").map(readFile);
}

function readFile({ name, lines }: { name: string; lines: readonly string[] }): FixtureFile {
  const kept: string[] = [];
  const marks: Mark[] = [];
  let cursor: FixtureFile["cursor"];
  for (const line of lines) {
    const mark = markLine.exec(line);
    if (mark === null) {
      const at = line.indexOf("$0");
      if (at !== -1) cursor = { line: kept.length, character: at };
      kept.push(at === -1 ? line : line.slice(0, at) + line.slice(at + 2));
      continue;
    }
    const [, lead = "", carets = "", text = ""] = mark;
    const start = lead.startsWith("#<") ? 0 : lead.length;
    const end = lead.length + carets.length;
    marks.push({ line: kept.length - 1, start, end, text });
  }
  return { name, text: kept.join("\n"), marks, cursor };
}

/** The file with marks drawn for the given problems, as one would write the fixture. */
export function draw(text: string, found: readonly Mark[]): string {
  const lines: string[] = [];
  for (const [number, line] of text.split("\n").entries()) {
    lines.push(line);
    for (const mark of found.filter((one) => one.line === number)) {
      const lead = mark.start === 0 ? "#<" : "#".padEnd(mark.start);
      lines.push(`${lead}${"^".repeat(Math.max(1, mark.end - lead.length))} ${mark.text}`);
    }
  }
  return lines.join("\n");
}

/** `--fix`: applies the fixes that are safe and writes the files. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { type Problem, safeFix } from "../core/schema/problem.ts";
import type { Service } from "../core/service.ts";
import { pathOf } from "../files/diskFiles.ts";

export interface Fixed {
  readonly fixes: number;
  readonly files: number;
}

/** A fix may uncover another; more rounds than this mean that two fixes undo one another. */
const mostRounds = 10;

/**
 * @param problemsOf the problems of a file that are to be mended.
 * @throws where a file cannot be written; none is then changed, unless the disk fails halfway.
 */
export function applyFixes(
  service: Service,
  given: readonly string[],
  problemsOf: (uri: string) => readonly Problem[],
): Fixed {
  const before = new Map<string, string>();
  let fixes = 0;
  for (let round = 0; round < mostRounds; round++) {
    const problems = given.map(problemsOf);
    const edits = problems.flatMap((ofFile) => service.safeEdits(ofFile));
    if (edits.length === 0) break;
    const applied = new Set(edits);
    fixes += problems.flat().filter((one) => safeFix(one)?.edits.every((edit) => applied.has(edit))).length;
    // From the end of each file to its start, so that no edit moves the place of another.
    const placed = edits.map((edit) => ({ edit, range: service.range(edit) }));
    placed.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
    for (const { edit, range } of placed) {
      const { uri } = edit.source;
      if (!before.has(uri)) before.set(uri, service.workspace.document(uri)?.text ?? "");
      service.change(uri, [{ range, text: edit.text }]);
    }
  }
  for (const [uri, text] of before) mustBeWritable(pathOf(uri), text, "--fix");
  for (const uri of before.keys()) writeFileSync(pathOf(uri), service.workspace.document(uri)?.text ?? "");
  return { fixes, files: before.size };
}

/** Bytes that are not UTF-8 were read as U+FFFD; to write that would destroy them. */
export function mustBeWritable(file: string, text: string, option: string): void {
  if (!statSync(file).isFile() || !readFileSync(file).equals(Buffer.from(text))) {
    throw new Error(`${file}: ${option} changes only regular files in UTF-8`);
  }
}

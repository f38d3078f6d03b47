/** The examples of the repository that a daemon must take: all but those of mistakes that it tells itself. */
import fs from "node:fs";
import path from "node:path";
import { examples } from "../../scripts/paths.ts";

/** The paths of all files of that name, seen from the folder of the examples. */
export function soundExamples(name: string): readonly string[] {
  return fs.globSync(`**/${name}`, { cwd: examples }).filter((file) => !file.startsWith(`mistakes${path.sep}`));
}

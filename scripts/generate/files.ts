// Files that a generator makes, and what is there instead.

import fs from "node:fs";
import path from "node:path";
import { root } from "../paths.ts";

/** Texts by path from the checkout's root, with `/` on every system. */
export type Files = ReadonlyMap<string, string>;

export interface Generated {
  readonly files: Files;
  /** Folders that hold nothing but generated files; what is left over in them goes. */
  readonly folders: readonly string[];
}

/** The paths of all files that are missing, different or left over. */
export function stale({ files, folders }: Generated): readonly string[] {
  const changed = [...files].filter(([file, text]) => read(file) !== text).map(([file]) => file);
  return [...changed, ...folders.flatMap(filesIn).filter((file) => !files.has(file))].sort();
}

/** Writes or removes the stale files. */
export function update(generated: Generated): readonly string[] {
  const paths = stale(generated);
  for (const file of paths) {
    const place = path.join(root, file);
    const text = generated.files.get(file);
    if (text === undefined) {
      fs.rmSync(place);
      continue;
    }
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text);
  }
  return paths;
}

export function read(file: string): string | undefined {
  const place = path.join(root, file);
  return fs.existsSync(place) ? fs.readFileSync(place, "utf8") : undefined;
}

function filesIn(folder: string): string[] {
  const place = path.join(root, folder);
  if (!fs.existsSync(place)) return [];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

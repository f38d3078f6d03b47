/** Configuration files below a folder, for a workspace and for `check FOLDER`. */
import { readdirSync } from "node:fs";
import path from "node:path";

/** Folders that hold other people's files. */
const skipped = new Set(["node_modules", "dist", "vendor"]);

/** All regular files below a folder in the order of their names, hidden folders and links left out; at most `most`. */
export function filesBelow(folder: string, most: number): string[] {
  const found: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined && found.length < most; next = open.pop()) {
    const entries = readdirSync(next, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    const folders: string[] = [];
    for (const entry of entries) {
      const file = path.join(next, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && !skipped.has(entry.name)) folders.push(file);
      if (entry.isFile()) found.push(file);
    }
    open.push(...folders.reverse());
  }
  return found.slice(0, most);
}

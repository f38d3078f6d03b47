/** How files are named on a terminal. */
import path from "node:path";
import { pathOf } from "../files/diskFiles.ts";

/** Relative where that is shorter and does not climb out. */
export function shownPath(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  const file = pathOf(uri);
  const relative = path.relative(process.cwd(), file);
  return relative === "" || relative.startsWith("..") ? file : relative;
}

/** The strings of `reqrep` and its kin as the formats of rules. */
import { groupsOf, type HeaderPattern, type RequestPattern, unbroken } from "./patterns.ts";

/** The end of a pattern for a request: the version in a group of its own, or in one with the rest of the path. */
const versionApart = new RegExp(String.raw`^(${unbroken}) \(\.\*\)\$?$`);
const versionWithin = new RegExp(String.raw`^(${unbroken}\(\.\*\))\$?$`);

/** The new value of the same header; undefined where the line becomes another one. */
export function newValue(pattern: HeaderPattern, replacement: string): string | undefined {
  const [, name, value] = /^([A-Za-z][A-Za-z0-9-]*):\s*(.*)$/.exec(replacement) ?? [];
  return name?.toLowerCase() === pattern.name.toLowerCase() && value !== "" ? value : undefined;
}

/** A pattern for the path, and the path that takes its place. */
export interface NewPath {
  readonly match: string;
  readonly path: string;
}

/** Where the replacement keeps the method and all that stands behind the path: the path alone. */
export function newPath({ captured, path }: RequestPattern, replacement: string): NewPath | undefined {
  if (!captured) return undefined;
  const last = groupsOf(path) + 1;
  // The last group holds the rest of the line, with the version: behind a blank, or together with the rest of the path.
  const [, apart] = versionApart.exec(path) ?? [];
  const match = apart ?? versionWithin.exec(path)?.[1];
  if (match === undefined) return undefined;
  const end = apart === undefined ? `\\${last}` : ` \\${last}`;
  if (!replacement.startsWith("\\1 ") || !replacement.endsWith(end)) return undefined;
  const kept = apart === undefined ? replacement.length : replacement.length - end.length;
  const made = replacement.slice(3, kept);
  if (!/^(?:\/|\\[2-9])/.test(made) || /[ ?]|\\[01]|\\[^0-9]/.test(made)) return undefined;
  return { match: `^${match}`, path: made.replace(/\\([2-9])/g, (_, group: string) => `\\${Number(group) - 1}`) };
}

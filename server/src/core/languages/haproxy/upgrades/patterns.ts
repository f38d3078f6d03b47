/**
 * What the regular expressions of `req…` and `rsp…` lines were about. They saw a request as its lines, so a pattern began
 * with a header's name or with the method; rules look at the value or the path alone. Only the forms that say so beyond
 * doubt are read here.
 */

/** A pattern for a header's line. */
export interface HeaderPattern {
  readonly kind: "header";
  readonly name: string;
  /** For the value alone; undefined where any value will do. */
  readonly value: string | undefined;
}

/** A pattern for the line with method and path. */
export interface RequestPattern {
  readonly kind: "request";
  /** Undefined where any will do. */
  readonly method: string | undefined;
  /** Whether the method is the first group. */
  readonly captured: boolean;
  /** Begins with the path; with what stands behind it, perhaps up to the end of the line. */
  readonly path: string;
}

/** Blanks between a header's name and its value, which the value no longer has. */
const blanks = /^(?: |\\s|\[ \]|\[ \\t\]|\[\[:space:\]\])[*+?]?/;
const anyMethod = String.raw`(?:\[\^(?: :?|: )\]|\\S|\\w|\[A-Z\]|\.)[*+]`;
const requestLine = new RegExp(String.raw`^\^(?:(\()?${anyMethod}(\))?|([A-Z]+))(?: |\\s|\[ \])\+?(\(?\/.*)$`);

/** `^(Name:.*)`, whose first group is the whole line, as `^Name:(.*)`; the replacement likewise. */
export function withoutWholeLine(regex: string, replacement: string): readonly [string, string] {
  const [, name] = /^\^\(([A-Za-z][A-Za-z0-9-]*):\.\*\)\$?$/.exec(regex) ?? [];
  if (name === undefined || !/^\\1[^\\]*$/.test(replacement)) return [regex, replacement];
  return [`^${name}:(.*)`, `${name}:${replacement}`];
}

export function headerPattern(regex: string): HeaderPattern | undefined {
  const [, name, behind = ""] = /^\^([A-Za-z][A-Za-z0-9-]*):(.*)$/.exec(regex) ?? [];
  if (name === undefined || hasAlternatives(behind)) return undefined;
  const value = behind.replace(blanks, "");
  if (/^(?:\.\*)?\$?$/.test(value)) return { kind: "header", name, value: undefined };
  return { kind: "header", name, value: /^\(?\.\*/.test(value) ? value : `^${value}` };
}

export function requestPattern(regex: string): RequestPattern | undefined {
  const [, open, close, method, path] = requestLine.exec(regex) ?? [];
  if (path === undefined || (open === undefined) !== (close === undefined) || hasAlternatives(path)) return undefined;
  // A question mark that stands for itself begins the query, which is no part of the path.
  if (/\\\?|\[[^\]]*\?[^\]]*\]|\\[1-9]/.test(path)) return undefined;
  return { kind: "request", method, captured: open !== undefined, path };
}

/** Whether there is a `|` outside of parentheses: its other side would match anywhere. */
function hasAlternatives(regex: string): boolean {
  let depth = 0;
  for (const [piece] of regex.matchAll(/\\.|\[\^?\]?[^\]]*\]|[()|]/g)) {
    if (piece === "(") depth++;
    else if (piece === ")") depth--;
    else if (piece === "|" && depth === 0) return true;
  }
  return false;
}

/** A piece of a regular expression without a blank outside of brackets. */
export const unbroken = String.raw`(?:\[[^\]]*\]|[^ [])*`;

/** How many groups a regular expression has. */
export function groupsOf(regex: string): number {
  return [...regex.matchAll(/\\.|\[\^?\]?[^\]]*\]|\((?!\?)/g)].filter(([piece]) => piece === "(").length;
}

/** The expression that does not care for case, where that makes a difference. */
export function ignoringCase(regex: string): string {
  return /[A-Za-z]/.test(regex.replace(/\\./g, "")) ? `(?i)${regex}` : regex;
}

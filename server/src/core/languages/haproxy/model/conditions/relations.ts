/**
 * How tests relate. "False" also means that it is not known. A test of a fetch with several values holds when one of
 * them matches, and never where there is nothing to fetch; both leave "implies" true of the whole when it is of each
 * value.
 */
import { covers, excludes } from "./patterns.ts";
import type { Test } from "./test.ts";

/** Whether `b` holds whenever `a` does. */
export function implies(a: Test, b: Test): boolean {
  if (b.constant === true || a.constant === false) return true;
  if (a.subject === undefined || b.subject === undefined || a.subject.key !== b.subject.key) return false;
  if (a.key === b.key || b.method === "found") return true;
  if (a.patterns === undefined || b.patterns === undefined || !isAlike(a, b)) return false;
  const { patterns, files } = b;
  if (a.method === "bool" && b.method === "bool") return true;
  const isFileCovered = a.method === b.method && (b.ignoreCase || !a.ignoreCase);
  return (
    a.patterns.length + a.files.length > 0 &&
    a.files.every((file) => isFileCovered && files.includes(file)) &&
    a.patterns.every((one) => patterns.some((other) => covers(other, one)))
  );
}

/** Whether the two never hold together. */
export function contradicts(a: Test, b: Test): boolean {
  if (a.constant === false || b.constant === false) return true;
  if (a.subject === undefined || b.subject === undefined || a.subject.key !== b.subject.key) return false;
  if (!a.subject.single || a.patterns === undefined || b.patterns === undefined || !isAlike(a, b)) return false;
  const { patterns } = b;
  return (
    a.files.length + b.files.length === 0 &&
    a.patterns.length > 0 &&
    patterns.length > 0 &&
    a.patterns.every((one) => patterns.every((other) => excludes(one, other)))
  );
}

const texts: ReadonlySet<string> = new Set(["str", "beg", "end", "sub", "dir", "dom", "reg", "regm", "len"]);

/** Whether both look at the same type of value. */
function isAlike(a: Test, b: Test): boolean {
  return a.method === b.method || (texts.has(a.method) && texts.has(b.method));
}

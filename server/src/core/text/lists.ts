/** What lists of all kinds need: whether two say the same, so that what was made of one holds for the other; each once. */

/** As many items, each the same as the one at its place: the same object, unless `same` judges otherwise. */
export function isSameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean = Object.is): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => same(one, b[at] as T)));
}

/** Each word once, in the order in which they come first. */
export function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** The same value, or two lists of the same items. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && isSameList<unknown>(a, b));
}

/** What is compared, and the differences that are known and meant. */

export interface Case {
  readonly base: string;
  /** Kind of mutation; "none" for a base as it is. */
  readonly kind: string;
  readonly seed?: number;
  /** Where it was changed, from 1. */
  readonly line?: number;
  /** Further lines at which a report is in place. */
  readonly near?: readonly number[];
}

/** A disagreement that is known and meant. */
export interface Accepted {
  /** A name, or `*` for any. */
  readonly base: string;
  readonly kind: string;
  readonly seed?: number;
  /** Code of our error; without it, and without a warning, a refusal that we miss. */
  readonly code?: string;
  /** Part of a warning of the daemon that we do not share. */
  readonly warning?: string;
  readonly reason: string;
}

export function matches(entry: Accepted, one: Case): boolean {
  return (
    (entry.base === "*" || entry.base === one.base) &&
    (entry.kind === "*" || entry.kind === one.kind) &&
    (entry.seed === undefined || entry.seed === one.seed)
  );
}

/** Holds what we say against what the daemon says, and counts. */
import type { Verdict } from "./daemon.ts";
import type { Diagnostic } from "./ours.ts";

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
  /** Code of our error; absent for a refusal that we miss. */
  readonly code?: string;
  readonly reason: string;
}

export interface Outcome {
  readonly result: "agree" | "false error" | "missed" | "accepted";
  readonly refused: boolean;
  /** For a mutant that the daemon refuses: whether a line of ours, or of the daemon's, is right. */
  readonly lineRight?: { readonly ours: boolean; readonly daemon: boolean };
}

export function compare(
  one: Case,
  verdict: Verdict,
  ours: readonly Diagnostic[],
  main: string,
  accepted: readonly Accepted[],
): Outcome {
  const errors = ours.filter((diagnostic) => diagnostic.severity === "error");
  const refused = verdict.refused;
  if (refused === errors.length > 0) {
    return { result: "agree", refused, ...(refused ? { lineRight: lineRight(one, verdict, errors, main) } : {}) };
  }
  const known = accepted.filter((entry) => matches(entry, one));
  // Every one of our errors has to be known, or a new one would hide behind it.
  const isKnown = refused
    ? known.some((entry) => entry.code === undefined)
    : errors.every((error) => known.some((entry) => entry.code === error.code));
  if (isKnown) return { result: "accepted", refused };
  if (!refused) return { result: "false error", refused };
  return { result: "missed", refused, lineRight: lineRight(one, verdict, [], main) };
}

function matches(entry: Accepted, one: Case): boolean {
  return (
    (entry.base === "*" || entry.base === one.base) &&
    (entry.kind === "*" || entry.kind === one.kind) &&
    (entry.seed === undefined || entry.seed === one.seed)
  );
}

/** Ours are right at the place of the change or where the daemon points, the daemon's only at the former. */
function lineRight(one: Case, verdict: Verdict, errors: readonly Diagnostic[], main: string) {
  const named = verdict.messages.filter((message) => message.line !== undefined);
  const changed = [one.line, ...(one.near ?? [])];
  const isChanged = (place: { readonly file?: string; readonly line?: number }) =>
    place.file === main && changed.includes(place.line);
  return {
    ours: errors.some(
      (error) => isChanged(error) || named.some((it) => it.file === error.file && it.line === error.line),
    ),
    daemon: named.some(isChanged),
  };
}

/** Counts of some cases. */
export class Tally {
  cases = 0;
  refused = 0;
  found = 0;
  falseErrors = 0;
  accepted = 0;
  ourLines = 0;
  daemonLines = 0;

  add(outcome: Outcome): void {
    this.cases++;
    if (outcome.result === "false error") this.falseErrors++;
    if (outcome.result === "accepted") this.accepted++;
    else if (outcome.refused) this.refused++;
    if (outcome.refused && outcome.result === "agree") this.found++;
    if (outcome.lineRight?.ours === true) this.ourLines++;
    if (outcome.lineRight?.daemon === true) this.daemonLines++;
  }

  get missed(): number {
    return this.refused - this.found;
  }

  row(): Record<string, number> {
    return {
      cases: this.cases,
      refused: this.refused,
      found: this.found,
      missed: this.missed,
      "false errors": this.falseErrors,
      accepted: this.accepted,
      "our line right": this.ourLines,
      "daemon's line right": this.daemonLines,
    };
  }
}

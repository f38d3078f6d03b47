/** Holds what we say against what the daemon says. */

import { type Accepted, type Case, matches } from "./case.ts";
import type { Verdict } from "./judged.ts";
import type { Diagnostic } from "./ours.ts";

export interface Outcome {
  /** "undecided" where the daemon stopped because of this machine. */
  readonly result: "agree" | "false error" | "missed" | "accepted" | "undecided";
  readonly refused: boolean;
  /** For a mutant that the daemon refuses: whether a line of ours, our first one, or one of the daemon's is right. */
  readonly lineRight?: { readonly ours: boolean; readonly first: boolean; readonly daemon: boolean };
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
  if (verdict.undecided === true) return { result: "undecided", refused };
  if (refused === errors.length > 0) {
    return { result: "agree", refused, ...(refused ? { lineRight: lineRight(one, verdict, errors, main) } : {}) };
  }
  const known = accepted.filter((entry) => matches(entry, one));
  // Every one of our errors has to be known, or a new one would hide behind it.
  const isKnown = refused
    ? known.some((entry) => entry.code === undefined && entry.warning === undefined)
    : errors.every((error) => known.some((entry) => entry.code === error.code));
  if (isKnown) return { result: "accepted", refused };
  if (!refused) return { result: "false error", refused };
  return { result: "missed", refused, lineRight: lineRight(one, verdict, [], main) };
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
    first: errors[0] !== undefined && isChanged(errors[0]),
    daemon: named.some(isChanged),
  };
}

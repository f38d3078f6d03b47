/** Counts of some cases. */
import type { Outcome } from "./compare.ts";
import type { WarningsFound } from "./warnings.ts";

export class Tally {
  cases = 0;
  refused = 0;
  found = 0;
  falseErrors = 0;
  accepted = 0;
  undecided = 0;
  ourLines = 0;
  firstLines = 0;
  daemonLines = 0;
  warnings = 0;
  warningsFound = 0;

  add(outcome: Outcome): void {
    this.cases++;
    if (outcome.result === "false error") this.falseErrors++;
    if (outcome.result === "undecided") this.undecided++;
    if (outcome.result === "accepted") this.accepted++;
    else if (outcome.refused) this.refused++;
    if (outcome.refused && outcome.result === "agree") this.found++;
    if (outcome.lineRight?.ours === true) this.ourLines++;
    if (outcome.lineRight?.first === true) this.firstLines++;
    if (outcome.lineRight?.daemon === true) this.daemonLines++;
  }

  addWarnings({ found, missed }: WarningsFound): void {
    this.warnings += found + missed.length;
    this.warningsFound += found;
  }

  get missed(): number {
    return this.refused - this.found;
  }

  /** Columns of a table; those of what only some daemons have are left out where there is none of it. */
  row(withWarnings: boolean): Record<string, number> {
    return {
      cases: this.cases,
      refused: this.refused,
      found: this.found,
      missed: this.missed,
      "false errors": this.falseErrors,
      accepted: this.accepted,
      "our line right": this.ourLines,
      "our first line right": this.firstLines,
      "daemon's line right": this.daemonLines,
      ...(withWarnings
        ? { undecided: this.undecided, warnings: this.warnings, "warnings found": this.warningsFound }
        : {}),
    };
  }
}

/** A share of none is a whole. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

export function percent(part: number, whole: number): string {
  return `${(100 * share(part, whole)).toFixed(2)} %`;
}

/** Which of the daemon's warnings we report in some form, at the place that they name. */
import { type Accepted, type Case, matches } from "./case.ts";
import type { Message, Verdict } from "./judged.ts";
import type { Diagnostic } from "./ours.ts";

export interface WarningsFound {
  readonly found: number;
  readonly missed: readonly Message[];
}

/** A mutant's warnings count where its base, `before`, has none of these words: others would count again and again. */
export function warningsFound(
  one: Case,
  verdict: Verdict,
  before: Verdict | undefined,
  ours: readonly Diagnostic[],
  accepted: readonly Accepted[],
): WarningsFound {
  const old = new Set(before?.warnings?.map(withoutLines));
  const known = accepted.filter((entry) => entry.warning !== undefined && matches(entry, one));
  const fresh = (verdict.warnings ?? []).filter(
    (message) => !old.has(withoutLines(message)) && !known.some(({ warning = "" }) => message.text.includes(warning)),
  );
  const missed = fresh.filter((message) => !ours.some((diagnostic) => isAt(diagnostic, message)));
  return { found: fresh.length - missed.length, missed };
}

function withoutLines({ text }: Message): string {
  return text.replace(/:\d+/g, "");
}

function isAt({ file, line }: Diagnostic, message: Message): boolean {
  if (message.line !== undefined) return file === message.file && line === message.line;
  return message.within === undefined || message.within.some(([first, last]) => line >= first && line <= last);
}

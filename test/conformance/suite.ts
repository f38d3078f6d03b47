/**
 * Compares this project with a daemon on many configurations: those that the daemon's package brings, the repository's
 * examples, those of every rule and the suite's own, most of them also with one thing changed.
 *
 *   node test/conformance/<daemon>/run.ts [--count N] [--seed TEXT] [--show N] [--lines] [--warnings]
 *                                         [--kind TEXT] [--base NAME]
 */
import { parseArgs } from "node:util";
import type { Accepted, Case } from "./case.ts";
import { compare, type Outcome } from "./compare.ts";
import type { Base, File, Verdict } from "./judged.ts";
import type { Mutant } from "./mutants.ts";
import type { Diagnostic } from "./ours.ts";
import { percent, share, Tally } from "./tally.ts";
import { type WarningsFound, warningsFound } from "./warnings.ts";

export interface Suite {
  /** The daemon's name. */
  readonly daemon: string;
  readonly version: string;
  /** The path that a configuration has when it is judged. */
  readonly main: string;
  readonly bases: readonly Base[];
  /** Names of bases that the daemon must take as they are: what users are shown to be right. */
  readonly sound: readonly string[];
  /** Configurations that are judged only as they are, by what they are examples of. */
  readonly examples: Readonly<Record<string, readonly Base[]>>;
  /** About how many mutants to make where nothing else is asked for. */
  readonly count: number;
  readonly mutants: (bases: readonly Base[], count: number, seed: string) => readonly Mutant[];
  readonly judge: (files: readonly File[]) => Promise<Verdict>;
  readonly check: (files: readonly File[]) => readonly Diagnostic[];
  readonly accepted: readonly Accepted[];
  /** Shares of the daemon's refusals, and of its warnings where it tells them apart, that are to be found. */
  readonly goals: { readonly refusals: number; readonly warnings?: number };
}

interface Compared extends Outcome {
  readonly one: Case;
  readonly text: string;
  readonly verdict: Verdict;
  readonly ours: readonly Diagnostic[];
  readonly warnings: WarningsFound;
}

const { values } = parseArgs({
  options: {
    count: { type: "string" },
    /** Any text: other mutants than those of every run. */
    seed: { type: "string", default: "" },
    /** How many disagreements to print in full. */
    show: { type: "string", default: "20" },
    /** Prints also where both refuse and no line of ours is right. */
    lines: { type: "boolean", default: false },
    /** Prints also where a warning of the daemon has no counterpart. */
    warnings: { type: "boolean", default: false },
    /** Only mutants of kinds with this text in their name. */
    kind: { type: "string" },
    base: { type: "string" },
  },
});

/** Runs a suite by the options of the command line, prints what comes of it and sets the exit status. */
export async function runSuite(suite: Suite): Promise<void> {
  const compared = await compareAll(suite);
  const shown = Number(values.show);
  const disagreements = compared.filter((one) => one.result === "false error" || one.result === "missed");
  for (const one of disagreements.slice(0, shown)) show(one);
  if (values.lines) {
    const misplaced = compared.filter((one) => one.result === "agree" && one.lineRight?.ours === false);
    for (const one of misplaced.slice(0, shown)) show(one, "wrong line");
  }
  if (values.warnings) {
    const silent = compared.filter((one) => one.warnings.missed.length > 0);
    for (const one of silent.slice(0, shown)) show(one, "missed warning", one.warnings.missed);
  }
  const total = report(suite, compared);
  // Refusals that are missed count as left out as long as the goal is reached: no text tells all that a daemon finds.
  const isRefused = ({ one, refused }: Compared) => one.kind === "none" && refused && suite.sound.includes(one.base);
  const unsound = compared.filter(isRefused);
  for (const one of unsound) show(one, "refused");
  const reached = isReached(suite, total) && unsound.length === 0;
  const wrong = new Set([...disagreements, ...unsound]).size;
  const failed = reached ? 0 : Math.max(1, wrong);
  const passed = total.cases - total.accepted - total.undecided - wrong;
  console.log(`${passed} passed, ${failed} failed, ${total.cases - passed - failed} skipped`);
  if (!reached) process.exitCode = 1;
}

/** The bases as they are, then the mutants of those that the daemon takes: in any other, a refusal proves nothing. */
async function compareAll(suite: Suite): Promise<Compared[]> {
  const all = suite.bases.filter((base) => values.base === undefined || base.name === values.base);
  const asTheyAre = await Promise.all(
    all.map((base) => compareOne(suite, base, { base: base.name, kind: "none" }, base.text)),
  );
  const before = new Map(asTheyAre.map((compared) => [compared.one.base, compared]));
  const sound = all.filter(
    (_, index) => asTheyAre[index]?.refused === false && asTheyAre[index].verdict.undecided !== true,
  );
  const byName = new Map(sound.map((base) => [base.name, base]));
  const changed = suite
    .mutants(sound, Number(values.count ?? suite.count), values.seed)
    .filter((one) => one.kind.includes(values.kind ?? ""));
  const mutants = changed.map(async (mutant) => {
    const base = byName.get(mutant.base);
    return base && (await compareOne(suite, base, mutant, mutant.text, before.get(base.name)));
  });
  const examples = values.base === undefined && values.kind === undefined ? Object.entries(suite.examples) : [];
  const asExamples = await Promise.all(
    examples.flatMap(([kind, list]) =>
      list.map((base) => compareOne(suite, base, { base: base.name, kind }, base.text)),
    ),
  );
  return [...asTheyAre, ...asExamples, ...(await Promise.all(mutants)).filter((one) => one !== undefined)];
}

/** `before` is the base as it is: what we said of it wrongly counts there, and not again in each of its mutants. */
async function compareOne(suite: Suite, base: Base, one: Case, text: string, before?: Compared): Promise<Compared> {
  const files: File[] = [{ path: suite.main, text }, ...base.included];
  const verdict = await suite.judge(files);
  const ours = suite.check(files);
  const old = new Set(before?.ours.filter(({ severity }) => severity === "error").map(saying));
  const fresh = ours.filter((diagnostic) => !old.has(saying(diagnostic)));
  const outcome = compare(one, verdict, fresh, suite.main, suite.accepted);
  const warnings = warningsFound(one, verdict, before?.verdict, ours, suite.accepted);
  return { ...outcome, one, text, verdict, ours: fresh, warnings };
}

function saying({ code, message }: Diagnostic): string {
  return `${code}: ${message}`;
}

function show(compared: Compared, title: string = compared.result, messages = compared.verdict.messages): void {
  const { one, text, verdict, ours } = compared;
  const seed = one.seed === undefined ? "" : `, seed ${one.seed}`;
  console.log(`\n${title}: ${one.base}, ${one.kind}${seed}`);
  if (one.line !== undefined) console.log(`  line ${one.line}: ${text.split("\n")[one.line - 1]?.trim()}`);
  console.log(`  daemon (exit ${verdict.exit}):`);
  for (const message of messages.slice(0, 6)) console.log(`    ${message.line ?? "-"}: ${message.text}`);
  console.log("  ours:");
  for (const { severity, line, code, message } of ours.slice(0, 6)) {
    console.log(`    ${line}: ${severity} ${code}: ${message}`);
  }
}

function report({ daemon, version, goals }: Suite, compared: readonly Compared[]): Tally {
  const total = new Tally();
  const kinds = new Map<string, Tally>();
  for (const one of compared) {
    const tally = kinds.get(one.one.kind) ?? new Tally();
    kinds.set(one.one.kind, tally);
    tally.add(one);
    // A base as it is has no changed line, so its lines are not counted with the others.
    total.add(one.one.line === undefined ? { result: one.result, refused: one.refused } : one);
    for (const each of [tally, total]) each.addWarnings(one.warnings);
  }
  const withWarnings = goals.warnings !== undefined;
  const rows = Object.fromEntries([...kinds].map(([kind, tally]) => [kind, tally.row(withWarnings)]));
  console.table({ ...rows, total: total.row(withWarnings) });
  console.log(`${daemon} ${version}: ${percent(total.found, total.refused)} of its refusals found`);
  if (withWarnings) {
    console.log(`${daemon} ${version}: ${percent(total.warningsFound, total.warnings)} of its warnings found`);
  }
  return total;
}

function isReached({ goals }: Suite, total: Tally): boolean {
  return (
    total.falseErrors === 0 &&
    share(total.found, total.refused) >= goals.refusals &&
    share(total.warningsFound, total.warnings) >= (goals.warnings ?? 0) &&
    total.ourLines >= total.daemonLines
  );
}

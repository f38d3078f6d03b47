/**
 * Asks a daemon whether the example lines of every keyword are what the tables say: `ok` lines must be taken, `bad` lines
 * must be reported. The same lines also compare this project's judgement with the daemon's.
 *
 *   node test/conformance/<daemon>/tables.ts [--show N] [--only TEXT]
 */
import { parseArgs } from "node:util";
import type { Keyword } from "../../server/src/core/schema/spec.ts";
import type { Verdict } from "./judged.ts";
import type { Diagnostic } from "./ours.ts";

/** A line of a keyword, in a configuration in which nothing else can be wrong. */
export interface Example {
  /** Where the keyword stands and its name, such as `virtual_server/delay_loop`. */
  readonly name: string;
  readonly keyword: Pick<Keyword, "name" | "deprecated">;
  /** What the table says of the line; undefined where it says nothing of this place, and only the judgements count. */
  readonly isOk: boolean | undefined;
  readonly line: string;
  readonly text: string;
}

interface Checked extends Example {
  readonly verdict: Verdict;
  readonly ours: readonly Diagnostic[];
  readonly faults: readonly string[];
}

export interface Lines {
  readonly daemon: string;
  readonly version: string;
  /** Those that the version knows. */
  readonly examples: readonly Example[];
  /** How many there are for newer versions only. */
  readonly newer: number;
  readonly judge: (example: Example) => Promise<Verdict>;
  readonly check: (text: string) => readonly Diagnostic[];
  /** Whether the daemon was built without what the keyword is for. */
  readonly isNotBuilt: (example: Example, verdict: Verdict) => boolean;
}

const { values } = parseArgs({
  options: { show: { type: "string", default: "40" }, only: { type: "string", default: "" } },
});

export async function runLines({ daemon, version, examples, newer, judge, check, isNotBuilt }: Lines): Promise<void> {
  const wanted = examples.filter(({ name }) => name.includes(values.only));
  const all = await Promise.all(wanted.map(async (example) => checkOne(example, await judge(example), check)));
  const checked = all.filter((one) => !isNotBuilt(one, one.verdict));
  const failed = checked.filter((one) => one.faults.length > 0);
  for (const one of failed.slice(0, Number(values.show))) show(one);
  const counts = new Map<string, number>();
  for (const fault of failed.flatMap((one) => one.faults)) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  if (counts.size > 0) console.table(Object.fromEntries(counts));
  const notBuilt = all.length - checked.length;
  console.log(`${daemon} ${version}; skipped: ${newer} newer, ${notBuilt} not built in`);
  console.log(`${checked.length - failed.length} passed, ${failed.length} failed, ${newer + notBuilt} skipped`);
  if (failed.length > 0) process.exitCode = 1;
}

function checkOne(example: Example, verdict: Verdict, check: Lines["check"]): Checked {
  const ours = check(example.text);
  const hasError = ours.some((diagnostic) => diagnostic.severity === "error");
  const isSure = verdict.environment.length === 0;
  const faults: string[] = [];
  // A deprecation is reported whatever the value.
  const isReported = example.keyword.deprecated?.reported === true;
  if (example.isOk === true && verdict.refused && !isReported) faults.push("the daemon refuses an ok line");
  if (example.isOk === false && !verdict.refused && isSure) faults.push("the daemon takes a bad line");
  if (hasError && !verdict.refused && isSure) faults.push("false error of ours");
  if (!hasError && verdict.refused) faults.push("we miss what the daemon refuses");
  return { ...example, verdict, ours, faults };
}

function show({ name, isOk, line, verdict, ours, faults }: Checked): void {
  console.log(`\n${faults.join("; ")}: ${name}, ${isOk === false ? "bad" : "ok"} line ${JSON.stringify(line)}`);
  for (const message of [...verdict.messages, ...verdict.environment].slice(0, 4)) {
    console.log(`  daemon: ${message.line ?? "-"}: ${message.text}`);
  }
  for (const diagnostic of ours.slice(0, 4)) {
    console.log(`  ours: ${diagnostic.line}: ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`);
  }
}

// Compares this project with the installed daemon on many configurations: those that the daemon's package brings, the
// repository's examples, those of every rule and our own, most of them also with one thing changed.
//
//   node test/conformance/run.ts [--count N] [--seed TEXT] [--show N] [--lines] [--kind TEXT] [--base NAME]
//
// Another daemon is judged with when the environment variable KEEPALIVED names its program.

import fs from "node:fs";
import { parseArgs } from "node:util";
import { type Base, bases, hostIds, main } from "./bases.ts";
import { type Accepted, type Case, compare, type Outcome, Tally } from "./compare.ts";
import { daemonVersion, type File, judgeHosts, requireDaemon, type Verdict } from "./daemon.ts";
import { interfacesIn } from "./interfaces.ts";
import { mutants } from "./mutate.ts";
import { check, type Diagnostic } from "./ours.ts";
import { ruleExamples } from "./ruleExamples.ts";

interface Compared extends Outcome {
  readonly one: Case;
  readonly text: string;
  readonly verdict: Verdict;
  readonly ours: readonly Diagnostic[];
}

const { values } = parseArgs({
  options: {
    /** About how many mutants to make. */
    count: { type: "string", default: "800" },
    /** Any text: other mutants than those of every run. */
    seed: { type: "string", default: "" },
    /** How many disagreements to print in full. */
    show: { type: "string", default: "20" },
    /** Prints also where both refuse and no line of ours is right. */
    lines: { type: "boolean", default: false },
    /** Only mutants of kinds with this text in their name. */
    kind: { type: "string" },
    base: { type: "string" },
  },
});

requireDaemon();
const version = daemonVersion();
const accepted = JSON.parse(
  fs.readFileSync(new URL("./accepted.json", import.meta.url), "utf8"),
) as readonly Accepted[];

async function compareOne(base: Base, one: Case, text: string): Promise<Compared> {
  const files: File[] = [{ path: main, text }, ...base.included];
  const texts = files.map((file) => file.text);
  const verdict = await judgeHosts(files, main, hostIds(texts), { interfaces: interfacesIn(texts) });
  const ours = check(files, main, version);
  return { ...compare(one, verdict, ours, main, accepted), one, text, verdict, ours };
}

/** The bases as they are, then the mutants of those that the daemon takes: in any other, a refusal proves nothing. */
async function compareAll(): Promise<Compared[]> {
  const all = bases().filter((base) => values.base === undefined || base.name === values.base);
  const asTheyAre = await Promise.all(
    all.map((base) => compareOne(base, { base: base.name, kind: "none" }, base.text)),
  );
  const sound = all.filter((_, index) => asTheyAre[index]?.refused === false);
  const byName = new Map(sound.map((base) => [base.name, base]));
  const changed = mutants(sound, Number(values.count), values.seed).filter((one) =>
    one.kind.includes(values.kind ?? ""),
  );
  const compared = changed.map(async (mutant) => {
    const base = byName.get(mutant.base);
    return base && (await compareOne(base, mutant, mutant.text));
  });
  const examples = values.base === undefined && values.kind === undefined ? ruleExamples(version) : [];
  const ofRules = await Promise.all(
    examples.map((base) => compareOne(base, { base: base.name, kind: "example of a rule" }, base.text)),
  );
  return [...asTheyAre, ...ofRules, ...(await Promise.all(compared)).filter((one) => one !== undefined)];
}

function show({ one, result, text, verdict, ours }: Compared): void {
  const seed = one.seed === undefined ? "" : `, seed ${one.seed}`;
  console.log(`\n${result === "agree" ? "wrong line" : result}: ${one.base}, ${one.kind}${seed}`);
  if (one.line !== undefined) console.log(`  line ${one.line}: ${text.split("\n")[one.line - 1]?.trim()}`);
  console.log(`  daemon (exit ${verdict.exit}):`);
  for (const message of verdict.messages.slice(0, 6)) console.log(`    ${message.line ?? "-"}: ${message.text}`);
  console.log("  ours:");
  for (const { severity, line, code, message } of ours.slice(0, 6)) {
    console.log(`    ${line}: ${severity} ${code}: ${message}`);
  }
}

function report(compared: readonly Compared[]): Tally {
  const total = new Tally();
  const kinds = new Map<string, Tally>();
  for (const one of compared) {
    const tally = kinds.get(one.one.kind) ?? new Tally();
    kinds.set(one.one.kind, tally);
    tally.add(one);
    // A base as it is has no changed line, so its lines are not counted with the others.
    total.add(one.one.line === undefined ? { result: one.result, refused: one.refused } : one);
  }
  const rows = Object.fromEntries([...kinds].map(([kind, tally]) => [kind, tally.row()]));
  console.table({ ...rows, total: total.row() });
  return total;
}

const compared = await compareAll();
const disagreements = compared.filter((one) => one.result === "false error" || one.result === "missed");
for (const one of disagreements.slice(0, Number(values.show))) show(one);
const misplaced = compared.filter((one) => one.result === "agree" && one.lineRight?.ours === false);
if (values.lines) {
  for (const one of misplaced.slice(0, Number(values.show))) show(one);
}
const total = report(compared);
const foundShare = total.refused === 0 ? 1 : total.found / total.refused;
console.log(`keepalived ${version}: ${(100 * foundShare).toFixed(2)} % of its refusals found`);
const skipped = total.accepted;
console.log(
  `${total.cases - skipped - disagreements.length} passed, ${disagreements.length} failed, ${skipped} skipped`,
);
if (total.falseErrors > 0 || foundShare < 0.98 || total.ourLines < total.daemonLines) process.exitCode = 1;

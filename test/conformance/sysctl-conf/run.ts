// Compares this project with the sysctl of procps, in a network namespace: which lines it complains of, what keys hold in
// the end, and how the kernel combines `all` with an interface. Keys that the namespace does not have are skipped and
// counted. `--seed N` makes other slips, `--count N` more of them.

import fs from "node:fs";
import { parseArgs } from "node:util";
import { sysctlConf } from "../../../server/src/core/languages/sysctl-conf/index.ts";
import { effective, written } from "../../../server/src/core/languages/sysctl-conf/model/effective.ts";
import { type Entry, entryOf } from "../../../server/src/core/languages/sysctl-conf/model/entries.ts";
import { combinationOf } from "../../../server/src/core/languages/sysctl-conf/schema/combinations.ts";
import { isKnown } from "../../../server/src/core/languages/sysctl-conf/schema/known.ts";
import { readNumber } from "../../../server/src/core/languages/sysctl-conf/values/number.ts";
import { check } from "../ours.ts";
import { observe } from "./behaviour.ts";
import { exampleLines, type Line, mutants, tableLines } from "./cases.ts";
import { Host, interfaces, requireSysctl, sysctlVersion } from "./host.ts";

const { values: options } = parseArgs({
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "600" } },
});

requireSysctl();
const version = sysctlConf.defaultVersion;
const failures: string[] = [];
const counts = { passed: 0, skipped: 0, unknown: 0, refused: 0 };

const host = new Host();
await host.protect();
const writable = await host.writable();

/** The entries of a text as the model gives them. */
function entriesOf(text: string): readonly Entry[] {
  const section = { text, lineStarts: [0] };
  return sysctlConf.parse(text).items.flatMap((item) => {
    const entry = item.kind === "statement" ? entryOf(item, { uri: "file:///judged", section }, undefined) : undefined;
    return entry === undefined ? [] : [entry];
  });
}

/** Whether a line may be judged here: it means a key that is the namespace's own, or one that is nowhere. */
function mayJudge(entry: Entry | undefined): boolean {
  if (entry === undefined || entry.key === "") return true;
  if (!/^net[./]/.test(entry.key)) return false;
  return entry.isGlob || entry.excludes || writable.has(entry.key) || !isKnown(entry.key) || isGone(entry);
}

/** The table says that no kernel of today has it. */
function isGone({ key }: Entry): boolean {
  return sysctlConf.root.keywords.some(({ name, removed }) => name === key && removed !== undefined);
}

async function judge({ kind, text }: Line): Promise<void> {
  const [entry] = entriesOf(text);
  if (!mayJudge(entry)) {
    counts.skipped++;
    return;
  }
  // Whether ports are refused depends on what they were.
  if (entry?.key.includes("_port_") === true) await host.ask(`sysctl -qw ${defaultPorts}`);
  const complaints = await host.load(`${text}\n`);
  const ours = check("sysctl-conf", [{ path: "sysctl.conf", text: `${text}\n` }], "sysctl.conf", version);
  const errors = ours.filter(({ severity }) => severity === "error");
  const isLenient = entry?.ignoresErrors === true;
  // Where failures are to be ignored, sysctl still names them; ours are warnings then.
  const warns = ours.some(({ severity }) => severity === "warning");
  const refused = complaints.length > 0;
  // Of ports it depends on other keys whether they are refused, so that we only warn.
  const found = errors.length > 0 || (warns && (isLenient || (refused && entry?.key.includes("_port_") === true)));
  if (refused) counts.refused++;
  const isNowhere = complaints.some((line) => line.includes("cannot stat"));
  if (refused && !found && isNowhere && (entry === undefined || !isKnown(entry.key) || !writable.has(entry.key))) {
    // A key that is not there may be another kernel's.
    counts.unknown++;
  } else if (complaints.some((line) => line.endsWith("No such file or directory")) && !isNowhere) {
    // What a module brings that is not loaded, such as an algorithm.
    counts.unknown++;
  } else if (refused === found || (isLenient && !refused)) counts.passed++;
  else if (refused && entry !== undefined && sysctlHas(entry)) counts.unknown++;
  else {
    const said = refused
      ? `sysctl: ${complaints.join(" ")}`
      : `ours: ${errors.map(({ message }) => message).join(" ")}`;
    failures.push(`${refused ? "missed" : "false error"} (${kind}): ${JSON.stringify(text)}: ${said}`);
  }
}

/** A key that exists and of whose values the table says nothing. */
function sysctlHas({ key }: Entry): boolean {
  return isKnown(key) && check("sysctl-conf", [{ path: "a", text: `${key}\n` }], "a", version).some(isMalformed);
}

function isMalformed({ code }: { readonly code: string }): boolean {
  return code === "sysctl-conf/malformed-line";
}

const defaultPorts =
  'net.ipv4.ip_unprivileged_port_start=0 net.ipv4.ip_local_port_range="32768 60999" net.ipv4.ip_unprivileged_port_start=1024';

const fixed = [...tableLines(), ...exampleLines(version)];
for (const line of fixed) await judge(line);
const judged = fixed.filter(({ text }) => entriesOf(text).some((entry) => writable.has(entry.key)));
for (const line of mutants(judged, Number(options.count), Number(options.seed))) await judge(line);

/** What a value is whatever way it is written. */
function plain(value: string): string {
  return value
    .split(/\s+/)
    .map((word) => String(readNumber(word) ?? word))
    .join(" ");
}

const names = ["all", "default", "lo", ...interfaces].map((name) => name.replaceAll(".", "/"));
for (const base of ["realServer.conf", "router.conf"]) {
  const text = fs.readFileSync(new URL(`./bases/${base}`, import.meta.url), "utf8");
  const entries = entriesOf(text);
  const keys = new Set(
    entries.flatMap(({ key, general, isGlob }) =>
      general === key && !isGlob ? [key] : names.map((name) => general.replace("*", name)),
    ),
  );
  const fresh = new Host();
  await fresh.protect();
  const before = await fresh.values([...keys]);
  await fresh.load(text);
  const after = await fresh.values([...keys]);
  for (const [key, value] of after) {
    const [, name = ""] = /^net\.ipv[46]\.conf\.([^.]+)\./.exec(key) ?? [];
    const general = name === "" ? key : key.replace(`.${name}.`, ".*.");
    const isCopied = combinationOf(general) === "copied";
    const expected = isCopied
      ? (effective(entries, general, name.replaceAll("/", "."))?.value ?? before.get(key))
      : (written(entries, key)?.value ?? before.get(key));
    // Numbers that are too many are ignored, and what writes all of them is judged by what is left of it.
    const [wanted, held] = [plain(expected ?? ""), plain(value)];
    if (wanted === held || wanted.startsWith(`${held} #`)) counts.passed++;
    else failures.push(`${base}: ${key} is ${held}, and not ${wanted}`);
  }
}

const observed = await observe(host, entriesOf);
for (const { text, wanted, seen } of observed) {
  if (wanted === seen) counts.passed++;
  else failures.push(`observed ${String(seen)}, expected ${String(wanted)}: ${JSON.stringify(text)}`);
}

for (const failure of failures.slice(0, 60)) console.log(failure);
console.log(
  `${sysctlVersion()}; ${counts.refused} lines refused, ${counts.unknown} of them for keys or values that are not known here`,
);
console.log(`${observed.length} observations of how values combine`);
console.log(`${counts.passed} passed, ${failures.length} failed, ${counts.skipped} skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;

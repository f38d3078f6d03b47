// Asks the installed daemon whether the example lines of every keyword are what the tables say: `ok` lines must be
// taken, `bad` lines must be reported. The same lines also compare this project's judgement with the daemon's.
//
//   node test/conformance/tables.ts [--show N] [--only TEXT]

import { parseArgs } from "node:util";
import { root } from "../../server/src/core/languages/keepalived/schema/index.ts";
import { eachKeyword, type Keyword } from "../../server/src/core/schema/spec.ts";
import { atLeast } from "../../server/src/core/text/version.ts";
import { main } from "./bases.ts";
import { daemonVersion, judge, requireDaemon, type Verdict } from "./daemon.ts";
import { check, type Diagnostic } from "./ours.ts";
import { skeleton } from "./skeletons.ts";

interface Example {
  readonly path: string;
  readonly keyword: Keyword;
  readonly isOk: boolean;
  readonly line: string;
}

interface Checked extends Example {
  readonly text: string;
  readonly verdict: Verdict;
  readonly ours: readonly Diagnostic[];
  readonly faults: readonly string[];
}

/** Fewer than lines name: an interface such as eth77 must be missing. */
const interfaces = ["eth0", "eth1", "eth2", "eth3"];
/** What a build without some part says of its keywords. */
const notBuilt = /^(?:Unknown keyword '(\w+)'|iptables not supported)/;

const { values } = parseArgs({
  options: { show: { type: "string", default: "40" }, only: { type: "string", default: "" } },
});

requireDaemon();
const version = daemonVersion();

function examples(): Example[] {
  const found: Example[] = [];
  eachKeyword(root, (keyword, path) => {
    if (!`${path}/${keyword.name}`.includes(values.only)) return;
    for (const line of keyword.ok) found.push({ path, keyword, isOk: true, line });
    for (const line of keyword.bad) found.push({ path, keyword, isOk: false, line });
  });
  return found;
}

/** Whether the daemon was built without what the keyword is for. */
function isNotBuilt({ keyword, verdict }: Checked): boolean {
  const said = verdict.environment.map((message) => notBuilt.exec(message.text)).find((match) => match !== null);
  return said !== undefined && (said[1] === undefined || said[1] === keyword.name);
}

const since = new Map<string, string>();
eachKeyword(root, (keyword, path) => {
  since.set(path === "" ? keyword.name : `${path}/${keyword.name}`, keyword.since);
});

/** The newest version that the keyword or one of its blocks asks for. */
function sinceOf({ path, keyword }: Example): string {
  const parts = path === "" ? [] : path.split("/");
  const blocks = parts.map((_, index) => since.get(parts.slice(0, index + 1).join("/")) ?? "0");
  return blocks.reduce((newest, one) => (atLeast(newest, one) ? newest : one), keyword.since);
}

async function checkOne(example: Example): Promise<Checked> {
  const text = skeleton(example.path, example.keyword.name, example.line);
  // A bad line may be bad because of the user or folder that it names.
  const verdict = await judge([{ path: main, text }], main, { interfaces, asWritten: !example.isOk });
  const ours = check([{ path: main, text }], main, version);
  const hasError = ours.some((diagnostic) => diagnostic.severity === "error");
  const faults: string[] = [];
  // A deprecation is reported whatever the value.
  const isReported = example.keyword.deprecated?.reported === true;
  if (example.isOk && verdict.refused && !isReported) faults.push("the daemon refuses an ok line");
  if (!example.isOk && !verdict.refused && verdict.environment.length === 0) {
    faults.push("the daemon takes a bad line");
  }
  if (hasError && !verdict.refused && verdict.environment.length === 0) faults.push("false error of ours");
  if (!hasError && verdict.refused) faults.push("we miss what the daemon refuses");
  return { ...example, text, verdict, ours, faults };
}

function show({ path, keyword, isOk, line, verdict, ours, faults }: Checked): void {
  console.log(`\n${faults.join("; ")}: ${path}/${keyword.name}, ${isOk ? "ok" : "bad"} line ${JSON.stringify(line)}`);
  for (const message of [...verdict.messages, ...verdict.environment].slice(0, 4)) {
    console.log(`  daemon: ${message.line ?? "-"}: ${message.text}`);
  }
  for (const diagnostic of ours.slice(0, 4)) {
    console.log(`  ours: ${diagnostic.line}: ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`);
  }
}

const all = examples();
const old = all.filter((example) => atLeast(version, sinceOf(example)));
const checked = (await Promise.all(old.map(checkOne))).filter((one) => !isNotBuilt(one));
const failed = checked.filter((one) => one.faults.length > 0);
for (const one of failed.slice(0, Number(values.show))) show(one);
const counts = new Map<string, number>();
for (const fault of failed.flatMap((one) => one.faults)) counts.set(fault, (counts.get(fault) ?? 0) + 1);
if (counts.size > 0) console.table(Object.fromEntries(counts));
const skipped = all.length - checked.length;
console.log(
  `keepalived ${version}; skipped: ${all.length - old.length} newer, ${old.length - checked.length} not built in`,
);
console.log(`${checked.length - failed.length} passed, ${failed.length} failed, ${skipped} skipped`);
if (failed.length > 0) process.exitCode = 1;

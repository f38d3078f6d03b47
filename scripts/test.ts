// `npm test`: every suite, one after the other, and one total. A suite ends with a line "N passed, N failed, N skipped";
// a check that counts nothing of its own counts as one. With names as arguments, only those suites run.

import { spawn } from "node:child_process";
import { root } from "./paths.ts";

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const node = (name: string, ...command: string[]): Suite => ({ name, command: [process.execPath, ...command] });
const tool = (name: string, ...command: string[]): Suite => ({ name, command });

const grammars = ["keepalived", "haproxy", "ipvsadm", "sysctl-conf"].map((id) => `syntaxes/${id}.tmLanguage.json`);

/** Quick ones first: most mistakes show there. */
const suites: readonly Suite[] = [
  tool("types", "tsc", "-b"),
  tool("lint", "biome", "ci", "--error-on-warnings", "--colors=off"),
  tool("unused", "knip"),
  node("generated", "scripts/generate.ts", "--check"),
  node("build", "scripts/build.ts"),
  tool("unit", "mocha", "--reporter", "dot"),
  tool("grammar", "vscode-tmgrammar-test", ...grammars.flatMap((file) => ["-g", file]), "test/grammar/*"),
  node("tables against keepalived", "test/conformance/keepalived/tables.ts"),
  node("conformance with keepalived", "test/conformance/keepalived/run.ts"),
  node("failover with keepalived", "test/conformance/failover/run.ts"),
  node("tables against HAProxy", "test/conformance/haproxy/tables.ts"),
  node("conformance with HAProxy", "test/conformance/haproxy/run.ts"),
  node("firewalls against the kernel", "test/conformance/firewall/run.ts"),
  node("conformance with sysctl", "test/conformance/sysctl-conf/run.ts"),
  node("conformance with ipvsadm", "test/conformance/ipvsadm/run.ts"),
  tool("preview in a browser", "mocha", "--no-config", "test/preview/preview.test.ts"),
  node("Visual Studio Code", "test/e2e/run.ts"),
  node("Visual Studio Code, in a web worker", "test/e2e/run.ts", "--web"),
  tool("panel in Visual Studio Code", "mocha", "--no-config", "test/e2e/preview.test.ts"),
  tool("package", "mocha", "--no-config", "test/e2e/package.test.ts"),
];

const wanted = process.argv.slice(2);
const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

for (const suite of chosen) {
  console.log(`\n== ${suite.name}`);
  const started = performance.now();
  const counts = await run(suite);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0) failures.push(suite.name);
  console.log(`== ${suite.name}: ${show(counts)} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${show(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Runs a suite with its output passed through, and reads its counts off the output. */
async function run({ command }: Suite): Promise<Counts> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    process.stdout.write(String(chunk));
    output += String(chunk);
  }
  const exit = await new Promise<number>((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.on("close", (code) => resolve(code ?? 1)).on("error", () => resolve(1));
  });
  const counts = readCounts(output);
  // A suite that breaks down without naming a failed test has failed all the same.
  if (exit !== 0 && counts.failed === 0) counts.failed = 1;
  if (exit === 0 && counts.passed === 0) counts.passed = 1;
  return counts;
}

function readCounts(output: string): Counts {
  const plain = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (plain !== undefined) {
    return { passed: Number(plain[1]), failed: Number(plain[2]), skipped: Number(plain[3] ?? 0) };
  }
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  return { passed: number(/(\d+) passing/), failed: number(/(\d+) failing/), skipped: number(/(\d+) pending/) };
}

function show({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

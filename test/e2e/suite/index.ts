// The entry that VS Code loads in its extension host: runs every test file with mocha and leaves a report.
// The same suite runs in the Node and in the web worker host, so nothing here or in the tests may need Node.

import Mocha from "mocha";
import * as vscode from "vscode";
import { type Report, reportFile } from "../report.ts";

/** VS Code calls this once; a rejection is a failed run. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", reporter: "spec", timeout: 30_000, color: false });
  mocha.suite.emit("pre-require", globalThis as unknown as Mocha.MochaGlobals, "suite", mocha);
  // Loaded only now, because describe() and it() exist only now.
  await import("./diagnostics.test.ts");
  await import("./editing.test.ts");
  await import("./navigation.test.ts");
  await import("./client.test.ts");
  await import("./upgrade.test.ts");
  await import("./haproxy.test.ts");
  await import("./hosts.test.ts");
  await import("./settings.test.ts");

  const lines: string[] = [];
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => lines.push(format(parts));
  let runner: Mocha.Runner | undefined;
  const failures = await new Promise<number>((resolve) => {
    runner = mocha.run(resolve);
    // Written after each test, so that a run that hangs still tells how far it came.
    runner.on("test end", () => void write(lines, runner, false));
  });
  await write(lines, runner, true);
  if (failures > 0) {
    throw new Error(`${failures} test(s) failed`);
  }
}

/** Through VS Code's file system, which reaches the workspace from both kinds of extension host. */
async function write(lines: readonly string[], runner: Mocha.Runner | undefined, finished: boolean): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) {
    throw new Error("The tests need a workspace folder; run them with test/e2e/run.ts");
  }
  const { passes = 0, failures = 0, pending = 0 } = runner?.stats ?? {};
  const report: Report = { text: lines.join("\n"), passed: passes, failed: failures, skipped: pending, finished };
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, reportFile), bytes);
}

/** What console.log does with "%s" and "%d"; mocha's reporters need no more. */
function format([first = "", ...rest]: readonly unknown[]): string {
  const filled = String(first).replace(/%[sd]/g, () => String(rest.shift() ?? ""));
  return [filled, ...rest].join(" ");
}

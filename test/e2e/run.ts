// Runs the suite inside a real VS Code: a desktop one when there is one, else the browser-hosted one.
//   node test/e2e/run.ts            the extension as Node runs it
//   node test/e2e/run.ts --web      the extension as vscode.dev runs it, in a web worker
//   node test/e2e/run.ts --browser  the browser-hosted VS Code although a desktop one is installed
// Prints mocha's report; the last line is "N passed, N failed, N skipped"; exit code 1 when a test failed.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { buildAll } from "../../scripts/build.ts";
import { desktopExecutable, findDesktopVscode } from "../../scripts/desktop.ts";
import { root } from "../../scripts/paths.ts";
import { startHost } from "../../scripts/vscodeHost.ts";
import { bundleSuite, type HostKind } from "./bundle.ts";
import { openWindow } from "./host.ts";
import { type Report, reportFile } from "./report.ts";
import { startWebFront } from "./webFront.ts";

/** The whole run, start included: ten times what a good one takes. */
const limit = 180_000;

/** What VS Code said while it ran, for the case that no report comes of it. */
type Log = readonly string[];

async function inDesktop(command: string, suite: string, workspace: string): Promise<Log> {
  // The exit code says no more than the report does, and a crash leaves no report.
  await runTests({
    vscodeExecutablePath: desktopExecutable(command),
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    // A profile of its own beside the workspace, gone with it.
    launchArgs: [
      workspace,
      "--disable-extensions",
      `--user-data-dir=${path.join(workspace, "..", "user")}`,
      `--extensions-dir=${path.join(workspace, "..", "extensions")}`,
    ],
  }).catch(() => {});
  // A desktop VS Code prints to our own terminal.
  return [];
}

async function inBrowser(kind: HostKind, suite: string, workspace: string): Promise<Log> {
  const host = await startHost({});
  const front = kind === "web" ? await startWebFront(host.port, root, suite) : undefined;
  const window = await openWindow();
  const { page } = window;
  const seen: string[] = [];
  page.on("console", (message) => seen.push(message.text()));
  try {
    // VS Code calls these two when it runs tests in a page; they must be there before it loads.
    await page.exposeFunction("codeAutomationLog", (_type: string, parts: unknown[]) => seen.push(parts.join(" ")));
    const finished = new Promise<number>((resolve) => page.exposeFunction("codeAutomationExit", resolve));
    const underTest: [string, string][] = [
      ["extensionDevelopmentPath", host.fileUri(root)],
      ["extensionTestsPath", host.fileUri(suite)],
    ];
    const address = new URL(host.url(workspace, [["skipWelcome", "true"], ...(front === undefined ? underTest : [])]));
    address.port = String(front?.port ?? host.port);
    await page.goto(address.href);
    await Promise.race([finished, timeLimit()]);
  } catch (error) {
    seen.push(String(error));
  } finally {
    await window.close();
    front?.close();
    await host.stop();
  }
  return seen;
}

function timeLimit(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`The tests did not end within ${limit / 1000} s`)), limit).unref();
  });
}

/** A run that broke off counts as one failure more, whatever passed before. */
function readReport(workspace: string): Report {
  let report: Report = { text: "", passed: 0, failed: 0, skipped: 0, finished: false };
  try {
    report = JSON.parse(fs.readFileSync(path.join(workspace, reportFile), "utf8")) as Report;
  } catch {
    // VS Code did not come to run the suite; the report above says all there is to say.
  }
  if (report.finished) {
    return report;
  }
  return { ...report, failed: report.failed + 1 };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { web: { type: "boolean" }, browser: { type: "boolean" } } });
  const kind: HostKind = values.web === true ? "web" : "node";
  await buildAll({ minify: false });
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-e2e-"));
  try {
    // Characters that addresses must escape, and that VS Code and Node escape differently.
    const workspace = path.join(temporary, "work space+(ü)");
    fs.cpSync(path.join(import.meta.dirname, "workspace"), workspace, { recursive: true });
    const suite = await bundleSuite(temporary, kind);
    const desktop = kind === "web" || values.browser === true ? undefined : findDesktopVscode();
    const started = performance.now();
    const log = await (desktop === undefined
      ? inBrowser(kind, suite, workspace)
      : inDesktop(desktop, suite, workspace));
    const { text, passed, failed, skipped, finished } = readReport(workspace);
    console.log(text);
    if (!finished) {
      console.log(`The suite did not come to its end. VS Code said last:\n${log.slice(-25).join("\n")}`);
    }
    console.log(`VS Code ran for ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exitCode = 1;
}

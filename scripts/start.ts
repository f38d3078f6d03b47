// npm start: builds, then shows the extension at work on the files in examples/, in a real VS Code.
// A desktop VS Code is used when there is one; else a pinned VS Code is served to the browser.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildAll } from "./build.ts";
import { findDesktopVscode, openInBrowser } from "./desktop.ts";
import { examples, exampleToOpen, root } from "./paths.ts";
import { type Host, startHost } from "./vscodeHost.ts";

/** The same address each time keeps the browser's view of the workbench: open files, layout. */
const usualPort = 8137;

const help = `npm start -- [--browser] [--port PORT] [FOLDER]
Opens FOLDER (default: examples, at a file of the cluster with mistakes) in VS Code with this extension loaded.
  --browser    use VS Code in the browser although a desktop VS Code is installed
  --port PORT  the port to serve it at (default: ${usualPort}, or a free one)
`;

/** Opens the desktop VS Code; returns at once, the window stays. */
function openDesktop(program: string, folder: string): void {
  const asRoot = process.getuid?.() === 0;
  // VS Code refuses to run as root unless told where its data may lie.
  const rootArgs = ["--no-sandbox", `--user-data-dir=${path.join(os.tmpdir(), "ha-config-vscode-root")}`];
  const args = [`--extensionDevelopmentPath=${root}`, folder, ...firstFile(folder), ...(asRoot ? rootArgs : [])];
  console.log(`Opening ${folder} in ${program}`);
  const { status, error } = spawnSync(program, args, { stdio: "inherit", shell: program.endsWith(".cmd") });
  if (error !== undefined || status !== 0) {
    throw new Error(`${program} failed (${error?.message ?? `exit code ${status}`}). Try: npm start -- --browser`);
  }
}

/** Serves VS Code until Ctrl-C. */
async function serve(folder: string, port: number | undefined): Promise<void> {
  // The way to end this is no failure. Registered first, so that it decides on the exit code.
  process.once("SIGINT", () => process.exit(0));
  const host = await startAt(port);
  const address = host.url(folder, [
    ["extensionDevelopmentPath", host.fileUri(root)],
    ...firstFile(folder).map((file) => ["openFile", host.fileUri(file)] as const),
  ]);
  console.log(`\nVS Code with HA Config runs at\n\n  ${address}\n`);
  console.log(openInBrowser(address) ? "Your browser opens it now." : "Open this address in a browser.");
  console.log("Ctrl-C ends it.");
  await host.ended;
  throw new Error(`The VS Code server ended by itself. It printed:\n${host.log()}`);
}

/** A port that was asked for must be that port; the usual one may be taken by another checkout. */
async function startAt(port: number | undefined): Promise<Host> {
  if (port !== undefined) {
    return startHost({ port });
  }
  try {
    return await startHost({ port: usualPort });
  } catch (error) {
    if (!/EADDRINUSE/.test(String(error))) {
      throw error;
    }
    return startHost({});
  }
}

/** The file to show first, so that nobody starts with an empty window: of other folders the first configuration found. */
function firstFile(folder: string): readonly string[] {
  if (folder === examples) return [exampleToOpen];
  const found = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ["keepalived.conf", "haproxy.cfg"].includes(path.basename(name)))
    .sort((a, b) => a.split(path.sep).length - b.split(path.sep).length || a.localeCompare(b));
  return found.slice(0, 1).map((name) => path.join(folder, name));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: "boolean" }, port: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) {
    console.log(help);
    return;
  }
  const folder = path.resolve(positionals[0] ?? examples);
  if (!fs.existsSync(folder)) {
    throw new Error(`${folder} does not exist. Name a folder that does: npm start -- FOLDER`);
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port must be a number from 1 to 65535, not "${values.port}".`);
  }
  await buildAll({ minify: false });
  const desktop = values.browser === true ? undefined : findDesktopVscode();
  if (desktop === undefined) {
    await serve(folder, port);
  } else {
    openDesktop(desktop, folder);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

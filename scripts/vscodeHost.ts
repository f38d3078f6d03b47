// A real VS Code without a desktop: installs the pinned browser-hosted build once and runs its server on 127.0.0.1.
// Used by npm start and by the end-to-end tests. Nothing in here knows about tests or about our extension.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { prepare } from "../test/e2e/vscode-host/prepare.ts";
import { hostFolder } from "./paths.ts";

const vscodeFolder = path.join(hostFolder, "node_modules", "code-server", "lib", "vscode");
const serverMain = path.join(vscodeFolder, "out", "server-main.js");
const builtinExtensions = path.join(hostFolder, "node_modules", ".builtin-extensions");

/** A server start takes about a second; a machine that needs this long is not going to make it. */
const startLimit = 60_000;

/** Ctrl-C, a polite kill, a closed terminal. */
const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Quiet: no telemetry, no updates, no welcome page, no chat pane over a quarter of the window. */
const quietSettings = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  // The theme that the settings name, whatever the system says.
  "window.autoDetectHighContrast": false,
  "window.autoDetectColorScheme": false,
  "git.enabled": false,
  "remote.autoForwardPorts": false,
};

export interface HostOptions {
  /** Absent: any free port. A port that is taken makes the start fail. */
  readonly port?: number;
  /** User settings, over the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Holds installed extensions; absent: an empty folder. */
  readonly extensionsDir?: string;
  /** More environment for the server, which its extension hosts inherit. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Host {
  readonly port: number;
  /** What the address bar needs; payload entries are VS Code's own, `openFile` for example. */
  url(folder: string, payload: readonly (readonly [string, string])[]): string;
  /** The server's view of a file, as the payload wants it. */
  fileUri(file: string): string;
  /** What the server printed so far, for the error message of whoever waits in vain. */
  log(): string;
  /** Settles when the server ends by itself or through stop(). */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Installs the pinned VS Code into its folder, unless it is there already. Takes 10 to 20 seconds and 270 MB. */
export function installHost(): void {
  const stamp = path.join(hostFolder, "node_modules", ".prepared");
  const wanted = createHash("sha256")
    .update(fs.readFileSync(path.join(hostFolder, "package-lock.json")))
    .update(fs.readFileSync(path.join(hostFolder, "prepare.ts")))
    .digest("hex");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  console.log("Installing a VS Code that runs in the browser (once, about 90 MB to download) ...");
  const status = npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], hostFolder);
  if (status !== 0) {
    throw new Error(`npm ci failed in ${hostFolder} (exit code ${status}); the messages above say why`);
  }
  prepare(hostFolder, builtinExtensions);
  fs.writeFileSync(stamp, wanted);
}

/** Starts the server and resolves when it listens. */
export async function startHost(options: HostOptions): Promise<Host> {
  installHost();
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-vscode-"));
  const token = randomUUID();
  writeSettings(temporary, { ...quietSettings, ...options.settings });
  const args = [
    ["--host", "127.0.0.1"],
    ["--port", String(options.port ?? 0)],
    // Without a token any web page could talk to the server, which runs programs for its user.
    ["--connection-token", token],
    // A built VS Code ignores extensionDevelopmentPath and extensionTestsPath in the address without this.
    ["--enable-smoke-test-driver"],
    ["--disable-workspace-trust"],
    ["--builtin-extensions-dir", builtinExtensions],
    ...folders(temporary, options.extensionsDir ?? path.join(temporary, "extensions")),
  ].flat();
  const server = spawn(process.execPath, [serverMain, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    // No extension gallery: neither the server nor the page then asks the network for anything.
    env: { ...process.env, EXTENSIONS_GALLERY: "{}", ...options.env },
    // Its own process group, because an extension host can outlive a killed server.
    detached: process.platform !== "win32",
  });
  const output: string[] = [];
  server.stdout.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  server.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const log = (): string => output.join("");
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const end = (): void => {
    killGroup(server, "SIGKILL");
    fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", end);
  for (const signal of endingSignals) {
    process.once(signal, exitOnSignal);
  }
  const stop = async (): Promise<void> => {
    killGroup(server, "SIGTERM");
    await Promise.race([ended, after(1_500)]);
    end();
    process.off("exit", end);
    for (const signal of endingSignals) {
      process.off(signal, exitOnSignal);
    }
  };
  const port = await listening(server, log).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const authority = `127.0.0.1:${port}`;
  return {
    port,
    url: (folder, payload) => {
      const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
      return `http://${authority}/?${query}`;
    },
    fileUri: (file) => `vscode-remote://${authority}${file}`,
    log,
    ended,
    stop,
  };
}

/** Installs a packaged extension into a folder that startHost can then use as its extensionsDir. */
export function installExtension(vsix: string, extensionsDir: string): void {
  installHost();
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-install-"));
  const args = [serverMain, "--install-extension", vsix, ...folders(temporary, extensionsDir).flat()];
  const result = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, EXTENSIONS_GALLERY: "{}" },
  });
  fs.rmSync(temporary, { recursive: true, force: true });
  if (result.status !== 0) {
    throw new Error(`VS Code did not install ${vsix}:\n${result.stdout}${result.stderr}`);
  }
}

function folders(temporary: string, extensionsDir: string): readonly string[][] {
  return [
    ["--accept-server-license-terms"],
    ["--telemetry-level", "off"],
    ["--server-data-dir", temporary],
    ["--user-data-dir", path.join(temporary, "user")],
    ["--extensions-dir", extensionsDir],
  ];
}

/** In this build the user's settings lie with the server, not in the browser. */
function writeSettings(temporary: string, settings: object): void {
  const folder = path.join(temporary, "user", "User");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "settings.json"), JSON.stringify(settings, null, 2));
}

/** The port that the server says it listens on. */
function listening(server: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${what}. It printed:\n${log()}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${startLimit / 1000} s`), startLimit);
    server.once("error", (error) => fail(`could not be started (${error.message})`));
    server.once("exit", (code, signal) => fail(`ended at once (${signal ?? `exit code ${code}`})`));
    server.stdout?.on("data", () => {
      const found = /listening on (\d+)/.exec(log());
      if (found !== null) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    });
  });
}

/** A process that a signal ends emits no "exit" by itself, and the server in its own group would live on. */
function exitOnSignal(): void {
  process.exit(130);
}

function killGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) {
    return;
  }
  try {
    process.kill(process.platform === "win32" ? server.pid : -server.pid, signal);
  } catch {
    // The group is gone already, which is all that was wanted.
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/** Runs the npm that runs us, or the one on PATH, with the same Node as ourselves. */
function npm(args: readonly string[], cwd: string): number | null {
  const ours = process.env["npm_execpath"];
  // Set by an outer `npm run`, this would make npm work on the outer package.
  const { npm_config_local_prefix: _outer, ...env } = process.env;
  const [program, ...before] =
    ours?.endsWith(".js") === true ? [process.execPath, ours] : [process.platform === "win32" ? "npm.cmd" : "npm"];
  const shell = program?.endsWith(".cmd") ?? false;
  return spawnSync(program ?? "npm", [...before, ...args], { cwd, env, shell, stdio: "inherit" }).status;
}

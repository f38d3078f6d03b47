// Finds programs of the person's own machine: a desktop VS Code, a browser. Each answer is undefined when there is none.

import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** A desktop VS Code that can show a window: the one named in VSCODE_PATH, else `code` on the PATH. */
export function findDesktopVscode(): string | undefined {
  const named = process.env["VSCODE_PATH"];
  if (named !== undefined && named !== "") {
    if (!fs.existsSync(named)) {
      throw new Error(`VSCODE_PATH names ${named}, which does not exist. Correct it or unset it.`);
    }
    return named;
  }
  return hasScreen() ? findOnPath(["code", "codium"]) : undefined;
}

/**
 * The program behind the command `code`. The command itself returns at once, so that a test run cannot wait for it.
 * What is no such command is returned as it is.
 */
export function desktopExecutable(command: string): string {
  const folder = path.dirname(fs.realpathSync(command));
  if (path.basename(folder) !== "bin") {
    return command;
  }
  // Linux: share/code/bin/code; Windows: bin/code.cmd; macOS: …app/Contents/Resources/app/bin/code.
  const candidates = ["../code", "../codium", "../Code.exe", "../VSCodium.exe", "../../../MacOS/Electron"];
  const found = candidates.map((candidate) => path.join(folder, candidate)).find((each) => fs.existsSync(each));
  return found ?? command;
}

/** Opens an address in the person's browser. False when there is no screen or nothing to open it with. */
export function openInBrowser(address: string): boolean {
  const [program, ...args] = opener(address);
  if (!hasScreen() || program === undefined || findOnPath([program]) === undefined) {
    return false;
  }
  spawn(program, args, { stdio: "ignore", detached: true })
    // The address is printed anyway, so a browser that does not come up needs no second message.
    .on("error", () => {})
    .unref();
  return true;
}

/** The first of these programs that is on the PATH, as an absolute path. */
export function findOnPath(names: readonly string[]): string | undefined {
  const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const candidate = path.join(folder, name + ending);
        if (folder !== "" && fs.existsSync(candidate)) {
          return candidate;
        }
      }
    }
  }
  return undefined;
}

/** Only Linux machines come without a screen: servers, containers, sessions over ssh. */
function hasScreen(): boolean {
  return (
    process.platform !== "linux" || process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined
  );
}

function opener(address: string): readonly string[] {
  switch (process.platform) {
    case "darwin":
      return ["open", address];
    case "win32":
      return ["explorer", address];
    default:
      return ["xdg-open", address];
  }
}

// Makes the installed code-server packages usable without their install scripts, which compile native modules.
// What a workbench needs of those scripts is little: two packages where the browser asks for them,
// stand-ins for native modules that only log or watch, and a short list of built-in extensions.

import fs from "node:fs";
import path from "node:path";

/** The built-in extensions that matter here: themes, the languages of a workspace's settings, and that around kube-proxy's. */
const builtinExtensions = [
  "theme-defaults",
  "theme-seti",
  "json",
  "json-language-features",
  "yaml",
  "markdown-basics",
  "configuration-editing",
  "search-result",
];

/** A logger with spdlog's interface that appends plain lines. It writes the server's log files. */
const spdlog = `
const fs = require("fs");
const levels = ["trace", "debug", "info", "warn", "error", "critical"];
exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => {
  let lowest = 2;
  let handle;
  const logger = {
    setLevel(level) { lowest = level; },
    getLevel() { return lowest; },
    setPattern() {},
    clearFormatters() {},
    flush() {},
    drop() { if (handle !== undefined) fs.closeSync(handle); handle = undefined; },
  };
  levels.forEach((level, rank) => {
    logger[level] = (message) => {
      if (rank < lowest) return;
      // A log that cannot be written (its folder is gone at shutdown) must not end the process.
      try {
        handle ??= fs.openSync(file, "a");
        fs.writeSync(handle, new Date().toISOString() + " [" + level + "] " + message + "\\n");
      } catch {}
    };
  });
  return logger;
};
`;

const standIns: Readonly<Record<string, string>> = {
  // Ends the extension host when its parent dies; our runner ends the whole process group itself.
  "@vscode/native-watchdog": "exports.start = () => {};\n",
  "@vscode/deviceid": 'exports.getDeviceId = async () => "00000000-0000-0000-0000-000000000000";\n',
  "@vscode/spdlog": spdlog,
};

/** Run once after `npm ci` in `folder`; running it again changes nothing. Links the built-in extensions to one folder. */
export function prepare(folder: string, extensionsFolder: string): void {
  const installed = path.join(folder, "node_modules");
  const vscode = path.join(installed, "code-server", "lib", "vscode");
  const inner = path.join(vscode, "node_modules");
  // The page loads these from /static/node_modules; without them no TextMate grammar works.
  for (const name of ["vscode-oniguruma", "vscode-textmate"]) {
    link(path.join(installed, name), path.join(inner, name));
  }
  for (const [name, source] of Object.entries(standIns)) {
    writePackage(path.join(inner, name), name, source);
  }
  for (const name of builtinExtensions) {
    link(path.join(vscode, "extensions", name), path.join(extensionsFolder, name));
  }
}

function link(target: string, at: string): void {
  fs.rmSync(at, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(at), { recursive: true });
  // Relative, so that a moved or copied checkout still works.
  fs.symlinkSync(path.relative(path.dirname(at), target), at, "dir");
}

function writePackage(folder: string, name: string, source: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name, version: "0.0.0", main: "index.js" }));
  fs.writeFileSync(path.join(folder, "index.js"), source);
}

/** Folders of their own, in namespaces, in which a daemon reads files; many may be in use at a time. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { File } from "./judged.ts";
import { Namespace, quote } from "./namespace.ts";

export interface Run {
  readonly namespace: Namespace;
  /** Prepares a text for the folder in which it will lie. */
  readonly prepare: (text: string, place: string) => string;
  /** The command, for a shell in that folder. */
  readonly command: string;
  readonly seconds: {
    /** On some faults a daemon loops for ever; then a signal ends it, as a crash would. */
    readonly processor: number;
    /** Waiting, for a name server for example, says nothing about the configuration. */
    readonly wait: number;
  };
}

export interface Ran {
  /** Exit status; 128 + N when signal N ended it. */
  readonly exit: number;
  /** What went to standard error. */
  readonly output: string;
  readonly timedOut: boolean;
}

/** What `timeout -s KILL` returns when it had to end the program. */
const killed = 128 + 9;

let folder: string | undefined;
const namespaces: Namespace[] = [];
let used = 0;

/** Runs a command beside the files, and removes them again. */
export async function runBeside(files: readonly File[], { namespace, prepare, command, seconds }: Run): Promise<Ran> {
  const place = path.join(workFolder(), String(used++));
  for (const file of files) {
    const target = path.join(place, file.path);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, prepare(file.text, place), { mode: 0o644 });
  }
  const exit = await namespace.run(
    `(cd ${quote(place)} && ulimit -St ${seconds.processor} && exec timeout -s KILL ${seconds.wait} ` +
      `${command} </dev/null >/dev/null 2>.stderr)`,
  );
  const output = fs.readFileSync(path.join(place, ".stderr"), "utf8");
  fs.rmSync(place, { recursive: true });
  return { exit, output, timedOut: exit === killed };
}

/** A folder that lasts as long as this program. */
export function workFolder(): string {
  if (folder === undefined) {
    const made = fs.mkdtempSync(path.join(os.tmpdir(), "ha-config-judge-"));
    process.once("exit", () => fs.rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

/** One namespace for each processor, and of these the one with the least to do. */
export function leastBusy(): Namespace {
  const idle = namespaces.find((namespace) => namespace.load === 0);
  if (idle !== undefined) return idle;
  if (namespaces.length < os.availableParallelism()) {
    const made = new Namespace();
    namespaces.push(made);
    return made;
  }
  return namespaces.reduce((least, namespace) => (namespace.load < least.load ? namespace : least));
}

/**
 * A shell in namespaces of its own for network, mounts and processes. All that a run makes lives in there: its files lie
 * in memory, its devices in its network, its processes below its shell. When the shell goes, however this program ends,
 * the kernel takes everything else away with it, and the host never saw any of it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** The folder, inside of the world, for all files. */
export const workFolder = "/run/lab";

const namespaces = ["--net", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc"];
/** File descriptors from this one on are the channels. */
const firstChannel = 3;
/** No single command takes so long, however slow the machine. */
const patience = 60_000;
const endMark = "\u0001end ";

interface Waiting {
  readonly resolve: (result: Ran) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

interface Ran {
  readonly status: number;
  readonly output: string;
}

export type Listener = (channel: number, line: string) => void;

/** Runs commands of bash one after the other; what is started in the background writes to one of the channels. */
export class World {
  readonly #shell: ChildProcess;
  readonly #waiting: Waiting[] = [];
  #output = "";
  /** Why no further command can be run. */
  #over: Error | undefined;

  constructor(channels: number, listener: Listener) {
    const [program = "", ...args] = ["unshare", ...namespaces, "bash", "--norc"];
    this.#shell = spawn(program, args, {
      // What the shell itself says is of jobs that were killed.
      stdio: ["pipe", "pipe", "ignore", ...Array.from({ length: channels }, () => "pipe" as const)],
      // A terminal's Ctrl-C is for this program; the world ends with it.
      detached: true,
      env: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", TZ: "UTC" },
    });
    this.#shell.on("error", (error) => this.#fail(error));
    this.#shell.on("exit", () => this.#fail(new Error("The shell of a laboratory run ended by itself.")));
    this.#shell.stdin?.on("error", (error) => this.#fail(error));
    this.#shell.stdout?.setEncoding("utf8").on("data", (chunk: string) => this.#read(chunk));
    for (let channel = 0; channel < channels; channel++) {
      const stream = this.#shell.stdio[firstChannel + channel] as Readable;
      byLine(stream, (line) => listener(channel, line));
    }
  }

  /** The output of commands; throws where the last of them fails. */
  async run(command: string): Promise<string> {
    const { status, output } = await this.ask(command);
    if (status !== 0) throw new Error(`A laboratory command failed (${status}): ${command}\n${output}`);
    return output;
  }

  /** What commands print, and the exit status of the last. */
  ask(command: string): Promise<Ran> {
    return new Promise((resolve, reject) => {
      if (this.#over !== undefined) {
        reject(this.#over);
        return;
      }
      const endless = () => this.#fail(new Error(`A laboratory command does not end: ${command}`));
      this.#waiting.push({ resolve, reject, timer: setTimeout(endless, patience) });
      this.#shell.stdin?.write(`{ :\n${command}\n} </dev/null 2>&1; printf '\\001end %s\\n' $?\n`);
    });
  }

  /** Ends everything; returns when it is gone. */
  close(): Promise<void> {
    this.#over ??= new Error("This laboratory run is over.");
    return new Promise((resolve) => {
      if (this.#shell.exitCode !== null || this.#shell.signalCode !== null || this.#shell.pid === undefined) resolve();
      else {
        this.#shell.once("close", () => resolve());
        this.#shell.kill("SIGKILL");
      }
    });
  }

  #read(chunk: string): void {
    this.#output += chunk;
    for (;;) {
      const start = this.#output.indexOf(endMark);
      const end = start === -1 ? -1 : this.#output.indexOf("\n", start);
      if (end === -1) return;
      const output = this.#output.slice(0, start);
      const status = Number(this.#output.slice(start + endMark.length, end));
      this.#output = this.#output.slice(end + 1);
      const waiting = this.#waiting.shift();
      clearTimeout(waiting?.timer);
      waiting?.resolve({ status, output });
    }
  }

  #fail(error: Error): void {
    this.#over ??= error;
    for (const { reject, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      reject(error);
    }
  }
}

/** The file descriptor, for the shell, of a channel. */
export function descriptor(channel: number): number {
  return firstChannel + channel;
}

function byLine(stream: Readable, take: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  });
}

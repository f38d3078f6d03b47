/**
 * Runs programs in turns and measures each as a whole process: milliseconds from start to end, and MiB at its peak.
 * It is a program of its own, because it runs inside a network namespace that has the interfaces of the files.
 *
 *   node bench/check/pairs.ts < job.json > times.json
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Job {
  readonly rounds: number;
  /** Program and arguments, by name. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

export interface Times {
  /** Milliseconds of each round. */
  readonly took: Readonly<Record<string, readonly number[]>>;
  /** MiB. */
  readonly peak: Readonly<Record<string, number>>;
  readonly status: Readonly<Record<string, number>>;
}

async function main(job: Job): Promise<Times> {
  const commands = Object.entries(job.commands);
  const took: Record<string, number[]> = Object.fromEntries(commands.map(([name]) => [name, []]));
  const status: Record<string, number> = {};
  const peak: Record<string, number> = {};
  // Without a clock at first: compile caches and the file's pages. A short life is easily missed, so look often.
  for (const [name, command] of commands) {
    const looks = [await peakOf(command), await peakOf(command), await peakOf(command)];
    status[name] = looks[0]?.status ?? -1;
    peak[name] = Math.max(...looks.map((look) => look.peak));
  }
  for (let round = 0; round < job.rounds; round++) {
    // There and back, so that nobody always runs after the same one.
    const order = round % 2 === 0 ? commands : [...commands].reverse();
    for (const [name, [program = "", ...args]] of order) {
      const from = performance.now();
      spawnSync(program, args, { stdio: "ignore" });
      took[name]?.push(performance.now() - from);
    }
  }
  return { took, peak, status };
}

/** The memory at its peak, read from outside until the process is gone. */
async function peakOf([program = "", ...args]: readonly string[]): Promise<{ peak: number; status: number }> {
  const child = spawn(program, args, { stdio: "ignore" });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? -1));
  });
  let peak = 0;
  for (;;) {
    const field = /VmHWM:\s+(\d+)/.exec(readStatus(child.pid));
    if (field === null) break;
    peak = Number(field[1]) / 1024;
  }
  return { peak, status: await ended };
}

function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

if (import.meta.main) {
  process.stdout.write(JSON.stringify(await main(JSON.parse(readFileSync(0, "utf8")) as Job)));
}

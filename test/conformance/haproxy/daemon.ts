/** The real daemon as the judge of a configuration: what `haproxy -c` says, apart from what the machine lacks. */
import { spawnSync } from "node:child_process";
import { requireDebian } from "../../../scripts/debian.ts";
import type { File, Verdict } from "../judged.ts";
import { quote } from "../namespace.ts";
import { leastBusy, runBeside } from "../room.ts";
import { grantFiles, ownName } from "./host.ts";
import { read } from "./messages.ts";

/** Files that are read after the main one, by the custom that the language goes by too. */
const readAfter = /^[^/]+\.d\/[^/]+\.cfg$/;
const seconds = { processor: 5, wait: 20 };
/** A status from here on is a signal's: the daemon broke down, which is no judgement. */
const signals = 128;

/** The daemon under test. */
const installed: string = process.env["HAPROXY"] ?? "haproxy";

/** Makes sure that the daemon and what judging needs are there; throws an error that says what is missing. */
export function requireDaemon(): void {
  const wanted = [
    { program: installed, argument: "-v", packageName: "haproxy" },
    { program: "ip", argument: "-V", packageName: "iproute2" },
  ];
  const missing = wanted.filter(({ program, argument }) => spawnSync(program, [argument]).error !== undefined);
  requireDebian(missing.map(({ packageName }) => packageName));
}

/** The daemon's version, such as `2.6.12-1+deb12u4`, and the series that the language is told, such as `2.6`. */
export function daemonVersion(): { readonly full: string; readonly series: string } {
  const { stdout } = spawnSync(installed, ["-v"], { encoding: "utf8" });
  const [, full, series] = /^HA-?Proxy version ((\d+\.\d+)\S*) /m.exec(stdout) ?? [];
  if (full === undefined || series === undefined) throw new Error(`${installed} -v does not print a version.`);
  return { full, series };
}

interface JudgeOptions {
  /** Leaves the files and users as they are written: they may be missing then. */
  readonly asWritten?: boolean;
}

/** Judges `main` with the files that are read after it. Many may be judged at a time. */
export async function judge(files: readonly File[], main: string, options: JudgeOptions = {}): Promise<Verdict> {
  const namespace = leastBusy();
  namespace.ownEverything();
  const text = files.find((file) => file.path === main)?.text ?? "";
  const name = ownName(text);
  const others = files.map((file) => file.path).filter((path) => readAfter.test(path));
  const inOrder = [main, ...others.sort()].map((path) => `-f ${quote(path)}`);
  const { exit, output, timedOut } = await runBeside(files, {
    namespace,
    prepare: options.asWritten === true ? (text) => text : grantFiles,
    command: `${quote(installed)} ${name === undefined ? "" : `-L ${quote(name)} `}-c ${inOrder.join(" ")}`,
    seconds,
  });
  const { errors, warnings, environment, stopped } = read(output, main, text);
  if (timedOut || exit >= signals) {
    const text = timedOut ? "timed out" : `ended with status ${exit}`;
    return { exit, refused: false, undecided: true, messages: errors, warnings, environment: [{ text }] };
  }
  // Status 2 is that of a file without listeners, which is in order otherwise.
  const isRefusal = exit === 1;
  if (isRefusal && errors.length === 0 && !stopped && warnings.length > 0) {
    // With `zero-warning` the warnings are to be found, each for what it is; some refuse by themselves (src/cache.c).
    const refused = !output.includes("'zero-warning' is set");
    return { exit, refused, messages: refused ? warnings : [], warnings, environment };
  }
  const refused = isRefusal && errors.length > 0;
  return { exit, refused, undecided: isRefusal && !refused, messages: errors, warnings, environment };
}

/** The real daemon as the judge of a configuration: what `keepalived -t` says, apart from what the machine lacks. */
import { spawnSync } from "node:child_process";
import { requireDebian } from "../../../scripts/debian.ts";
import { distinct, type File, type Verdict } from "../judged.ts";
import { quote } from "../namespace.ts";
import { leastBusy, runBeside } from "../room.ts";
import { classify, parse } from "./messages.ts";

interface JudgeOptions {
  /** The configuration id that `@id` lines are compared with. */
  readonly id?: string;
  /** Interfaces that shall exist. */
  readonly interfaces: readonly string[];
  /** The daemon's program: by default that of the environment variable KEEPALIVED, or the installed one. */
  readonly binary?: string;
  /** Leaves the users that run scripts, and the folder for saved configurations, as they are written. */
  readonly asWritten?: boolean;
}

const namespaceName = /(?<!\w)net_namespace(?:_ipvs)?[ \t]+([^\s{}]+)/g;
const seconds = { processor: 2, wait: 20 };

/** The daemon under test. */
const installed: string = process.env["KEEPALIVED"] ?? "keepalived";

/** Makes sure that the daemon and what judging needs are there; throws an error that says what is missing. */
export function requireDaemon(): void {
  const wanted = [
    { program: installed, argument: "--version", packageName: "keepalived" },
    { program: "ip", argument: "-V", packageName: "iproute2" },
  ];
  const missing = wanted.filter(({ program, argument }) => spawnSync(program, [argument]).error !== undefined);
  requireDebian(missing.map(({ packageName }) => packageName));
}

/** The daemon's version, such as `2.2.7`. */
export function daemonVersion(binary: string = installed): string {
  const { stdout, stderr } = spawnSync(binary, ["--version"], { encoding: "utf8" });
  const version = /Keepalived v(\d+(?:\.\d+)+)/.exec(`${stdout}${stderr}`)?.[1];
  if (version === undefined) throw new Error(`${binary} --version does not print a version.`);
  return version;
}

/** Judges `main`, one of the files. Many may be judged at a time. */
export async function judge(files: readonly File[], main: string, options: JudgeOptions): Promise<Verdict> {
  const namespace = leastBusy();
  namespace.ensure(options.interfaces);
  namespace.alias(files.flatMap((file) => [...file.text.matchAll(namespaceName)].map(([, name = ""]) => name)));
  const id = options.id === undefined ? "" : `-i ${quote(options.id)} `;
  const { exit, output, timedOut } = await runBeside(files, {
    namespace,
    prepare: options.asWritten === true ? (text) => text : tame,
    command: `${quote(options.binary ?? installed)} ${id}-t -f ${quote(main)}`,
    seconds,
  });
  const paths = files.map((file) => file.path);
  const all = timedOut ? [{ text: "timed out" }] : parse(output, main, paths);
  const { messages, environment } = classify(all);
  // A crash or an endless loop refuses the file too, message or not; a missing include has a message and exit 0.
  const refused = exit !== 0 && (messages.length > 0 || environment.length === 0);
  return { exit, refused, messages, environment };
}

/** Judges a configuration as each of several hosts reads it: it is refused where one of them refuses it. */
export async function judgeHosts(
  files: readonly File[],
  main: string,
  ids: readonly (string | undefined)[],
  options: JudgeOptions,
): Promise<Verdict> {
  const verdicts = await Promise.all(
    ids.map((id) => judge(files, main, { ...options, ...(id === undefined ? {} : { id }) })),
  );
  return {
    exit: Math.max(...verdicts.map((verdict) => verdict.exit)),
    refused: verdicts.some((verdict) => verdict.refused),
    messages: distinct(verdicts.flatMap((verdict) => verdict.messages)),
    environment: distinct(verdicts.flatMap((verdict) => verdict.environment)),
  };
}

/**
 * Scripts of another user end the test with SIGTERM (a fault of the daemon), and such a user may not exist here; and
 * even a test creates the folder for saved configurations.
 */
function tame(text: string, place: string): string {
  return text
    .replace(/^(\s*(?:script_user|user)[ \t]+)[A-Za-z_][\w-]*([ \t]+)[A-Za-z_][\w-]*(?=[ \t]*$)/gm, "$1root$2root")
    .replace(/^(\s*(?:script_user|user)[ \t]+)[A-Za-z_][\w-]*(?=[ \t]*$)/gm, "$1root")
    .replace(/^(\s*(?:notify|quorum)\w*[ \t]+"[^"\n]*"[ \t]+)[A-Za-z_][\w-]*(?:[ \t]+[A-Za-z_][\w-]*)?$/gm, "$1root")
    .replace(/^(\s*config_save_dir[ \t]+)\/[^\s{}]*/gm, `$1${place}`);
}

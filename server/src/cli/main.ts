/** The command line: dispatch, exit status, and the one place where an error becomes a line on stderr. */
import { check } from "./check.ts";
import { visible } from "./columns.ts";
import { create } from "./create.ts";
import { explain } from "./explain.ts";
import { hosts } from "./hosts.ts";
import { simulate } from "./simulate.ts";
import { topology } from "./topology.ts";
import { UsageError, usage } from "./usage.ts";
import { version } from "./version.ts";

const commands: Readonly<Record<string, (argv: readonly string[]) => number | Promise<number>>> = {
  check,
  hosts,
  simulate,
  topology,
  create,
  explain,
  async "language-server"() {
    await import("../node/main.ts");
    return 0;
  },
  help: () => print(usage),
  "--help": () => print(usage),
  "-h": () => print(usage),
  "--version": () => print(`${version}\n`),
};

/** Exit status: 0 no error found, 1 at least one error, 2 could not run. */
async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined) throw new UsageError("no command given");
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`unknown command "${name}"`);
  return asksForHelp(rest) ? print(usage) : command(rest);
}

/** Behind `--` stand paths, whatever they look like. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end === -1 ? undefined : end).some((word) => word === "--help" || word === "-h");
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

// Whoever reads our output may stop early (`| head`): no reason for a stack trace.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const hint = error instanceof UsageError ? "; see ha-config --help" : "";
    process.stderr.write(`ha-config: ${visible(error instanceof Error ? error.message : String(error))}${hint}\n`);
    process.exitCode = 2;
  },
);

/** The command line: dispatch, exit status, and the one place where an error becomes a line on stderr. */
import { check } from "./check.ts";
import { explain } from "./explain.ts";
import { UsageError, usage } from "./usage.ts";

/** Exit status: 0 no error found, 1 at least one error, 2 could not run. */
async function run(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case "check":
      return check(rest);
    case "explain":
      return explain(rest);
    case "language-server":
      await import("../node/main.ts");
      return 0;
    case "--help":
    case "-h":
    case "help":
      process.stdout.write(usage);
      return 0;
    default:
      throw new UsageError(command === undefined ? "no command given" : `unknown command "${command}"`);
  }
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
    process.stderr.write(`ha-config: ${error instanceof Error ? error.message : String(error)}${hint}\n`);
    process.exitCode = 2;
  },
);

/** Commands that do nothing but look whether a process runs. */
import { type Command, programName } from "./scripts.ts";

/** The kernel keeps so much of a process's name. */
const maxName = 15;

/** The process that a command looks for, if that is all it does. */
export function watchedProcess(command: Command): string | undefined {
  const options = command.arguments.slice(1).map((word) => word.value);
  const names = options.filter((option) => !option.startsWith("-"));
  const [name] = names;
  const flags = options.filter((option) => option.startsWith("-")).join(" ");
  const isPlain = {
    killall: ["-0", "-s 0", "-0 -q", "-q -0"].includes(flags),
    pidof: ["", "-s", "-q", "-x"].includes(flags),
    pgrep: ["-x", "-xc", "-x -c", "--exact"].includes(flags),
  }[programName(command)];
  if (isPlain !== true || names.length !== 1 || name === undefined) return undefined;
  return /^[\w.:@+-]+$/.test(name) && name.length <= maxName ? name : undefined;
}

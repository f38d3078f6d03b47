/**
 * Commands that the daemon runs: what they are, and who runs them (lib/notify.c: set_script_params_array,
 * check_script_secure).
 */
import type { Configuration } from "../../../model/configuration.ts";
import type { Bound } from "../../../schema/bound.ts";
import { splitQuoted } from "../../../schema/values/script.ts";
import type { Word } from "../../../syntax/ast.ts";
import type { Globals } from "../globals.ts";

/** Keywords whose value is a command, by what becomes of the words that follow it. */
export const userScripts = [
  "notify",
  "notify_master",
  "notify_backup",
  "notify_fault",
  "notify_stop",
  "notify_deleted",
  "notify_master_rx_lower_pri",
  "notify_up",
  "notify_down",
  "quorum_up",
  "quorum_down",
  "startup_script",
  "shutdown_script",
  "notify_fifo_script",
  "vrrp_notify_fifo_script",
  "lvs_notify_fifo_script",
];
/** Here they are dropped; the user is a statement of its own. */
export const blockScripts = ["script", "misc_path"];
export const scriptKeywords = [...blockScripts, ...userScripts];

export interface Command {
  readonly statement: Bound;
  /** The command line in its quotes. */
  readonly word: Word;
  /** The program and its arguments, as the daemon passes them; positions are those of the file where they can be told. */
  readonly arguments: readonly Word[];
  /** The program's path or name. */
  readonly program: string;
  /** The arguments can be underlined one by one. */
  readonly isLiteral: boolean;
}

const kept = new WeakMap<Bound, Command | null>();

/** The command of a statement; undefined where there is none or where only the host knows it. */
export function commandOf(statement: Bound): Command | undefined {
  let command = kept.get(statement);
  if (command === undefined) {
    command = read(statement) ?? null;
    kept.set(statement, command);
  }
  return command ?? undefined;
}

function read(statement: Bound): Command | undefined {
  const value = statement.value("command");
  if (value === undefined || statement.statement.words.some((word) => word.unknown === true)) return undefined;
  const { word } = value;
  const line = String(value.data);
  // What a definition puts here is not in the text.
  if (/\$\{?[A-Za-z_]/.test(line)) return undefined;
  const shift = word.raw === line ? 0 : word.raw.slice(1, -1) === line ? 1 : undefined;
  const isLiteral = shift !== undefined && word.end - word.start === word.raw.length;
  const { words, unclosed } = splitQuoted(line, word.start + (shift ?? 0));
  const [program] = words;
  if (unclosed !== undefined || program === undefined) return undefined;
  const placed = isLiteral ? words : words.map((part) => ({ ...part, start: word.start, end: word.end }));
  return { statement, word, arguments: placed, program: program.value, isLiteral };
}

/** The last part of the program's path. */
export function programName(command: Command): string {
  return command.program.replace(/^.*\//, "");
}

/** `<PATH` runs nothing: the check is whether the file can be opened. */
export function isFileCheck(command: Command): boolean {
  return /^<\s*\//.test(command.program);
}

/** All commands of a configuration, in the order of the keywords. */
export function commands(configuration: Configuration): readonly Command[] {
  return scriptKeywords.flatMap((keyword) => configuration.all(keyword).flatMap((one) => commandOf(one) ?? []));
}

/** The user that runs a command; undefined where none is named. The group does not matter here. */
export function userOf(statement: Bound, globals: Globals): Word | string | undefined {
  const own = statement.value("user")?.word ?? statement.parent?.find("user")?.values[0]?.word;
  if (own !== undefined) return own;
  const { script_user: user } = globals.values;
  return typeof user === "string" ? user : undefined;
}

/** Definitions (`$NAME=value`) and their use (`$NAME`, `${NAME}`) (lib/parser.c: check_definition, replace_param). */

import type { Environment, PreprocessHost } from "../../model/language.ts";
import { longestLine } from "./lines.ts";

/**
 * What the daemon keeps of a definition's text: comments cut, blanks trimmed, and a value over several lines without
 * the backslashes that join them.
 */
export function definitionValue(raw: string): string {
  const kept = raw
    .split("\n")
    .map((line) => cutComment(line).trim())
    .map((line) => (line.endsWith("\\") ? line.slice(0, -1).trimEnd() : line));
  return kept
    .filter((line, index) => line !== "" || index === 0)
    .join("\n")
    .trim();
}

/** The line without its comment; signs in double quotes or behind a backslash begin none. */
function cutComment(line: string): string {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === "\\") at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "#" || character === "!")) return line.slice(0, at);
  }
  return line;
}

export interface Substituted {
  readonly text: string;
  /** Names that nothing defines; they stay as they are written. */
  readonly undefined: readonly string[];
  /** The text depends on something that only the host knows. */
  readonly unknown: boolean;
  /** A value holds itself: the daemon would never come to its end. */
  readonly cycle: boolean;
}

/** `${NAME}` counts anywhere, `$NAME` only before a blank, a comma, a closing parenthesis or the end. */
const use = /\$(?:\{([A-Za-z_][A-Za-z0-9_]*)(?:[ \t]+([^{}]*))?\}|([A-Za-z_][A-Za-z0-9_]*)(?=[ \t\n,)"]|$))/g;

/** Definitions that one word may put in before we give it up: values that hold values double with each step. */
const mostUses = 500;

/**
 * Puts the values of definitions into `text`, again and again, but never in a circle. A value of several lines only
 * counts at the end of a line (find_definition: allow_multiline); `endsLine` tells whether `text` stands there.
 */
export function substitute(
  text: string,
  environment: Environment,
  host: Pick<PreprocessHost, "configId">,
  endsLine = false,
): Substituted {
  return substituteWithin(text, environment, host, { uses: mostUses, within: [] }, endsLine);
}

function substituteWithin(
  text: string,
  environment: Environment,
  host: Pick<PreprocessHost, "configId">,
  budget: { uses: number; readonly within: string[] },
  endsLine: boolean,
): Substituted {
  const missing: string[] = [];
  let unknown = false;
  let cycle = false;
  const replaced = text.replace(use, (written, ...found: (string | undefined)[]) => {
    const [braced, parameters, bare] = found;
    const name = braced ?? bare ?? "";
    const defined = environment.definitions.get(name);
    const value = defined ?? predefined(name, host);
    const isLast = endsLine && text.length === Number(found[3]) + written.length;
    const isMisused = defined !== undefined && (parameters !== undefined || (defined.includes("\n") && !isLast));
    if (value === undefined || isMisused) {
      missing.push(name);
      return written;
    }
    if (value === unknownValue || budget.uses-- <= 0) {
      unknown = true;
      return written;
    }
    if (budget.within.includes(name)) {
      cycle = true;
      return written;
    }
    // A value over several lines is put in as it is: its own definitions are read where its lines are.
    if (value.includes("\n")) return value;
    budget.within.push(name);
    const inner = substituteWithin(value, environment, host, budget, isLast);
    budget.within.pop();
    unknown ||= inner.unknown;
    cycle ||= inner.cycle;
    missing.push(...inner.undefined);
    return inner.text;
  });
  // What would not fit the line buffer is left as it was, with a log message (lib/parser.c: replace_param).
  if (replaced.length > longestLine && !replaced.includes("\n")) return { text, undefined: [], unknown: true, cycle };
  return { text: replaced, undefined: missing, unknown, cycle };
}

const unknownValue = Symbol("known only to the host");

/** lib/parser.c: standard_definitions. */
function predefined(name: string, host: Pick<PreprocessHost, "configId">): string | typeof unknownValue | undefined {
  switch (name) {
    case "_HASH":
      return "\\#";
    case "_BANG":
      return "\\!";
    case "_INSTANCE":
      return host.configId ?? unknownValue;
    case "_PWD":
    case "_RANDOM":
    case "_ENV":
      return unknownValue;
    default:
      return undefined;
  }
}

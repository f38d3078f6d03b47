/**
 * The simple commands of a script that runs when a host starts, such as those of real servers in direct routing. A
 * variable counts where the script sets it once and to plain text. What runs only on `stop` is left out.
 */
import type { Word } from "../words.ts";
import { baseName } from "../words.ts";
import { type ShellToken, type ShellWord, shellTokens } from "./lexer.ts";

export interface Command {
  /** The program without its folder. */
  readonly name: string;
  /** Arguments. Undefined where only the running shell knows the word; then the range still holds. */
  readonly args: readonly Argument[];
  /** The file that its output goes to. */
  readonly output: Argument | undefined;
  /** Whether it runs on a condition or several times: within `if`, `for`, `while`, behind `&&` or `||`. */
  readonly isConditional: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Argument extends Omit<Word, "text"> {
  readonly text: string | undefined;
}

/** Words that may stand before a command. */
const prefix = /^(?:then|do|else|\{|!|sudo|exec|time|command|elif|if|while|until|env|\w+=.*)$/;
const opens = /^(?:if|for|while|until|select)$/;
const closes = /^(?:fi|done)$/;
/** Branches of a `case`, and functions, that do not run when the host starts. */
const stops = /^(?:stop|down|status|restart|reload|force-reload|flush|clear|backup|fault|usage|help|\*)$/i;

/** The commands of `text` in their order; `known` holds variables that somebody else sets. */
export function shellCommands(
  text: string,
  offset = 0,
  known: ReadonlyMap<string, string> = new Map(),
): readonly Command[] {
  const tokens = shellTokens(text, offset);
  const variables = new Map([...assignedOnce(tokens), ...known]);
  const commands: Command[] = [];
  let words: ShellWord[] = [];
  let output: ShellWord | undefined;
  let depth = 0;
  let skipping: "branch" | "function" | undefined;
  let joiner = "";
  const finish = () => {
    const all = words;
    words = [];
    let from = 0;
    while (from < all.length && prefix.test(all[from]?.text ?? "")) from++;
    const isOnCondition = depth > 0 || joiner === "&&" || joiner === "||";
    for (const word of all) {
      if (opens.test(word.text)) depth++;
      if (closes.test(word.text)) depth = Math.max(0, depth - 1);
    }
    const [program, ...args] = all.slice(from);
    const last = all.at(-1);
    if (program !== undefined && last !== undefined && skipping === undefined) {
      const name = baseName(resolved(program, variables) ?? "");
      commands.push({
        name,
        args: args.map((word) => ({ text: resolved(word, variables), start: word.start, end: word.end })),
        output: output === undefined ? undefined : { ...output, text: resolved(output, variables) },
        isConditional: isOnCondition || (from > 0 && opens.test(all[0]?.text ?? "")),
        start: program.start,
        end: last.end,
      });
    }
    if (skipping === "function" && all.some((word) => word.text === "}")) skipping = undefined;
    output = undefined;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.kind === "word") {
      words.push(token);
      continue;
    }
    const next = tokens[index + 1];
    if (token.text === ">" || token.text === ">>") {
      if (next?.kind === "word") {
        output = next;
        index++;
      }
    } else if (token.text === "<" || token.text === ">&" || token.text === "<&") {
      index++;
    } else if (token.text === ")" && words.length > 0 && isLabel(tokens, index)) {
      skipping = words.every((word) => stops.test(word.text)) ? "branch" : undefined;
      words = [];
    } else if (token.text === "(" && next?.text === ")" && words.length > 0) {
      const last = words.at(-1);
      if (last !== undefined && stops.test(last.text)) skipping = "function";
      words = [];
      index++;
    } else if (token.text === "|" && isInLabel(tokens, index)) {
      // `start|up)`: the words of one label.
    } else {
      finish();
      joiner = token.text;
      if (token.text === ";;" && skipping === "branch") skipping = undefined;
    }
  }
  finish();
  return commands;
}

/** Whether the bracket at `index` ends the label of a `case` branch: no bracket was opened on its line for it. */
function isLabel(tokens: readonly ShellToken[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token?.kind === "word" || token?.text === "|") continue;
    return token?.text === "\n" || token?.text === ";;" || (token?.text === "(" && tokens[at - 1]?.text === "\n");
  }
  return false;
}

function isInLabel(tokens: readonly ShellToken[], index: number): boolean {
  for (let at = index + 1; at < tokens.length && at < index + 16; at++) {
    const token = tokens[at];
    if (token?.kind === "word" || token?.text === "|") continue;
    return token?.text === ")" && isLabel(tokens, at) && (tokens[index - 1]?.kind ?? "") === "word";
  }
  return false;
}

/** The variables that one assignment sets, and nothing else. */
function assignedOnce(tokens: readonly ShellToken[]): ReadonlyMap<string, string> {
  const values = new Map<string, string | undefined>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    const before = tokens[index - 1];
    const match = /^(\w+)=(.*)$/s.exec(token.text);
    const isLoop = before?.text === "for" || before?.text === "read";
    const name = isLoop ? token.text : match?.[1];
    if (name === undefined) continue;
    const isPlain = !isLoop && !token.expands && !token.isOpaque && !values.has(name);
    values.set(name, isPlain ? match?.[2] : undefined);
  }
  return new Map([...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

function resolved(word: ShellWord, variables: ReadonlyMap<string, string>): string | undefined {
  if (word.isOpaque) return undefined;
  if (!word.expands) return word.text;
  let isKnown = true;
  const text = word.text.replace(/\$(?:(\w+)|\{(\w+)\})/g, (_whole, plain?: string, braced?: string) => {
    const value = variables.get(plain ?? braced ?? "");
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown ? text : undefined;
}

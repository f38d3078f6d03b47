/**
 * Words and operators of a shell script (POSIX.1-2017, Shell Command Language 2.3), as far as simple commands need them.
 * What is put together at run time stays in the word and makes it uncertain.
 */
import type { Word } from "../words.ts";

export interface ShellWord extends Word {
  readonly kind: "word";
  /** Whether `$NAME` in it may be replaced; in single quotes it is only text. */
  readonly expands: boolean;
  /** Whether the word holds what only a running shell knows: `$(…)`, backquotes. */
  readonly isOpaque: boolean;
}

export interface ShellOperator extends Word {
  readonly kind: "operator";
}

export type ShellToken = ShellWord | ShellOperator;

const operator = /&&|\|\||;;|>>|<<-?|>&|<&|[|&;<>()\n]/y;
const blank = /[^\S\n]+|\\\r?\n/y;
const comment = /#[^\n]*/y;
const plain = /[^\s"'\\`$|&;<>()]+/y;
const variable = /\$(?:\w+|\{\w+\})/y;
const substitution = /`[^`]*`?|\$\([^)]*\)*|\$\{[^}]*\}?/y;

/** The tokens of `text`, whose first character stands at `offset` of the file. */
export function shellTokens(text: string, offset: number): readonly ShellToken[] {
  const tokens: ShellToken[] = [];
  const take = (pattern: RegExp, at: number): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? "";
  };
  for (let at = 0; at < text.length; ) {
    const skipped = take(blank, at) || take(comment, at);
    if (skipped !== "") {
      at += skipped.length;
      continue;
    }
    const sign = take(operator, at);
    if (sign !== "") {
      tokens.push({ kind: "operator", text: sign, start: offset + at, end: offset + at + sign.length });
      at += sign.length;
      if (sign.startsWith("<<")) at = skipDocument(text, at);
      continue;
    }
    const word = wordAt(text, at, take);
    tokens.push({ kind: "word", ...word, start: offset + word.start, end: offset + word.end });
    at = word.next;
  }
  return tokens;
}

type Taker = (pattern: RegExp, at: number) => string;

function wordAt(text: string, from: number, take: Taker): Omit<ShellWord, "kind"> & { readonly next: number } {
  let value = "";
  let expands = false;
  let isOpaque = false;
  let at = from;
  let quote = "";
  while (at < text.length) {
    const character = text[at] ?? "";
    if (quote !== "'" && (character === "$" || character === "`")) {
      const name = take(variable, at);
      const other = name === "" ? take(substitution, at) : name;
      expands ||= name !== "";
      isOpaque ||= name === "" && other !== "";
      value += other === "" ? character : other;
      at += Math.max(1, other.length);
    } else if (quote === "" && (character === '"' || character === "'")) {
      quote = character;
      at++;
    } else if (character === quote) {
      quote = "";
      at++;
    } else if (character === "\\" && quote !== "'") {
      value += text[at + 1] ?? "";
      at += 2;
    } else if (quote !== "") {
      value += character;
      at++;
    } else {
      const run = take(plain, at);
      if (run === "") break;
      value += run;
      at += run.length;
    }
  }
  const next = Math.min(at, text.length);
  const raw = text.slice(from, next);
  const isQuoted = /^(["'])[^"']*\1$/.test(raw);
  return { text: value, expands, isOpaque, start: from + (isQuoted ? 1 : 0), end: next - (isQuoted ? 1 : 0), next };
}

/** Goes past a here-document: the lines up to its word are text for a command and no commands. */
function skipDocument(text: string, from: number): number {
  const match = /[ \t]*\\?["']?([\w.-]+)["']?/y;
  match.lastIndex = from;
  const word = match.exec(text)?.[1];
  const lineEnd = text.indexOf("\n", from);
  if (word === undefined || lineEnd === -1) return from;
  const close = new RegExp(`^\\t*${word.replace(/[.]/g, "\\.")}\\r?$`, "gm");
  close.lastIndex = lineEnd + 1;
  const end = close.exec(text);
  return end === null ? text.length : end.index + end[0].length;
}

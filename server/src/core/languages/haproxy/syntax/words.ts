/**
 * One word of a line, read as parse_line of src/tools.c reads it with the options of a configuration line: both kinds of
 * quotes, backslashes, variables within double quotes. Gaps of templates stay in the word that they stand in, because
 * haproxy.cfg is often written by Ansible or Puppet and read by us before that.
 */
import type { Word } from "../../../syntax/ast.ts";
import type { Failure } from "./inner.ts";

/** What makes the daemon refuse the line before it looks at any keyword. */
export type WordErrorKind =
  /** The closing quote is missing. */
  | "quote"
  /** `\x` without two hexadecimal digits. */
  | "hex"
  /** `$` in double quotes without a name. */
  | "variable"
  /** `${NAME` without its `}`. */
  | "brace"
  /** `${NAME[` that does not go on with `*]`. */
  | "expansion";

const doubleQuote = 34;
const sharp = 35;
const dollar = 36;
const singleQuote = 39;
const lessThan = 60;
const backslash = 92;
const openBrace = 123;

/** What a character behind a backslash stands for; `$` only counts within double quotes. */
const escapes: Readonly<Record<string, string>> = {
  " ": " ",
  "\\": "\\",
  "#": "#",
  "'": "'",
  '"': '"',
  t: "\t",
  n: "\n",
  r: "\r",
};

/** `$NAME`, `${NAME}`, `${NAME[*]}`, `${NAME-default}`. Bounded, so that a hostile line costs no square of its length. */
const variable = /\$(?:\{[A-Za-z_.][A-Za-z0-9_]*(?:\[\*\])?(?:-[^}\r\n]{0,1000})?\}|[A-Za-z_.][A-Za-z0-9_]*)/y;
/** `{{ … }}`, `{% if … %}`, `<% … %>` on one line; the latter two look more closely, for a log format may hold `<%`. */
const gap = /\{\{[^\r\n]{0,1000}?\}\}|\{%[-+]?[ \t]*[A-Za-z][^\r\n]{0,1000}?%\}|<%(?:[=-]|[ \t])[^\r\n]{0,1000}?%>/y;
const hex = /x[0-9A-Fa-f]{2}/y;

/** Space, tab, vertical tab, form feed: what ends a word (isspace of the C locale). */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12;
}

/** The word that begins at `at`, which must be neither blank nor a comment. */
export function readWord(text: string, at: number): Word {
  const { length } = text;
  const offsets: number[] = [];
  let value = "";
  let quote = 0;
  let quoted = false;
  let unknown = false;
  let next = at;
  while (next < length) {
    const code = text.charCodeAt(next);
    if (code === 10 || code === 13) break;
    if (quote === 0 && (isBlank(code) || code === sharp)) break;
    if (quote === 0 ? code === doubleQuote || code === singleQuote : code === quote) {
      quote = quote === 0 ? code : 0;
      quoted = true;
      next++;
      continue;
    }
    const whole = wholeAt(text, next, code, quote);
    if (whole > next) {
      unknown = true;
      for (; next < whole; next++) {
        offsets.push(next);
        value += text[next];
      }
      continue;
    }
    const escaped = code === backslash && quote !== singleQuote ? escapeAt(text, next, quote) : undefined;
    offsets.push(next);
    value += escaped?.gives ?? text[next];
    next += escaped?.length ?? 1;
  }
  const raw = text.slice(at, next);
  const closed = quote === 0;
  const word = { start: at, end: next, raw, value, quoted, closed };
  if (raw === value) return unknown ? { ...word, unknown } : word;
  offsets.push(next);
  return unknown ? { ...word, offsets, unknown } : { ...word, offsets };
}

/** The end of a variable or of a template's gap that begins here, or 0. */
function wholeAt(text: string, at: number, code: number, quote: number): number {
  if (code === dollar && quote === doubleQuote) return matchEnd(variable, text, at);
  if (code === openBrace || code === lessThan) return matchEnd(gap, text, at);
  return 0;
}

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : 0;
}

/** What the backslash at `at` and the characters behind it give; other combinations leave it as it is. */
function escapeAt(text: string, at: number, quote: number): { gives: string; length: number } | undefined {
  const next = text[at + 1] ?? "";
  const gives = next === "$" && quote === doubleQuote ? "$" : escapes[next];
  if (gives !== undefined) return { gives, length: 2 };
  if (matchEnd(hex, text, at + 1) === 0) return undefined;
  return { gives: String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 4), 16)), length: 4 };
}

/** What the daemon refuses in a word before it looks at keywords; most words have no such thing. */
export function wordErrors(word: Word): readonly Failure<WordErrorKind>[] {
  const { raw, start } = word;
  if (word.offsets === undefined && !raw.includes("\\x")) return [];
  const found: Failure<WordErrorKind>[] = [];
  let quote = 0;
  let opened = 0;
  let next = 0;
  while (next < raw.length) {
    const code = raw.charCodeAt(next);
    if (quote === 0 ? code === doubleQuote || code === singleQuote : code === quote) {
      quote = quote === 0 ? code : 0;
      opened = next;
      next++;
      continue;
    }
    const whole = wholeAt(raw, next, code, quote);
    if (whole > next) {
      next = whole;
      continue;
    }
    if (code === dollar && quote === doubleQuote) found.push(brokenVariable(raw, next, start));
    const escaped = code === backslash && quote !== singleQuote ? escapeAt(raw, next, quote) : undefined;
    if (escaped === undefined && code === backslash && quote !== singleQuote && raw[next + 1] === "x") {
      found.push({ kind: "hex", start: start + next, end: start + Math.min(next + 4, raw.length) });
    }
    next += escaped?.length ?? 1;
  }
  if (!word.closed) found.push({ kind: "quote", start: start + opened, end: word.end });
  return found;
}

function brokenVariable(raw: string, at: number, base: number): Failure<WordErrorKind> {
  const [written = "$", brace, name = "", expansion] =
    /^\$(\{)?([A-Za-z_.]\w*)?(\[)?/.exec(raw.slice(at, at + 200)) ?? [];
  const kind =
    name === "" ? "variable" : expansion !== undefined ? "expansion" : brace === undefined ? "variable" : "brace";
  return { kind, start: base + at, end: base + at + written.length };
}

/**
 * The value with variables and gaps painted over by letters, of the same length, so that the readers of inner languages
 * take them for a piece of a name or a text. Only for words that hold such a thing.
 */
export function masked(word: Word): string {
  if (word.unknown !== true) return word.value;
  return word.value.replace(
    /\$\{[^}\r\n]{0,1000}\}|\$[A-Za-z_.]\w*|\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\}|<%.{0,1000}?%>/g,
    (found) => "x".repeat(found.length),
  );
}

/**
 * How patterns relate: whether all that one matches is matched by another, and whether two can match the same value
 * (src/pattern.c: pat_match_*). "False" also means that it is not known.
 */
import { type Address, parseAddress } from "../../../../net/address.ts";

export type StringMethod = "str" | "beg" | "end" | "sub" | "dir" | "dom" | "reg" | "regm";

export interface StringPattern {
  readonly kind: "string";
  readonly method: StringMethod;
  readonly text: string;
  readonly ignoreCase: boolean;
}

/** Both ends count; absent ones are open. */
export interface RangePattern {
  readonly kind: "range";
  readonly from: bigint | undefined;
  readonly to: bigint | undefined;
}

/** As a range, but of the number of bytes of a text. */
export interface LengthPattern {
  readonly kind: "length";
  readonly range: RangePattern;
}

export interface NetworkPattern {
  readonly kind: "network";
  readonly address: Address;
  readonly bits: number;
}

export type Pattern = StringPattern | RangePattern | LengthPattern | NetworkPattern;

/** Whether every value that `a` matches is matched by `b`. */
export function covers(b: Pattern, a: Pattern): boolean {
  if (a.kind === "string") {
    if (b.kind === "string") return coversText(b, a);
    return b.kind === "length" && a.method === "str" && inRange(BigInt(byteLength(a.text)), b.range);
  }
  if (a.kind === "network") {
    return (
      b.kind === "network" && a.address.family === b.address.family && b.bits <= a.bits && sharesBits(a, b, b.bits)
    );
  }
  if (a.kind === "length") return b.kind === "length" && within(a.range, b.range);
  return b.kind === "range" && within(a, b);
}

/** Whether no value is matched by both. */
export function excludes(a: Pattern, b: Pattern): boolean {
  if (a.kind === "string" && b.kind === "string") return excludesText(a, b) || excludesText(b, a);
  if (a.kind === "string" && b.kind === "length") return isFixed(a) && !inRange(BigInt(byteLength(a.text)), b.range);
  if (a.kind === "length" && b.kind === "string") return excludes(b, a);
  if (a.kind === "length" && b.kind === "length") return apart(a.range, b.range);
  if (a.kind === "range" && b.kind === "range") return apart(a, b);
  if (a.kind === "network" && b.kind === "network") {
    return a.address.family === b.address.family && !sharesBits(a, b, Math.min(a.bits, b.bits));
  }
  return false;
}

function coversText(b: StringPattern, a: StringPattern): boolean {
  // What differs in case only is the same to `b`; but `a` may match other cases than `b` does.
  if (a.ignoreCase && !b.ignoreCase && a.text.toLowerCase() !== a.text.toUpperCase()) return false;
  const [wide, narrow] = b.ignoreCase ? [lower(b.text), lower(a.text)] : [b.text, a.text];
  if (a.method === b.method && wide === narrow) return true;
  switch (b.method) {
    case "str":
      return false;
    case "beg":
      return (a.method === "str" || a.method === "beg") && narrow.startsWith(wide);
    case "end":
      return (a.method === "str" || a.method === "end") && narrow.endsWith(wide);
    case "sub":
      return wide !== "" && literalPart(a.method, narrow)?.includes(wide) === true;
    case "dir":
    case "dom":
      return a.method === "str" && hasWord(narrow, wide, delimiters[b.method]);
    case "reg":
    case "regm":
      return false;
  }
}

/** Text that every value matched by the pattern holds; words of `dir` and `dom` are looked for without what delimits them. */
function literalPart(method: StringMethod, text: string): string | undefined {
  if (method === "reg" || method === "regm") return undefined;
  return method === "dir" || method === "dom" ? trimmed(text, delimiters[method]) : text;
}

function excludesText(fixed: StringPattern, other: StringPattern): boolean {
  // With one of them blind to case, both are: that only makes more values common.
  const blind = fixed.ignoreCase || other.ignoreCase;
  const [a, b] = blind ? [lower(fixed.text), lower(other.text)] : [fixed.text, other.text];
  if (fixed.method === "str") {
    switch (other.method) {
      case "str":
        return a !== b;
      case "beg":
        return !a.startsWith(b);
      case "end":
        return !a.endsWith(b);
      case "sub":
        return b !== "" && !a.includes(b);
      case "dir":
      case "dom":
        return trimmed(b, delimiters[other.method]) !== "" && !hasWord(a, b, delimiters[other.method]);
      case "reg":
      case "regm":
        return false;
    }
  }
  if (fixed.method !== other.method) return false;
  if (fixed.method === "beg") return !a.startsWith(b) && !b.startsWith(a);
  return fixed.method === "end" && !a.endsWith(b) && !b.endsWith(a);
}

function isFixed({ method, text, ignoreCase }: StringPattern): boolean {
  return method === "str" && (!ignoreCase || byteLength(text) === text.length);
}

const delimiters = { dir: "/?", dom: "/?.:" } as const;

/** As match_word does: the pattern between delimiters or the ends. */
function hasWord(value: string, pattern: string, delimited: string): boolean {
  const word = trimmed(pattern, delimited);
  if (word === "") return false;
  for (let at = value.indexOf(word); at !== -1; at = value.indexOf(word, at + 1)) {
    const before = value[at - 1];
    const behind = value[at + word.length];
    const isOpen = before === undefined || delimited.includes(before);
    if (isOpen && (behind === undefined || delimited.includes(behind))) return true;
  }
  return false;
}

function trimmed(text: string, delimited: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && delimited.includes(text.charAt(from))) from++;
  while (to > from && delimited.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/** As tolower does it in the C locale. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** In UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

function inRange(value: bigint, { from, to }: RangePattern): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

function within(a: RangePattern, b: RangePattern): boolean {
  const low = b.from === undefined || (a.from !== undefined && a.from >= b.from);
  return low && (b.to === undefined || (a.to !== undefined && a.to <= b.to));
}

function apart(a: RangePattern, b: RangePattern): boolean {
  return isBelow(a, b) || isBelow(b, a);
}

function isBelow(a: RangePattern, b: RangePattern): boolean {
  return a.to !== undefined && b.from !== undefined && a.to < b.from;
}

function sharesBits(a: NetworkPattern, b: NetworkPattern, bits: number): boolean {
  return a.address.bytes.every((byte, index) => {
    const left = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - left)) & 0xff;
    return (byte & mask) === ((b.address.bytes[index] ?? 0) & mask);
  });
}

/** A network as `-m ip` reads it; undefined for names and masks with holes. */
export function networkPattern(text: string): NetworkPattern | undefined {
  const [host = "", mask] = text.split("/");
  const address = parseAddress(host);
  if (address === undefined) return undefined;
  const most = address.family === 4 ? 32 : 128;
  if (mask === undefined) return { kind: "network", address, bits: most };
  const bits = /^\d+$/.test(mask) ? Number(mask) : dottedBits(mask);
  return bits === undefined || bits > most ? undefined : { kind: "network", address, bits };
}

function dottedBits(mask: string): number | undefined {
  const bytes = parseAddress(mask)?.bytes;
  if (bytes?.length !== 4) return undefined;
  const written = bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return /^1*0*$/.test(written) ? written.replace(/0/g, "").length : undefined;
}

/** A number or range as `-m int` reads it, with the operator before it. */
export function rangePattern(text: string, operator: string): RangePattern | undefined {
  const range = /^(\d*)[:-](\d*)$/.exec(text);
  if (range !== null) {
    const [, low = "", high = ""] = range;
    if (low === "" && high === "") return undefined;
    return { kind: "range", from: low === "" ? undefined : BigInt(low), to: high === "" ? undefined : BigInt(high) };
  }
  if (!/^\d+$/.test(text)) return undefined;
  const value = BigInt(text);
  const ends = operators[operator]?.(value);
  return ends === undefined ? undefined : { kind: "range", from: ends[0], to: ends[1] };
}

const operators: Readonly<Record<string, (value: bigint) => readonly [bigint | undefined, bigint | undefined]>> = {
  eq: (value) => [value, value],
  ge: (value) => [value, undefined],
  gt: (value) => [value + 1n, undefined],
  le: (value) => [undefined, value],
  lt: (value) => [undefined, value - 1n],
};

/** The values that options of address, route and rule lines share: each reads a word and says what is wrong with it. */
import { type Family, familyOf, parseAddress } from "../../../net/address.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import { interfaceFault } from "./interface.ts";
import { type Line, part } from "./line.ts";
import { type Base, unsigned } from "./numbers.ts";
import { type NameKind, nameFault, tokenOf } from "./rttables.ts";

const noNumber = text('Expected a whole number, not "{0}"', '此处应为整数，而不是"{0}"');
const outside = text('"{0}" is not in the range {1} to {2}', '"{0}"超出范围，应为 {1} 到 {2}');
const noChoice = text('"{0}" is not one of {1}', '"{0}"不是有效值，可选：{1}');
const noAddress = text('"{0}" is not an IP address', '"{0}"不是 IP 地址');
const noPrefixHere = text(
  'A prefix length is not allowed here: "{0}" must be a bare address',
  '此处不能带前缀长度："{0}"应为单个地址',
);
const badPrefix = text('"{0}" is not a prefix length from 0 to {1}', '"{0}"不是有效的前缀长度，应为 0 到 {1}');
const wrongFamily = text('"{0}" is not an IPv{1} address', '"{0}"不是 IPv{1} 地址');
const mixed = text('"{0}" is IPv{1}, but the line is IPv{2}', '"{0}"是 IPv{1}，但本行是 IPv{2}');
const mixedDefault = text(
  '"{0}" must come before the words that make the line IPv{1}',
  '"{0}"必须写在使本行成为 IPv{1} 的内容之前',
);

export const u32 = 4_294_967_295;

/** A line whose addresses must all be of one family. */
export interface FamilyState {
  family: Family | undefined;
}

export interface Limits {
  readonly min?: number;
  readonly max: number | bigint;
  readonly base?: Base;
  /** The daemon keeps the line and ignores the option. */
  readonly kept?: boolean;
}

/** A whole number; undefined where it is none or out of range. */
export function readNumber(line: Line, option: Word, name: string, limits: Limits): number | undefined {
  const { min = 0, max } = limits;
  const word = line.take(option, `${min}-${max}`);
  if (word === undefined) return undefined;
  const value = unsigned(word.value, limits.base);
  line.bind(name, word, value === undefined ? Number.NaN : Number(value), "number");
  if (value !== undefined && value >= min && value <= max) return Number(value);
  const isNumber = value !== undefined || /^\s*-\d+$/.test(word.value);
  const message = isNumber ? fill(outside, word.value, min, String(max)) : fill(noNumber, word.value);
  if (limits.kept === true) line.report(word, message);
  else line.drop(word, message);
  return undefined;
}

/** An interface's name. Whether it exists is not known here. */
export function readInterface(line: Line, option: Word): Word | undefined {
  const word = line.take(option, "INTERFACE");
  if (word === undefined) return undefined;
  line.bind("dev", word, word.value, "string");
  const fault = interfaceFault(word.value);
  if (fault !== undefined) line.drop(word, fault);
  return word;
}

/** A bare address; undefined where it is none. */
export function readAddress(line: Line, option: Word, name: string, family?: Family): Family | undefined {
  const word = line.take(option, family === undefined ? "ADDRESS" : `IPv${family}`);
  return word === undefined ? undefined : addressWord(line, word, name, family);
}

/** Binds and checks a word that must be a bare address. */
export function addressWord(line: Line, word: Word, name: string, family?: Family): Family | undefined {
  line.bind(name, word, word.value, "number");
  const found = parseAddress(word.value);
  if (found !== undefined && (family === undefined || found.family === family)) return found.family;
  const bare = word.value.includes("/") && parseAddress(word.value.replace(/\/.*$/s, "")) !== undefined;
  if (found !== undefined) line.drop(word, fill(wrongFamily, word.value, family ?? 4));
  else line.drop(word, fill(bare ? noPrefixHere : noAddress, word.value));
  return undefined;
}

/** An address with an optional prefix length, checked: its family, or undefined where it is no address. */
export function checkPrefix(line: Line, word: Word): { family: Family; length: number } | undefined {
  const slash = word.value.indexOf("/");
  const written = slash < 0 ? word.value : word.value.slice(0, slash);
  const family = familyOf(word.value);
  const max = family === 4 ? 32 : 128;
  const found = parseAddress(written);
  const length = slash < 0 ? BigInt(max) : unsigned(word.value.slice(slash + 1));
  const fits = length !== undefined && length <= max;
  if (!fits) line.report(part(word, slash + 1), fill(badPrefix, word.value.slice(slash + 1), max));
  if (found?.family !== family) {
    line.drop(part(word, 0, written.length), fill(noAddress, written));
    return undefined;
  }
  return { family, length: fits ? Number(length) : max };
}

/** The family of `default`, `any` and `all` is open, that of `default6` is not. */
export const anyNetwork = ["default", "any", "all"];

/** A network, or a word for all of them; settles the line's family. */
export function networkWord(line: Line, state: FamilyState, word: Word, name: string): boolean {
  if (anyNetwork.includes(word.value)) {
    line.bind(name, word, word.value, "enumMember");
    if (state.family !== undefined) line.drop(word, fill(mixedDefault, word.value, state.family));
    return true;
  }
  if (word.value === "default6") {
    line.bind(name, word, word.value, "enumMember");
    settle(line, state, word, 6);
    return true;
  }
  line.bind(name, word, word.value, "number");
  const found = checkPrefix(line, word);
  if (found !== undefined) settle(line, state, word, found.family);
  return found !== undefined;
}

/** Notes the family that a word brings; the first one counts for the line. */
export function settle(line: Line, state: FamilyState, word: Word, family: Family): void {
  if (state.family === undefined) state.family = family;
  else if (state.family !== family) line.drop(word, fill(mixed, word.value, family, state.family));
}

/** One of a few words. The daemon keeps the line where another stands. */
export function readChoice(line: Line, option: Word, name: string, choices: readonly string[]): void {
  const word = line.take(option, choices.join("|"));
  if (word === undefined) return;
  line.bind(name, word, word.value, "enumMember");
  if (!choices.includes(word.value)) line.report(word, fill(noChoice, word.value, choices.join(", ")));
}

export interface NameOperand {
  readonly word: Word;
  /** The number, where it is known. */
  readonly id: number | undefined;
  readonly fault: "refused" | "doubtful" | undefined;
}

/** A number, or a name that iproute2's files may give one. */
export function readName(line: Line, option: Word, name: string, kind: NameKind): NameOperand | undefined {
  const word = line.take(option, kind.toUpperCase());
  if (word === undefined) return undefined;
  line.bind(name, word, word.value, tokenOf(word.value));
  return { word, ...checkName(line, word, kind) };
}

/** Checks the characters `from` … `to` of a word as such a number or name. */
export function checkName(
  line: Line,
  word: Word,
  kind: NameKind,
  from = 0,
  to = word.value.length,
): Omit<NameOperand, "word"> {
  const { id, fault, meant } = nameFault(word.value.slice(from, to), kind);
  if (fault === undefined) return { id, fault: undefined };
  const place = part(word, from, to);
  if (meant === undefined) {
    line.drop(place, fault);
    return { id, fault: "refused" };
  }
  line.report(place, fault, { severity: "warning", fixes: [line.replace(place, meant, "unsafe")] });
  return { id, fault: "doubtful" };
}

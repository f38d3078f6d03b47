/** Patterns of ACLs, as each match method reads them (src/pattern.c: pat_parse_*; src/tools.c: str2net, str62net). */
import { parseAddress } from "../../../net/address.ts";
import type { Finding } from "../../../schema/value.ts";
import { fill, list, type Text, text } from "../../../text/localized.ts";
import { operators, type PatternKind } from "../samples/methods.ts";
import { regexFault } from "./regex.ts";

const messages = {
  integer: text('"{0}" is neither a number nor a range such as 1:5', '"{0}"既不是整数，也不是 1:5 这样的区间'),
  sign: text('"{0}" is no operator here: write "{1}"', '此处"{0}"不是运算符，请写"{1}"'),
  operator: text('"{0}" is neither a number nor one of {1}', '"{0}"既不是整数，也不是 {1} 之一'),
  order: text('The range "{0}" ends before it begins', '区间"{0}"的终点小于起点'),
  version: text('"{0}" is no version such as 3.1', '"{0}"不是 3.1 这样的版本号'),
  address: text('"{0}" is neither an IP address nor a network', '"{0}"既不是 IP 地址也不是网段'),
  mask: text('"{0}" has a mask that is too long', '"{0}"的掩码无效'),
  resolved: text('"{0}" is resolved once, when the daemon starts', '"{0}"只在启动时解析一次'),
  unresolved: text('"{0}" is no address, and "-n" forbids names', '"{0}"不是地址，而"-n"禁止使用主机名'),
  hex: text('"{0}" is no even number of hexadecimal digits', '"{0}"不是偶数位的十六进制数'),
};

export interface Fault extends Pick<Finding, "message" | "severity"> {
  /** What should stand there instead. */
  readonly meant?: string;
}

export interface PatternContext {
  /** The operator before it, for numbers. */
  readonly operator: string;
  /** Names are not resolved. */
  readonly noNames: boolean;
}

/** What is wrong with a pattern. */
export function patternFault(kind: PatternKind, written: string, context: PatternContext): Fault | undefined {
  return checks[kind](written, context);
}

const checks: Readonly<Record<PatternKind, (written: string, context: PatternContext) => Fault | undefined>> = {
  none: () => undefined,
  string: () => undefined,
  integer: (written, { operator }) => signFault(written) ?? message(numberFault(written, operator)),
  length: (written, { operator }) => message(numberFault(written, operator)),
  version: (written) => message(versionFault(written)),
  address: (written, { noNames }) => addressFault(written, noNames),
  hex: (written) => message(/^(?:[0-9a-fA-F]{2})*$/.test(written) ? undefined : fill(messages.hex, written)),
  regex: (written) => message(regexFault(written)),
};

function message(found: Text | undefined): Fault | undefined {
  return found === undefined ? undefined : { message: found };
}

/** Operators of other languages. */
const signs: Readonly<Record<string, string>> = {
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
  "=": "eq",
  "==": "eq",
};

function signFault(written: string): Fault | undefined {
  const meant = signs[written];
  return meant === undefined ? undefined : { message: fill(messages.sign, written, meant), meant };
}

const largest = 2n ** 63n - 1n;

/** Digits that fit into 64 bits (strl2llrc). */
function readNumber(written: string): bigint | undefined {
  if (!/^-?\d*$/.test(written) || written === "") return undefined;
  const number = written === "-" ? 0n : BigInt(written);
  return number > largest || number < -largest ? undefined : number;
}

function numberFault(written: string, operator: string): Text | undefined {
  const separator = /[:-]/.exec(written)?.index;
  if (separator === undefined) {
    // With an operator, a fraction is cut off.
    const whole = operator === "eq" ? written : written.replace(/\..*$/s, "");
    if (readNumber(whole) !== undefined) return undefined;
    return /^[a-z]+$/i.test(written)
      ? fill(messages.operator, written, list(Object.keys(operators)))
      : fill(messages.integer, written);
  }
  const low = written.slice(0, separator);
  const high = written.slice(separator + 1);
  if (low === "" && high === "") return fill(messages.integer, written);
  const first = low === "" ? undefined : readNumber(low);
  const last = high === "" ? undefined : readNumber(high);
  if ((low !== "" && first === undefined) || (high !== "" && last === undefined))
    return fill(messages.integer, written);
  return first !== undefined && last !== undefined && first > last ? fill(messages.order, written) : undefined;
}

function versionFault(written: string): Text | undefined {
  const pieces = written.split(/[:-]/);
  const isVersion = (piece: string) =>
    /^\d+(?:\.\d+)?$/.test(piece) && piece.split(".").every((one) => Number(one) < 65_536);
  const isRange = pieces.length === 2 && pieces.some((piece) => piece !== "");
  const isRight = pieces.length === 1 || isRange;
  return isRight && pieces.every((piece) => (isRange && piece === "") || isVersion(piece))
    ? undefined
    : fill(messages.version, written);
}

function addressFault(written: string, noNames: boolean): Fault | undefined {
  const slash = written.lastIndexOf("/");
  const host = slash === -1 ? written : written.slice(0, slash);
  const mask = slash === -1 ? undefined : written.slice(slash + 1);
  const address = parseAddress(host);
  if (host.includes(":")) {
    if (address === undefined) return { message: fill(messages.address, written) };
    const isMask = mask === undefined || (/^\d+$/.test(mask) && Number(mask) <= 128);
    return isMask ? undefined : { message: fill(messages.mask, written) };
  }
  const isMask = mask === undefined || isMask4(mask);
  if (!isMask) return { message: fill(messages.mask, written) };
  if (address !== undefined) return undefined;
  if (noNames) return { message: fill(messages.unresolved, written) };
  if (isOldAddress(host)) return undefined;
  const isName = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*)$/.test(host) && !/^[0-9.]+$/.test(host);
  if (!isName) return { message: fill(messages.address, written) };
  return { message: fill(messages.resolved, written), severity: "information" };
}

function isMask4(mask: string): boolean {
  if (mask.includes(".")) return parseAddress(mask)?.family === 4;
  return /^\d+$/.test(mask) && Number(mask) <= 32;
}

/** The resolver of the C library takes addresses with less than four numbers, and hexadecimal ones (inet_aton). */
function isOldAddress(host: string): boolean {
  const pieces = host.split(".");
  if (pieces.length > 4 || !pieces.every((piece) => /^(?:0[xX][0-9a-fA-F]+|\d+)$/.test(piece))) return false;
  const numbers = pieces.map((piece) => (/^0\d/.test(piece) ? Number.parseInt(piece, 8) : Number(piece)));
  const room = 256 ** (5 - pieces.length);
  return numbers.every((number, index) => number < (index === pieces.length - 1 ? room : 256));
}

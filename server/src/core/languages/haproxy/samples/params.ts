/**
 * Arguments of fetches and converters: what kind the daemon reads (src/arg.c: make_arg_list), and what a function looks
 * at beyond that (the `val_args` functions beside the fetches and converters).
 */
import type { Scope } from "../../../schema/value.ts";
import { fill, list, type Text, text } from "../../../text/localized.ts";
import { isVariableName } from "./variableNames.ts";

export type ParamKind =
  | "string"
  | "integer"
  | "ipv4"
  | "ipv6"
  | "mask4"
  | "mask6"
  | "regex"
  | "field-number"
  | "table"
  | "server"
  | "backend"
  | "frontend"
  | "userlist";

export interface Param {
  readonly name: string;
  readonly kind: ParamKind;
  readonly optional?: true;
  /** What may be written, or the most frequent of it. */
  readonly values?: readonly string[];
  readonly refers?: Scope;
  readonly defines?: Scope;
  /** What is wrong with it, once its kind is right. */
  readonly check?: (written: string, version: string) => Text | undefined;
}

const messages = {
  choice: text('"{0}" is not one of {1}', '"{0}"不是有效值，可选：{1}'),
  range: text('"{0}" is not in the range {1} to {2}', '"{0}"超出范围，应为 {1} 到 {2}'),
  variable: text('"{0}" is no variable name such as txn.name', '"{0}"不是变量名，应形如 txn.name'),
  operand: text('"{0}" is neither a number nor a variable', '"{0}"既不是整数也不是变量'),
  empty: text("This argument must not be empty", "此参数不能为空"),
  zero: text("0 is no position: the first field is 1, the last is -1", "位置不能为 0：第一个字段是 1，最后一个是 -1"),
  base64: text('"{0}" is neither Base64 nor a variable', '"{0}"既不是 Base64 也不是变量'),
  length: text('"{0}" must be {1} characters long', '"{0}"的长度应为 {1} 个字符'),
  flags: text('"{0}" is no flag; only "i" and "g" are', '"{0}"不是有效标志，只能是"i"和"g"'),
  offset: text('"{0}" is no offset', '"{0}"不是有效的偏移量'),
  method: text('"{0}" is no HTTP method', '"{0}"不是 HTTP 方法'),
  hex: text('"{0}" is no even number of hexadecimal digits', '"{0}"不是偶数位的十六进制数'),
  block: text('"{0}" is neither a position nor head, tail or first', '"{0}"既不是位置也不是 head、tail、first'),
  tlv: text('"{0}" is neither a TLV type nor a number up to 255', '"{0}"既不是 TLV 类型名，也不是不超过 255 的数'),
  occurrence: text("Occurrences begin at -10", "出现次数最小为 -10"),
  address: text('"{0}" is no IP address', '"{0}"不是 IP 地址'),
};

type Check = NonNullable<Param["check"]>;

export function optional(param: Param): Param {
  return { ...param, optional: true };
}

export function string(name: string, check?: Check): Param {
  return { name, kind: "string", ...(check === undefined ? {} : { check }) };
}

/** Text of which some is frequent. */
export function suggested(name: string, values: readonly string[]): Param {
  return { name, kind: "string", values };
}

export function integer(name: string, check?: Check): Param {
  return { name, kind: "integer", ...(check === undefined ? {} : { check }) };
}

export function integerIn(name: string, values: readonly number[]): Param {
  const written = values.map(String);
  return {
    name,
    kind: "integer",
    values: written,
    check: (value) => (values.includes(readInteger(value)) ? undefined : fill(messages.choice, value, list(written))),
  };
}

export function between(name: string, min: number, max: number): Param {
  return integer(name, (value) => {
    const number = readInteger(value);
    return number >= min && number <= max ? undefined : fill(messages.range, value, min, max);
  });
}

/** The number that read_int64 makes of it: a lone sign is 0. */
export function readInteger(value: string): number {
  return /^[+-]?$/.test(value) ? 0 : Number(value);
}

/** One of some words; an empty one only where they hold it. */
export function oneOf(
  name: string,
  values: readonly string[],
  options: { ignoreCase?: true; empty?: true } = {},
): Param {
  const folded = values.map((value) => value.toLowerCase());
  const isIn = (value: string) =>
    (options.empty === true && value === "") ||
    (options.ignoreCase === true ? folded.includes(value.toLowerCase()) : values.includes(value));
  return {
    name,
    kind: "string",
    values,
    check: (value) => (isIn(value) ? undefined : fill(messages.choice, value, list(values))),
  };
}

/** A variable that was set elsewhere. */
export function variable(name: string): Param {
  return {
    ...string(name, (value, version) => (isVariableName(value, version) ? undefined : fill(messages.variable, value))),
    refers: "variable",
  };
}

/** As `variable`, or nothing. */
export function maybeVariable(name: string): Param {
  const { check } = variable(name);
  return { ...variable(name), check: (value, version) => (value === "" ? undefined : check?.(value, version)) };
}

/** A variable that gets its value here. */
export function newVariable(name: string): Param {
  const { refers: _, ...rest } = variable(name);
  return { ...rest, defines: "variable" };
}

/** A number or a variable that holds one; `min` is for numbers. */
export function operand(name: string, min = Number.NEGATIVE_INFINITY): Param {
  return {
    ...string(name, (value, version) => {
      if (isVariableName(value, version)) return undefined;
      if (!/^[+-]?\d*$/.test(value)) return fill(messages.operand, value);
      return readInteger(value) >= min ? undefined : fill(messages.range, value, min, "2^63");
    }),
    refers: "variable",
  };
}

/** Base64, a variable that holds it, or nothing (src/sample.c: sample_check_arg_base64). */
export function base64(name: string): Param {
  return {
    ...string(name, (value, version) => {
      if (isVariableName(value, version)) return undefined;
      const isBase64 = value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
      return isBase64 ? undefined : fill(messages.base64, value);
    }),
    refers: "variable",
  };
}

export function filled(name: string): Param {
  return string(name, (value) => (value === "" ? messages.empty : undefined));
}

/** Which field of many; they are counted from 1, or from -1 at the end. */
export function position(name: string): Param {
  return integer(name, (value) => (readInteger(value) === 0 ? messages.zero : undefined));
}

/** Which of several headers of a name (src/http_fetch.c: val_hdr). */
export function occurrence(name: string): Param {
  return integer(name, (value) => (readInteger(value) < -10 ? messages.occurrence : undefined));
}

export function exactly(name: string, length: number): Param {
  return string(name, (value) => (value.length === length ? undefined : fill(messages.length, value, length)));
}

/** One character; newer versions also take its code, `0x26` (src/sample.c: sample_conv_param_check). */
export function character(name: string): Param {
  return string(name, (value) =>
    value.length === 1 || /^0x[0-9a-f]{1,2}$/i.test(value) ? undefined : fill(messages.length, value, 1),
  );
}

export function regexFlags(name: string): Param {
  return {
    ...string(name, (value) => (/^[ig]*$/.test(value) ? undefined : fill(messages.flags, value))),
    values: ["i", "g", "ig"],
  };
}

/** An offset that may count from another one, with a sign (src/payload.c: val_payload_lv). */
export function offset(name: string): Param {
  return string(name, (value) => (/^[+-]?\d*$/.test(value) ? undefined : fill(messages.offset, value)));
}

/** Bytes in hexadecimal (src/sample.c: smp_check_const_bin). */
export function hexDigits(name: string): Param {
  return string(name, (value) => (/^(?:[0-9a-fA-F]{2})+$/.test(value) ? undefined : fill(messages.hex, value)));
}

/** A token of RFC 9110 (src/sample.c: smp_check_const_meth). */
export function method(name: string): Param {
  return {
    ...string(name, (value) =>
      /^[!#$%&'*+.^_`|~0-9A-Za-z-]*$/.test(value) ? undefined : fill(messages.method, value),
    ),
    values: ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PATCH"],
  };
}

/** A block of an HTX message (src/http_htx.c: val_blk_arg). */
export function block(name: string): Param {
  return {
    ...string(name, (value) => (/^(?:head|tail|first|\d+)$/.test(value) ? undefined : fill(messages.block, value))),
    values: ["head", "tail", "first"],
  };
}

const tlvTypes = [
  "ALPN",
  "AUTHORITY",
  "CRC32C",
  "NOOP",
  "UNIQUE_ID",
  "SSL",
  "SSL_VERSION",
  "SSL_CN",
  "SSL_CIPHER",
  "SSL_SIG_ALG",
  "SSL_KEY_ALG",
  "NETNS",
];

/** A type of the PROXY protocol's extensions (src/connection.c: smp_check_tlv_type). */
export function tlv(name: string): Param {
  const isNumber = (value: string) =>
    /^(?:0[xX][0-9a-fA-F]+|\d*)$/.test(value) &&
    (/^0\d/.test(value) ? Number.parseInt(value, 8) : Number(value)) <= 255;
  return {
    ...string(name, (value) =>
      tlvTypes.includes(value.toUpperCase()) || isNumber(value) ? undefined : fill(messages.tlv, value),
    ),
    values: tlvTypes,
  };
}

export const table: Param = { name: "table", kind: "table" };
export const server: Param = { name: "[backend/]server", kind: "server" };
export const backend: Param = { name: "backend", kind: "backend" };
export const frontend: Param = { name: "frontend", kind: "frontend" };
export const userlist: Param = { name: "userlist", kind: "userlist" };

export function regex(name: string): Param {
  return { name, kind: "regex" };
}

export function ipv4(name: string): Param {
  return { name, kind: "ipv4" };
}

export function ipv6(name: string): Param {
  return { name, kind: "ipv6" };
}

export function mask4(name: string): Param {
  return { name, kind: "mask4", values: ["24", "16", "8"] };
}

export function mask6(name: string): Param {
  return { name, kind: "mask6", values: ["64", "56", "48"] };
}

export function fieldNumber(name: string): Param {
  return { name, kind: "field-number" };
}

/** A name of an ACL of the section, perhaps with `!`. */
export function aclName(name: string): Param {
  return { ...filled(name), refers: "acl" };
}

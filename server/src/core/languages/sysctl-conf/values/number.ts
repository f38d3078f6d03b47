/**
 * Numbers as /proc/sys takes them (kernel/sysctl.c, proc_get_long): decimal, 0x… or octal behind a leading zero, with
 * a minus sign where the range allows one. What is outside of the kernel's range is refused; what no code of the kernel
 * tells apart from another value is taken and means nothing.
 */

import type { Value } from "../../../schema/value.ts";
import { fill, list, type Text, text } from "../../../text/localized.ts";

/** One value with a meaning of its own. */
export interface Meaning {
  readonly value: number;
  readonly doc: Text;
}

export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
  /** All values that mean something, where these are few. */
  readonly meanings?: readonly Meaning[];
  /** Below this it is taken and makes no sense. */
  readonly least?: number;
}

const messages = {
  noNumber: text('Expected a whole number, not "{0}"', '此处应为整数，而不是"{0}"'),
  outside: text('"{0}" is not in the range {1} to {2}', '"{0}"超出范围，应为 {1} 到 {2}'),
  meaningless: text('"{0}" has no meaning of its own here; known: {1}', '"{0}"在此没有意义，已知的值：{1}'),
  tooLow: text('"{0}" makes no sense here: the least is {1}', '"{0}"在此没有意义，最小为 {1}'),
  octal: text('"{0}" is octal for {1}', '"{0}"是八进制，等于 {1}'),
};

/** A number of the kernel's, or undefined where the kernel would not read one. */
export function readNumber(word: string): number | undefined {
  const found = /^(-?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.exec(word);
  const [, sign = "", digits = ""] = found ?? [];
  if (found === null) return undefined;
  const isOctal = /^0[0-7]+$/.test(digits);
  const size = isOctal ? Number.parseInt(digits, 8) : Number(digits);
  return sign === "-" ? -size : size;
}

/** A whole number with the limits that the kernel checks, and those that make sense. */
export function number(limits: Limits): Value {
  const { meanings, min, max, unit, least } = limits;
  const known = meanings?.map(({ value }) => String(value)) ?? [];
  const low = Math.max(min, least ?? min);
  return {
    signature: known.length > 0 ? known.join("|") : `${low}-${max}`,
    token: "number",
    ...(unit === undefined ? {} : { unit }),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const data = readNumber(word.value);
      const { start, end } = word;
      const at = { start, end };
      if (data === undefined) {
        reader.report({ code: "invalid-value", ...at, message: fill(messages.noNumber, word.value) });
      } else if (data < min || data > max) {
        reader.report({ code: "invalid-value", ...at, message: fill(messages.outside, word.value, low, max) });
      } else if (meanings !== undefined && !meanings.some(({ value }) => value === data)) {
        const message = fill(messages.meaningless, word.value, list(known));
        reader.report({ code: "meaningless-value", ...at, message, severity: "warning" });
      } else if (data < low) {
        const message = fill(messages.tooLow, word.value, low);
        reader.report({ code: "meaningless-value", ...at, message, severity: "warning" });
      } else if (/^-?0[0-7]+$/.test(word.value) && data !== 0) {
        const message = fill(messages.octal, word.value, data);
        reader.report({ code: "meaningless-value", ...at, message, severity: "warning" });
      }
      reader.bind({ name, word, data: data ?? word.value, token: "number" });
    },
    suggest: () => (meanings ?? []).map(({ value, doc }) => ({ label: String(value), kind: "value" as const, doc })),
    describe: (word) => meanings?.find(({ value }) => value === readNumber(word.value))?.doc,
  };
}

/** Whole and decimal numbers in a range. */
import { fill, type Text, text } from "../../text/localized.ts";
import type { Value } from "../value.ts";

export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
  readonly hint?: Text;
}

const outside = text('"{0}" is not in the range {1} to {2}', '"{0}"超出范围，应为 {1} 到 {2}');
const noInteger = text('Expected a whole number, not "{0}"', '此处应为整数，而不是"{0}"');
const noDecimal = text('Expected a number such as 1.5, not "{0}"', '此处应为数字（如 1.5），而不是"{0}"');
const tooFine = text('"{0}" has more than {1} decimal places', '"{0}"的小数位数超过 {1} 位');

/**
 * A whole number in base 10, both limits included. The whole word must be the number: `100;` and `0x64` are not
 * (lib/parser.c: read_int_func).
 */
export function integer(limits: Limits): Value {
  return {
    ...common(limits),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const data = Number(word.value.trim());
      if (!/^\s*(?:[+-]?\d+)?$/.test(word.value)) {
        reader.report({ code: "invalid-value", ...word, message: fill(noInteger, word.value) });
      } else if (data < limits.min || data > limits.max || (limits.min >= 0 && word.value.includes("-"))) {
        reader.report({ code: "invalid-value", ...word, message: outsideMessage(word.value, limits) });
      }
      reader.bind({ name, word, data, token: "number" });
    },
  };
}

/**
 * Digits with an optional fraction of at most `places` digits; no sign, exponent or unit
 * (lib/parser.c: read_decimal_unsigned_strvec).
 */
export function decimal(limits: Limits & { readonly places: number }): Value {
  return {
    ...common(limits),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const data = Number(word.value.trim());
      const fraction = /^\s*(?:\d+(?:\.(\d*))?|\.(\d+))$/.exec(word.value);
      if (fraction === null) {
        reader.report({ code: "invalid-value", ...word, message: fill(noDecimal, word.value) });
      } else if ((fraction[1] ?? fraction[2] ?? "").length > limits.places) {
        reader.report({ code: "invalid-value", ...word, message: fill(tooFine, word.value, limits.places) });
      } else if (data < limits.min || data > limits.max) {
        reader.report({ code: "invalid-value", ...word, message: outsideMessage(word.value, limits) });
      }
      reader.bind({ name, word, data, token: "number" });
    },
  };
}

function common(limits: Limits): Pick<Value, "signature" | "token" | "unit" | "hint"> {
  return {
    signature: `${plain(limits.min)}-${plain(limits.max)}`,
    token: "number",
    ...(limits.unit === undefined ? {} : { unit: limits.unit }),
    ...(limits.hint === undefined ? {} : { hint: limits.hint }),
  };
}

function outsideMessage(word: string, limits: Limits): Text {
  return fill(outside, word, plain(limits.min), plain(limits.max));
}

/** A limit without an exponent: 0.000001 and not 1e-6. */
function plain(value: number): string {
  return Math.abs(value) >= 1 || value === 0 ? String(value) : value.toFixed(6).replace(/0+$/, "");
}

/** Whole numbers, as strictly as each keyword reads them. */

import type { Value } from "../../../schema/value.ts";
import { fill, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";

export interface IntegerLimits {
  readonly min?: number;
  readonly max?: number;
  /** Numbers within the limits that are refused all the same, both ends included. */
  readonly except?: readonly [number, number];
  readonly unit?: string;
  /**
   * What the daemon refuses. `number`: anything that is no number, and numbers outside the limits. `limits`: only those,
   * for `atol` makes some number of any word. `nothing`: it takes every word.
   */
  readonly refuses?: "number" | "limits" | "nothing";
  /** From this version on it refuses all that is no number. */
  readonly strictSince?: string;
  /** `0x10` and `020` are numbers too (strtoul with base 0). */
  readonly anyBase?: boolean;
  readonly signature?: string;
}

const noNumber = text('Expected a whole number, not "{0}"', '此处应为整数，而不是"{0}"');
const readAs = text('"{0}" is no whole number; it is read as {1}', '"{0}"不是整数，会被读作 {1}');
const below = text('"{0}" is too small: at least {1}', '"{0}"过小，最小为 {1}');
const excepted = text('"{0}" is not allowed: no number from {1} to {2} is', '不允许"{0}"：{1} 到 {2} 之间的数都不可用');
const above = text('"{0}" is too large: at most {1}', '"{0}"过大，最大为 {1}');

/** A whole number. Most keywords read theirs with `atol`, which takes the digits in front and ignores the rest. */
export function integer(limits: IntegerLimits = {}): Value {
  const { min, max, strictSince } = limits;
  return {
    signature: limits.signature ?? (min === undefined || max === undefined ? "NUMBER" : `${min}-${max}`),
    token: "number",
    ...(limits.unit === undefined ? {} : { unit: limits.unit }),
    accepts: (word) => /^[+-]?\d/.test(word.value),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const isStrict = strictSince !== undefined && atLeast(reader.version, strictSince);
      const refuses = isStrict ? "number" : (limits.refuses ?? "limits");
      const isHex = limits.anyBase === true && /^0x[0-9a-f]+$/i.test(word.value);
      const data = isHex ? Number(word.value) : Number(/^\s*[+-]?\d+/.exec(word.value)?.[0] ?? 0);
      const isWhole = isHex || /^\s*[+-]?\d+$/.test(word.value);
      const isOutside = (min !== undefined && data < min) || (max !== undefined && data > max);
      const [from, to] = limits.except ?? [1, 0];
      if (data >= from && data <= to) {
        const message = isWhole ? fill(excepted, word.value, from, to) : fill(noNumber, word.value);
        reader.report({ code: "invalid-value", ...word, message });
      } else if (!isWhole && (refuses === "number" || (isOutside && refuses === "limits"))) {
        reader.report({ code: "invalid-value", ...word, message: fill(noNumber, word.value) });
      } else if (!isWhole) {
        const message = fill(readAs, word.value, data);
        reader.report({ code: "lenient-value", ...word, message, severity: "warning" });
      } else if (isOutside) {
        const message =
          min !== undefined && data < min ? fill(below, word.value, min) : fill(above, word.value, max ?? 0);
        const severity = refuses === "nothing" ? "warning" : "error";
        reader.report({ code: "invalid-value", ...word, message, severity });
      }
      reader.bind({ name, word, data, token: "number" });
    },
  };
}

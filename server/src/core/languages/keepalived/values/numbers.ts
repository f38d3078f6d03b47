/**
 * Numbers as the daemon's C library reads them. That differs from what one expects in small ways: an empty word is 0,
 * a plus sign is welcome, and where the base is free a leading 0 means octal.
 */

/** 10, 16, or 0 for "as the prefix says": `0x1f`, `017`, `15`. */
export type Base = 0 | 10 | 16;

export interface Scan {
  readonly value: bigint;
  /** What stands after the number; the whole text where there is no digit. */
  readonly rest: string;
}

const digits = { 8: "[0-7]", 10: "[0-9]", 16: "[0-9a-fA-F]" };

/** The number that `text` begins with; 0 where it begins with none. */
export function scan(text: string, base: Base): Scan {
  const [, sign = "", body = ""] = /^[ \t\n\v\f\r]*([+-]?)(.*)$/s.exec(text) ?? [];
  const hex = base !== 10 && /^0[xX][0-9a-fA-F]/.test(body);
  const radix = hex || base === 16 ? 16 : base === 0 && body.startsWith("0") ? 8 : 10;
  const tail = hex ? body.slice(2) : body;
  const [written = ""] = new RegExp(`^${digits[radix]}*`).exec(tail) ?? [];
  if (written === "") return { value: 0n, rest: text };
  const prefix = radix === 16 ? "0x" : radix === 8 ? "0o" : "";
  const value = BigInt(prefix + written);
  return { value: sign === "-" ? -value : value, rest: tail.slice(written.length) };
}

/** The whole word as a number that is not negative, or undefined. */
export function unsigned(text: string, base: Base = 10): bigint | undefined {
  if (/^[ \t\n\v\f\r]*-/.test(text)) return undefined;
  const found = scan(text.replace(/^[ \t\n\v\f\r]+/, ""), base);
  return found.rest === "" ? found.value : undefined;
}

/** The whole word as a number of either sign, or undefined. */
export function signed(text: string): bigint | undefined {
  const found = scan(text, 10);
  return found.rest === "" ? found.value : undefined;
}

/**
 * The whole word as a decimal number, in units of its last allowed place: `1.5` with three places is 1500.
 * More places than that are reported by the daemon, so they are undefined here.
 */
export function decimal(text: string, places: number): bigint | undefined {
  if (text.startsWith("-")) return undefined;
  const point = text.indexOf(".");
  const fraction = point < 0 ? "" : text.slice(point + 1);
  if (fraction.length > places) return undefined;
  const value = signed((point < 0 ? text : text.slice(0, point)) + fraction.padEnd(places, "0"));
  return value === undefined || value < 0n ? undefined : value;
}

/** Times and sizes as parse_time_err and parse_size_err of src/tools.c read them. */

/** Milliseconds in each unit of time. */
const units: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

export type TimeUnit = "us" | "ms" | "s" | "m" | "h" | "d";

export interface Quantity {
  /** Milliseconds or bytes; absent with an error, but for "trailing". */
  readonly value: number | undefined;
  /** As written; empty where the default applies. */
  readonly unit: string;
  /**
   * - `empty`: no text
   * - `character`: it does not begin with a digit
   * - `unit`: no unit that the daemon knows
   * - `trailing`: more behind the unit; for a time the daemon only warns
   * - `overflow`: too large
   */
  readonly error?: "empty" | "character" | "unit" | "trailing" | "overflow";
  /** Where in the text the error begins. */
  readonly errorAt?: number;
}

/** A time in milliseconds. A bare number counts `defaultUnit`, in which the daemon also keeps it, in 31 bits. */
export function parseTime(text: string, defaultUnit: TimeUnit = "ms"): Quantity {
  const digits = /^[0-9]*/.exec(text)?.[0].length ?? 0;
  if (digits === 0) return failed(text === "" ? "empty" : "character", "", 0);
  const unit = /^(?:us|ms|[smhd])?/.exec(text.slice(digits))?.[0] ?? "";
  const behind = digits + unit.length;
  if (unit === "" && behind < text.length) return failed("unit", text.slice(behind), behind);
  const base = units[defaultUnit] ?? 1;
  const value = Number(text.slice(0, digits)) * (unit === "" ? base : (units[unit] ?? 1));
  // The daemon rounds up.
  if (Math.ceil(value / base) > 0x7fffffff) return failed("overflow", unit, 0);
  return behind < text.length ? { value, unit, error: "trailing", errorAt: behind } : { value, unit };
}

/** Bytes in each unit of size. Units above `g` came with 3.x and only for some keywords. */
const sizes: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40, p: 2 ** 50 };

/** A size in bytes; `largest` is what fits, and tells whether `t` and `p` are units. */
export function parseSize(text: string, largest = 0xffffffff): Quantity {
  const digits = /^[0-9]*/.exec(text)?.[0].length ?? 0;
  if (digits === 0) return failed(text === "" ? "empty" : "character", "", 0);
  const unit = text.charAt(digits);
  const factor = unit === "" ? 1 : sizes[unit.toLowerCase()];
  const known = factor !== undefined && (factor <= 2 ** 30 || largest > 0xffffffff);
  if (!known) return failed("unit", text.slice(digits), digits);
  if (digits + 1 < text.length) return failed("trailing", unit, digits + 1);
  const value = Number(text.slice(0, digits)) * factor;
  return value > largest ? failed("overflow", unit, 0) : { value, unit };
}

function failed(error: NonNullable<Quantity["error"]>, unit: string, errorAt: number): Quantity {
  return { value: undefined, unit, error, errorAt };
}

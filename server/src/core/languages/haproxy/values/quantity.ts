/** Times and sizes (src/tools.c: parse_time_err, parse_size_err). */

import { titles } from "../../../schema/fixTitles.ts";
import type { Reader, Value } from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import { parseSize, parseTime, type Quantity, type TimeUnit } from "../syntax/quantities.ts";

export interface TimeLimits {
  /** In milliseconds. */
  readonly min?: number;
  readonly max?: number;
  /** What a bare number counts; milliseconds where absent. */
  readonly unit?: TimeUnit;
  /** The daemon warns of small numbers without a unit (include/haproxy/tools.h: warn_if_lower). */
  readonly suspicious?: boolean;
}

/** Bare numbers below this are suspiciously small, for the daemon itself since 3.1. */
const smallest = 100;
const complainsSince = "3.1";

const messages = {
  small: text('"{0}" means {0} milliseconds here; write the unit', '"{0}"在此处表示 {0} 毫秒，请写明单位'),
  character: text('Expected a time such as 30s, not "{0}"', '此处应为时间（如 30s），而不是"{0}"'),
  sizeCharacter: text('Expected a size such as 16k, not "{0}"', '此处应为大小（如 16k），而不是"{0}"'),
  unit: text(
    '"{0}" has no unit of time that HAProxy knows: us, ms, s, m, h or d',
    '"{0}"的时间单位无效，可选：us、ms、s、m、h、d',
  ),
  sizeUnit: text('"{0}" has no unit of size that HAProxy knows: k, m or g', '"{0}"的大小单位无效，可选：k、m、g'),
  apart: text('"{0}" must be one word', '"{0}"必须写成一个单词'),
  tooSmall: text('"{0}" is too small: at least {1}', '"{0}"过小，最小为 {1}'),
  tooLarge: text('"{0}" is too large: at most {1}', '"{0}"过大，最大为 {1}'),
  trailing: text('What follows the unit in "{0}" is ignored', '"{0}"中单位之后的内容会被忽略'),
  overflow: text('"{0}" is too long: at most 24 days and 20 hours', '"{0}"过大，最长约 24 天 20 小时'),
  sizeOverflow: text('"{0}" is too large', '"{0}"过大'),
  below: text('"{0}" is too short: at least {1}', '"{0}"过短，最短为 {1}'),
  above: text('"{0}" is too long: at most {1}', '"{0}"过长，最长为 {1}'),
};

/** A time; its data is in milliseconds. */
export function time(limits: TimeLimits = {}): Value {
  const { unit = "ms", min, max } = limits;
  return {
    signature: "TIME",
    needs: "TIME (30s)",
    token: "number",
    unit,
    accepts: (word) => /^\d/.test(word.value),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const read = parseTime(word.value, unit);
      const ms = read.value ?? Number.NaN;
      if (read.error !== undefined) timeError(reader, word, read);
      else if (min !== undefined && Math.ceil(ms) < min) {
        reader.report({ code: "invalid-value", ...word, message: fill(messages.below, word.value, written(min)) });
      } else if (max !== undefined && ms > max) {
        reader.report({ code: "invalid-value", ...word, message: fill(messages.above, word.value, written(max)) });
      }
      if (limits.suspicious === true && /^\d+$/.test(word.value) && ms > 0 && ms < smallest) small(reader, word);
      reader.bind({ name, word, data: ms, token: "number" });
    },
    suggest: (_before, { typed }) =>
      /^\d+$/.test(typed)
        ? ["ms", "s", "m", "h", "d"].map((one) => ({ label: typed + one, kind: "value" as const }))
        : [],
    describe: (word) => described(word.value, unit),
    leftover: joinUnit,
  };
}

/** `30 s`: the unit stands apart. */
function joinUnit(reader: Reader): boolean {
  const { last } = reader;
  const word = reader.peek();
  if (last === undefined || word === undefined || !/^\d+(?:[.,]\d+)?$/.test(last.value)) return false;
  const meant = meantTime(last.value + word.value);
  if (meant === undefined || reader.left().length > 1) return false;
  reader.next();
  const range = { start: last.start, end: word.end };
  reader.report({
    code: "invalid-value",
    ...range,
    message: fill(messages.apart, `${last.value} ${word.value}`),
    fixes: [{ title: fill(titles.replace, meant), safety: "safe", edits: [reader.edit(range, meant)] }],
  });
  return true;
}

/** Old examples of other daemons count in seconds, so that is what most people mean. */
function small(reader: Reader, word: Word): void {
  reader.report({
    code: "time-without-unit",
    ...word,
    message: fill(messages.small, word.value),
    severity: atLeast(reader.version, complainsSince) ? "warning" : "information",
    fixes: [replaceBy(word, `${word.value}s`, reader), replaceBy(word, `${word.value}ms`, reader)],
  });
}

function timeError(reader: Reader, word: Word, { error, value }: Quantity): void {
  if (error === "trailing") {
    const fix = /^\d+(?:us|ms|[smhd])/.exec(word.value)?.[0] ?? "";
    reader.report({
      code: "lenient-value",
      ...word,
      message: fill(messages.trailing, word.value),
      severity: "warning",
      fixes: [replaceBy(word, fix, reader)],
    });
    return;
  }
  const message = error === "overflow" ? messages.overflow : error === "unit" ? messages.unit : messages.character;
  const meant = value === undefined && error === "unit" ? meantTime(word.value) : undefined;
  reader.report({
    code: "invalid-value",
    ...word,
    message: fill(message, word.value),
    ...(meant === undefined ? {} : { fixes: [replaceBy(word, meant, reader)] }),
  });
}

/** `5sec`, `10min`, `1.5s`: how people write times elsewhere. */
function meantTime(written: string): string | undefined {
  const decimal = /^(\d+)[.,](\d{1,3})(s|m|h|d)$/.exec(written);
  if (decimal !== null) {
    const factor = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[decimal[3] ?? "s"] ?? 1;
    return `${Math.round(Number(`${decimal[1]}.${decimal[2]}`) * factor)}ms`;
  }
  const [, digits, unit] = /^(\d+)\s*(ms|s|m|h|d)[a-z]*$/i.exec(written) ?? [];
  return digits === undefined || unit === undefined ? undefined : digits + unit.toLowerCase();
}

/** What a bare number amounts to. */
function described(value: string, unit: TimeUnit): Text | undefined {
  const read = parseTime(value, unit);
  if (read.value === undefined || read.unit !== "") return undefined;
  return text(`= ${written(read.value)}`, `= ${written(read.value)}`);
}

/** A time as a person would write it. */
function written(ms: number): string {
  for (const [unit, size] of [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["m", 60_000],
    ["s", 1000],
    ["ms", 1],
  ] as const) {
    if (ms >= size && ms % size === 0) return `${ms / size}${unit}`;
  }
  return `${Math.round(ms * 1000)}us`;
}

/** A size; its data is in bytes. Sizes above 4 GB came with 3.1. */
export function size(limits: { readonly min?: number; readonly max?: number; readonly wide?: boolean } = {}): Value {
  const { min, max, wide = false } = limits;
  return {
    signature: "SIZE",
    needs: "SIZE (16k)",
    token: "number",
    unit: "bytes",
    accepts: (word) => /^\d/.test(word.value),
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const largest = wide && atLeast(reader.version, "3.1") ? Number.MAX_SAFE_INTEGER : undefined;
      const read = parseSize(word.value, largest);
      const bytes = read.value ?? Number.NaN;
      if (read.error !== undefined) {
        const message =
          read.error === "overflow"
            ? messages.sizeOverflow
            : read.error === "character"
              ? messages.sizeCharacter
              : messages.sizeUnit;
        const [, meant] = /^(\d+[kmg])i?b(?:ytes)?$/i.exec(word.value) ?? [];
        reader.report({
          code: "invalid-value",
          ...word,
          message: fill(message, word.value),
          ...(meant === undefined ? {} : { fixes: [replaceBy(word, meant.toLowerCase(), reader)] }),
        });
      } else if (min !== undefined && bytes < min) {
        reader.report({ code: "invalid-value", ...word, message: fill(messages.tooSmall, word.value, min) });
      } else if (max !== undefined && bytes > max) {
        reader.report({ code: "invalid-value", ...word, message: fill(messages.tooLarge, word.value, max) });
      }
      reader.bind({ name, word, data: bytes, token: "number" });
    },
  };
}

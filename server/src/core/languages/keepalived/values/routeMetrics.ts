/** The options of a route that hold a number or a time for the kernel. */
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { atLeast } from "../../../text/version.ts";
import type { Line, Option } from "./line.ts";
import { decimal } from "./numbers.ts";
import { readNumber, u32 } from "./operands.ts";

const noTime = text(
  '"{0}" is not a time such as 250ms or 1.5s, at most 120s',
  '"{0}"不是有效的时间（如 250ms、1.5s，最大 120s）',
);
const tooShort = text('"{0}" is raised to the least possible value, 200ms', '"{0}"会被提高到最小值 200ms');
const tooLong = text('"{0}" is reduced to the greatest possible value, 120s', '"{0}"会被降低到最大值 120s');

const [least, most] = [200n, 120_000n];

export function number(name: string, max: number, doc: Text, aliases: readonly string[] = []): Option<unknown> {
  return {
    name,
    aliases,
    value: `0-${max}`,
    doc,
    read: (line, _state, option) => readNumber(line, option, name, { max }),
  };
}

/** A metric that `lock` makes immune to path discovery. */
export function metric(name: string, doc: Text): Option<unknown> {
  const read = (line: Line, option: Word) => readNumber(line, option, name, { max: u32 });
  return {
    name,
    value: `[lock] 0-${u32}`,
    examples: ["lock"],
    doc,
    read: (line, _s, option) => locked(line, option, read),
  };
}

/** A time, of which the daemon counts `units` in a millisecond. */
export function time(name: string, units: number, doc: Text): Option<unknown> {
  const read = (line: Line, option: Word) => {
    const word = line.take(option, "TIME");
    if (word === undefined) return;
    line.bind(name, word, word.value, "number");
    const value = timeOf(word.value, units);
    if (value === undefined) line.drop(word, fill(noTime, word.value));
    // Older ones only log what they change.
    else if (!atLeast(line.reader.version, "2.2.8")) return;
    else if (value < least * BigInt(units)) line.report(word, fill(tooShort, word.value));
    else if (value > most * BigInt(units)) line.report(word, fill(tooLong, word.value));
  };
  return {
    name,
    value: "[lock] TIME",
    examples: ["lock"],
    doc,
    read: (line, _s, option) => locked(line, option, read),
  };
}

export function locked(line: Line, option: Word, read: (line: Line, option: Word) => void): void {
  const lock = line.reader.peek();
  if (lock?.value !== "lock") {
    read(line, option);
    return;
  }
  line.reader.next();
  line.bind("lock", lock, true, "property");
  read(line, lock);
}

/** Seconds (`s`, `sec`, `secs`) or milliseconds (`ms` …), or a bare number of units. */
function timeOf(word: string, units: number): bigint | undefined {
  const written = word.replace(/^[ \t\n\v\f\r]+/, "");
  const [, amount = "", milli, unit] = /^([^sS]*?)([mM]?)([sS].*)?$/s.exec(written) ?? [];
  const bare = unit === undefined;
  if (!bare && (!/^s(?:ecs?)?$/i.test(unit) || amount === "")) return undefined;
  const value = bare ? decimal(written, 0) : decimal(amount, milli === "" ? 3 : 0);
  // The limit is meant for bare numbers but is held against milliseconds too.
  if (value === undefined || value > most * BigInt(units)) return undefined;
  return bare ? value : value * BigInt(units);
}

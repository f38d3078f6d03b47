/** The heads of loops: `~SEQ(var, start, step, end)`, `~SEQx(…)`, `~LST(…)` (lib/parser.c: add_seq, add_lst). */

export interface Rounds {
  /** How often the loop runs. */
  readonly total: number;
  /** The definitions of each round, of the first `limit`. */
  values(limit: number): Iterable<readonly (readonly [name: string, value: string])[]>;
}

/** The rounds that a loop's head asks for, or undefined where the daemon would refuse the head. */
export function loopRounds(head: string): Rounds | undefined {
  const parts = /^~(SEQx?|LST)[ \t]*\(([^)]*)\)$/.exec(head);
  if (parts === null) return undefined;
  const [, kind, inside = ""] = parts;
  return kind === "LST" ? listRounds(inside) : sequenceRounds(inside, kind === "SEQx");
}

function sequenceRounds(inside: string, hexadecimal: boolean): Rounds | undefined {
  const [name = "", ...texts] = inside.split(",").map((part) => part.trim());
  const numbers = texts.map(parseBase0);
  // Any name will do, but only one that a definition may have can be used.
  if (!/^[^{ \t][^ \t]*$/.test(name) || numbers.length < 1 || numbers.length > 3) return undefined;
  if (numbers.some((number) => Number.isNaN(number))) return undefined;
  const end = numbers.at(-1) ?? 0;
  const start = numbers.length > 1 ? (numbers[0] ?? 0) : end < 0 ? -1 : 1;
  const step = numbers.length === 3 ? (numbers[1] ?? 0) : start <= end ? 1 : -1;
  if (step === 0 || (end - start) * step < 0) return undefined;
  if (hexadecimal && (start < 0 || end < 0)) return undefined;
  const total = Math.floor((end - start) / step) + 1;
  return {
    total,
    *values(limit) {
      for (let round = 0; round < Math.min(total, limit); round++) {
        const value = start + round * step;
        yield [[name, value.toString(hexadecimal ? 16 : 10)]];
      }
    },
  };
}

/** Decimal, `0x` or leading-zero octal, as strtol does with base 0; nothing is 0. */
function parseBase0(text: string): number {
  if (text === "") return 0;
  const match = /^([+-]?)(0x[\da-f]+|\d+)$/i.exec(text);
  if (match === null) return Number.NaN;
  const digits = match[2] ?? "";
  const octal = /^0\d+$/.test(digits);
  const size = octal ? (/[89]/.test(digits) ? Number.NaN : Number.parseInt(digits, 8)) : Number(digits);
  return match[1] === "-" ? -size : size;
}

/** `var, v1, v2 …`, or `{v1,v2}, {a,b}, {c}` where missing values become empty. A value holds no blank. */
function listRounds(inside: string): Rounds | undefined {
  const sets = inside.split(/,(?![^{}]*\})/).map((part) => {
    const [, several] = /^\{([^{}]*)\}$/.exec(part.trim()) ?? [];
    return several === undefined ? [part.trim()] : several.split(",").map((value) => value.trim());
  });
  const [names = [], ...rows] = sets;
  if (rows.length === 0 || sets.some((set) => set.some((value) => /[ \t{}]/.test(value)))) return undefined;
  if (rows.some((row) => row.length > names.length)) return undefined;
  return {
    total: rows.length,
    *values(limit) {
      for (const row of rows.slice(0, limit)) yield names.map((name, index) => [name, row[index] ?? ""] as const);
    },
  };
}

/** Durations of Go: numbers with units, `1h30m`, written as a text (apimachinery, meta/v1/duration.go). */
import type { Value } from "../../../schema/value.ts";
import { fill, text } from "../../../text/localized.ts";
import { isKind, rewrite } from "./kinds.ts";

const noUnit = text('"{0}" has no unit: write {1}', '"{0}"缺少单位，应写作 {1}');
const noDuration = text('"{0}" is no duration such as 30s or 1h30m', '"{0}"不是有效的时长（如 30s、1h30m）');
const noUnitKnown = text('"{1}" is no unit of a duration; the largest is h', '"{1}"不是时长单位，最大的单位是 h');
const hint = text(
  "Numbers with a unit each: `ns`, `us`, `ms`, `s`, `m`, `h`; there are no days.",
  "由带单位的数字组成：`ns`、`us`、`ms`、`s`、`m`、`h`，没有“天”。",
);

const seconds: ReadonlyMap<string, number> = new Map([
  ["ns", 1e-9],
  ["us", 1e-6],
  ["µs", 1e-6],
  ["μs", 1e-6],
  ["ms", 1e-3],
  ["s", 1],
  ["m", 60],
  ["h", 3600],
]);

/** The seconds of a duration, or undefined where it is none (Go: time.ParseDuration). */
export function secondsOf(written: string): number | undefined {
  if (/^[-+]?0$/.test(written)) return 0;
  if (!/^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(written)) return undefined;
  let sum = 0;
  for (const [, number = "", unit = ""] of written.matchAll(/(\d+(?:\.\d*)?|\.\d+)([a-zµμ]+)/g)) {
    sum += Number(number) * (seconds.get(unit) ?? 0);
  }
  return written.startsWith("-") ? -sum : sum;
}

/** Binds the seconds; NaN where they cannot be told. `orNumber` takes nanoseconds without a unit, too. */
export function duration(options: { readonly orNumber?: boolean } = {}): Value {
  return {
    signature: "DURATION",
    token: "number",
    hint,
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const { value, start, end } = word;
      const isText = isKind(word, "text");
      const data = isText ? secondsOf(value) : options.orNumber === true ? Number(value) * 1e-9 : undefined;
      if (data === undefined) {
        const meant = /^[-+]?\d+$/.test(value) ? `${value}s` : undefined;
        const unit = /\d([a-zA-Z]+)/.exec(value)?.[1];
        const message =
          meant !== undefined
            ? fill(noUnit, value, meant)
            : fill(unit !== undefined && !seconds.has(unit) ? noUnitKnown : noDuration, value, unit ?? "");
        const fixes = meant === undefined ? [] : [rewrite(reader, word, meant, "unsafe")];
        reader.report({ code: "invalid-value", start, end, message, fixes });
      }
      reader.bind({ name, word, data: data ?? Number.NaN, token: "number" });
    },
    suggest: () => ["0s", "1s", "30s", "15m0s"].map((label) => ({ label, kind: "value" as const })),
  };
}

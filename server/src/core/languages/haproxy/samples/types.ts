/**
 * The types of samples and which of them the daemon turns into which (src/sample.c: sample_casts). The matrix changed
 * once, in 2.9: pseudo types no longer count as free casts, and converters that leave the type alone got a type of
 * their own.
 */
import { atLeast } from "../../../text/version.ts";

export type SampleType = "any" | "same" | "bool" | "sint" | "addr" | "ipv4" | "ipv6" | "str" | "bin" | "meth";

/** `free` costs nothing, `made` turns the value into another. */
export type Cast = "free" | "made";

const columns: readonly SampleType[] = ["any", "same", "bool", "sint", "addr", "ipv4", "ipv6", "str", "bin", "meth"];

type Matrix = Readonly<Record<SampleType, string>>;

/** A letter for each column: `f`ree, `m`ade, `.` impossible. */
const casts: Matrix = {
  any: "f.mmmmmmmm",
  same: "..........",
  bool: "f.ff...mm.",
  sint: "f.ffmmmmm.",
  addr: "f...mmmmm.",
  ipv4: "f..mffmmm.",
  ipv6: "f...fmfmm.",
  str: "f.mmmmmffm",
  bin: "f......mfm",
  meth: "f......mmf",
};

const castsBefore29: Matrix = { ...casts, any: "f.ffffffff", addr: "f........." };

/** How a sample of one type becomes one of another; undefined where it cannot. */
export function cast(from: SampleType, to: SampleType, version: string): Cast | undefined {
  const row = (atLeast(version, "2.9") ? casts : castsBefore29)[from];
  const letter = row[columns.indexOf(to)];
  if (letter === "f") return "free";
  return letter === "m" ? "made" : undefined;
}

/** What a converter takes and gives. */
export interface Step {
  readonly input: SampleType;
  readonly out: SampleType;
}

/** The type behind one more converter, for the next one to take (sample_parse_expr_cnv). */
export function after(type: SampleType, step: Step, version: string): SampleType {
  if (step.out !== "same") return step.out;
  return cast(type, step.input, version) === "free" ? type : step.input;
}

/** The type of a whole expression (smp_expr_output_type, which reads the converters backwards). */
export function outputType(fetch: SampleType, steps: readonly Step[], version: string): SampleType {
  const last = steps.at(-1);
  if (!atLeast(version, "2.9")) return last === undefined ? fetch : last.out;
  let current: SampleType = "any";
  let next: SampleType = "any";
  for (const step of steps.toReversed()) {
    if (step.out !== "same") {
      current = step.out;
      return cast(current, next, version) === "free" ? current : next;
    }
    if (cast(current, next, version) !== "free") return next;
    next = step.input;
  }
  return cast(fetch, next, version) === "free" ? fetch : next;
}

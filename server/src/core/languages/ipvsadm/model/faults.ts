/** The faults that several options share, and how they are said. */
import { titles } from "../../../schema/fixTitles.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Range } from "../../../text/range.ts";
import type { Draft, Fault, Mend } from "./draft.ts";

/** Says that a value ends the reading of the file. */
export function refuse(draft: Draft, code: string, at: Range, message: Text, mends: readonly Mend[] = []): void {
  draft.faults.push({ code, start: at.start, end: at.end, message, effect: "stops", ...withMends(mends) });
}

/** Says something of a value that is taken all the same. */
export function remark(
  draft: Draft,
  code: string,
  at: Range,
  message: Text,
  facts: Pick<Fault, "severity" | "mends"> = {},
): void {
  draft.faults.push({ code, start: at.start, end: at.end, message, ...facts });
}

/** Puts other text in the place of a word. */
export function instead(at: Range, text: string, safety: Mend["safety"] = "unsafe"): Mend {
  return { title: fill(titles.replace, text), safety, range: { start: at.start, end: at.end }, text };
}

export function without(at: Range, what: string, safety: Mend["safety"] = "unsafe"): Mend {
  return { title: fill(titles.remove, what), safety, range: at, text: "" };
}

/** The one of several words that was meant, as a change of the word. */
export function meant(word: Word, names: Iterable<string>): { readonly name: string; readonly mend: Mend } | undefined {
  const name = nearest(word.value, names);
  return name === undefined ? undefined : { name, mend: instead(word, name) };
}

function withMends(mends: readonly Mend[]): Pick<Fault, "mends"> {
  return mends.length === 0 ? {} : { mends };
}

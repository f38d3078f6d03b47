// What a value would offer in completion, for those who want to list it all.

import type { Suggestion, Value } from "../../server/src/core/schema/value.ts";
import type { Word } from "../../server/src/core/syntax/ast.ts";

/** At the start and after a first word that is no option, each once. */
export function suggestions(value: Value): readonly Suggestion[] {
  return unique([...after(value), ...after(value, "X")]);
}

/** Also after two words, after each option, and after that option's value. */
export function allSuggestions(value: Value): readonly Suggestion[] {
  const first = unique([...suggestions(value), ...after(value, "X", "X")]);
  const inner = first
    .filter(({ kind }) => kind === "option")
    .flatMap(({ label }) => [...after(value, label), ...after(value, "X", label), ...after(value, "X", label, "1")]);
  return unique([...first, ...inner]);
}

function after(value: Value, ...before: readonly string[]): readonly Suggestion[] {
  return value.suggest?.(before.map(word), { names: () => [], typed: "", version: "99", block: undefined }) ?? [];
}

function unique(all: readonly Suggestion[]): readonly Suggestion[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.label}`, one])).values()];
}

function word(value: string): Word {
  return { value, raw: value, start: 0, end: value.length, quoted: false, closed: true };
}

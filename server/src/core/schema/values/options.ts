/** Options in any order: flags and `name value` pairs. */

import type { Word } from "../../syntax/ast.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";
import { needed, type Reader, type Value } from "../value.ts";
import { replaceBy } from "./choice.ts";

export interface Option {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** What follows the name; a flag without. */
  readonly value?: Value;
  /** The value may be left out. */
  readonly valueOptional?: boolean;
  readonly doc?: Text;
}

export interface OptionsSettings {
  /** A word that is no option's name is read by this value instead of being reported. */
  readonly other?: { readonly name: string; readonly value: Value };
}

const unknown = text('Unknown option "{0}"', '未知选项"{0}"');
const unknownNear = text('Unknown option "{0}", did you mean "{1}"?', '未知选项"{0}"，是否想写"{1}"？');
const missing = text('"{0}" needs a value: {1}', '"{0}"后缺少值：{1}');

export function options(list: readonly Option[], settings: OptionsSettings = {}): Value {
  const byName = new Map(
    list.flatMap((option) => [option.name, ...(option.aliases ?? [])].map((name) => [name, option])),
  );
  const waiting = (before: readonly Word[]) => {
    const last = before.at(-1);
    const option = last === undefined ? undefined : byName.get(last.value);
    return option?.value === undefined ? undefined : option;
  };
  return {
    signature: list.length > 5 ? "[OPTION…]" : list.map((option) => `[${signatureOf(option)}]`).join(" "),
    token: "property",
    many: true,
    match(reader) {
      for (let word = reader.peek(); word !== undefined; word = reader.peek()) {
        const option = byName.get(word.value);
        if (option === undefined) {
          if (settings.other === undefined) reportUnknown(reader, word, byName.keys());
          else settings.other.value.match(reader, settings.other.name);
          continue;
        }
        reader.next();
        matchOption(reader, word, option);
      }
    },
    suggest(before, context) {
      const option = waiting(before);
      if (option?.value !== undefined) return option.value.suggest?.([], context) ?? [];
      const used = new Set(before.map((word) => word.value));
      const free = list.filter((candidate) => !used.has(candidate.name));
      return [
        ...(settings.other?.value.suggest?.(before, context) ?? []),
        ...free.map((candidate) => ({
          label: candidate.name,
          kind: "option" as const,
          ...(candidate.doc === undefined ? {} : { doc: candidate.doc }),
        })),
      ];
    },
    describe: (word) => byName.get(word.value)?.doc,
  };
}

function matchOption(reader: Reader, word: Word, option: Option): void {
  reader.bind({ name: option.name, word, data: true, token: "property" });
  if (option.value === undefined) return;
  if (reader.peek() === undefined) {
    if (option.valueOptional === true) return;
    const message = fill(missing, word.value, needed(option.name, option.value));
    reader.report({ code: "missing-value", ...word, message });
    return;
  }
  option.value.match(reader, option.name);
}

function reportUnknown(reader: Reader, word: Word, names: Iterable<string>): void {
  reader.next();
  const meant = nearest(word.value, names);
  reader.report({
    code: "unknown-option",
    ...word,
    message: meant === undefined ? fill(unknown, word.value) : fill(unknownNear, word.value, meant),
    ...(meant === undefined ? {} : { fixes: [replaceBy(word, meant, reader)] }),
  });
}

function signatureOf(option: Option): string {
  return option.value === undefined ? option.name : `${option.name} ${option.value.signature}`;
}

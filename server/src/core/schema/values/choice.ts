/** One word out of a list, and the switch as its most frequent case. */

import type { Word } from "../../syntax/ast.ts";
import { fill, list, type Text, text } from "../../text/localized.ts";
import { nearest } from "../../text/nearest.ts";
import { titles } from "../fixTitles.ts";
import type { Fix } from "../problem.ts";
import type { Reader, Value } from "../value.ts";

export interface Choice {
  readonly name: string;
  readonly doc?: Text;
  /** Words of other tools that people write for it. */
  readonly mistakes?: readonly string[];
}

const expected = text('"{0}" is not one of {1}', '"{0}"不是有效值，可选：{1}');

const only = text('Expected "{1}", not "{0}"', '此处应为"{1}"，而不是"{0}"');
const near = text('"{0}" is not known here, did you mean "{1}"?', '此处没有"{0}"，是否想写"{1}"？');

/** One of `choices`. */
export function oneOf(choices: readonly (string | Choice)[], options: { ignoreCase?: boolean } = {}): Value {
  const all = choices.map((choice) => (typeof choice === "string" ? { name: choice } : choice));
  const names = all.map((choice) => choice.name);
  const same = (word: string, name: string) =>
    options.ignoreCase === true ? word.toLowerCase() === name.toLowerCase() : word === name;
  return {
    signature: names.length > 8 ? `${names.slice(0, 6).join("|")}|…` : names.join("|"),
    token: "enumMember",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      const chosen = names.find((candidate) => same(word.value, candidate));
      const meant = all.find((choice) => choice.mistakes?.includes(word.value.toLowerCase()))?.name;
      if (chosen === undefined) reportChoice(reader, word, names, meant);
      reader.bind({ name, word, data: chosen ?? word.value, token: "enumMember" });
    },
    suggest: () =>
      all.map((choice) => ({
        label: choice.name,
        kind: "value" as const,
        ...(choice.doc === undefined ? {} : { doc: choice.doc }),
      })),
    describe: (word) => all.find((choice) => same(word.value, choice.name))?.doc,
  };
}

/** How many names a message may hold. */
const mostNamed = 12;

/** The names; of many, the first ones and the last. */
function named(names: readonly string[]): Text {
  const last = names.at(-1);
  if (names.length <= mostNamed || last === undefined) return list(names);
  return list([...names.slice(0, mostNamed - 4), "…", last]);
}

/** Reports a word that is none of `names`, with the one that is `known` to be meant, or the nearest, as a fix. */
export function reportChoice(reader: Reader, word: Word, names: readonly string[], known?: string): void {
  const meant = known ?? nearest(word.value, names);
  const isLong = names.length > mostNamed && meant !== undefined;
  const wanted = names.length === 1 ? only : expected;
  const message = isLong ? fill(near, word.value, meant) : fill(wanted, word.value, named(names));
  reader.report({
    code: "invalid-value",
    ...word,
    message,
    ...(meant === undefined ? {} : { fixes: [replaceBy(word, meant, reader)] }),
  });
}

/** A fix that puts `replacement` in the place of a word. */
export function replaceBy(word: Word, replacement: string, reader: Pick<Reader, "edit">): Fix {
  return {
    title: fill(titles.replace, replacement),
    safety: "unsafe",
    edits: [reader.edit(word, replacement)],
  };
}

const on = ["on", "true", "yes"];
const off = ["off", "false", "no"];

/** A switch (lib/parser.c: check_true_false). */
export function bool(): Value {
  const both = oneOf([...on, ...off]);
  return {
    ...both,
    signature: "on|off",
    match(reader, name) {
      const word = reader.next();
      if (word === undefined) return;
      if (!on.includes(word.value) && !off.includes(word.value)) reportChoice(reader, word, [...on, ...off]);
      reader.bind({ name, word, data: on.includes(word.value), token: "enumMember" });
    },
  };
}

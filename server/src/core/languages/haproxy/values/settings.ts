/** Settings in any order on one line, each an entry of a table: the options of `bind` and `server`. */
import { ageOf } from "../../../schema/age.ts";
import { titles } from "../../../schema/fixTitles.ts";
import { lookup } from "../../../schema/lookup.ts";
import { effectHere, isKnownIn, type Keyword, keywords } from "../../../schema/spec.ts";
import {
  type Finding,
  needed,
  type Reader,
  type SuggestContext,
  type Suggestion,
  type Value,
} from "../../../schema/value.ts";
import { replaceBy } from "../../../schema/values/choice.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";
import { nearest } from "../../../text/nearest.ts";
import { settingsWithRewrites } from "../upgrades/index.ts";

const messages = {
  unknown: text('Unknown option "{0}"', '未知选项"{0}"'),
  unknownNear: text('Unknown option "{0}", did you mean "{1}"?', '未知选项"{0}"，是否想写"{1}"？'),
  missing: text('"{0}" needs a value: {1}', '"{0}"后缺少值：{1}'),
  condition: text('"{0}" takes no condition', '"{0}"不能带条件'),
  refused: text('"{0}" does nothing in "{1}"', '"{0}"写在"{1}"中不起作用'),
};

/** `of` is the keyword whose line it is, for settings that it does not take. */
export function settings(table: readonly Keyword[], of: string): Value {
  const entries = settingsWithRewrites(table, of);
  const body = keywords(entries);
  return {
    signature: "[OPTION…]",
    token: "property",
    many: true,
    match(reader) {
      for (let word = reader.peek(); word !== undefined; word = reader.peek()) {
        const found = lookup(body, [word]);
        const before = reader.last;
        const words = reader.left();
        reader.next();
        if (found === undefined) {
          if (word.value === "if" || word.value === "unless") {
            const end = reader.left().at(-1)?.end ?? word.end;
            const message = fill(messages.condition, of);
            reader.report({ code: "unknown-option", start: word.start, end, message });
            while (reader.next() !== undefined);
          } else if (word.unknown !== true) reportUnknown(reader, word, entries);
          continue;
        }
        const { keyword, named, args } = found;
        const name = named[0] ?? word;
        reader.bind({ name: keyword.name, word: name, data: true, token: "property", keyword });
        readValue(reader, name, keyword, keyword.prefix === true ? args[0] : undefined);
        const written = { before, words: words.slice(0, words.length - reader.left().length) };
        reportAge(reader, name, keyword, of, written);
      }
    },
    suggest: (before, context) => suggestions(entries, before, context),
    describe: (word) => lookup(body, [word])?.keyword.doc,
  };
}

function readValue(reader: Reader, name: Word, keyword: Keyword, rest: Word | undefined): void {
  const [argument, ...others] = keyword.args;
  if (argument === undefined) return;
  if (rest !== undefined) {
    argument.value.match(withFirst(reader, rest), argument.name);
  } else if (reader.peek() === undefined) {
    if (argument.optional === true) return;
    const message = fill(messages.missing, name.value, needed(argument.name, argument.value));
    reader.report({ code: "missing-value", start: name.start, end: name.end, message });
    return;
  } else argument.value.match(reader, keyword.name);
  for (const other of others) if (reader.peek() !== undefined) other.value.match(reader, other.name);
}

/** The same reader with a word in front. */
function withFirst(reader: Reader, first: Word): Reader {
  let taken = false;
  return {
    peek: () => (taken ? reader.peek() : first),
    next() {
      if (taken) return reader.next();
      taken = true;
      return first;
    },
    left: () => (taken ? reader.left() : [first, ...reader.left()]),
    bind: (value) => reader.bind(value),
    values: reader.values,
    report: (finding) => reader.report(finding),
    edit: (range, replacement) => reader.edit(range, replacement),
    rawLeft: () => reader.rawLeft(),
    version: reader.version,
    block: reader.block,
    get last() {
      return taken ? reader.last : undefined;
    },
  };
}

function reportUnknown(reader: Reader, word: Word, entries: readonly Keyword[]): void {
  const known = entries.filter((entry) => isKnownIn(entry, reader.version)).map((entry) => entry.name);
  const meant = nearest(word.value, known);
  reader.report({
    code: "unknown-option",
    ...word,
    message: meant === undefined ? fill(messages.unknown, word.value) : fill(messages.unknownNear, word.value, meant),
    ...(meant === undefined ? {} : { fixes: [replaceBy(word, meant, reader)] }),
  });
}

/** A setting with its value, and the word before it. */
interface Written {
  readonly before: Word | undefined;
  readonly words: readonly Word[];
}

function reportAge(reader: Reader, word: Word, keyword: Keyword, of: string, written: Written): void {
  const { version } = reader;
  const report = (code: string, message: Text, more: Pick<Finding, "severity" | "tag" | "fixes"> = {}) =>
    reader.report({ code, start: word.start, end: word.end, message, ...more });
  const age = ageOf(keyword, version);
  if (age?.code === "too-new") report(age.code, age.message);
  else if (age !== undefined) {
    const isHarmless = age.code === "deprecated-keyword";
    const severity = keyword.deprecated?.reported === true ? "warning" : "information";
    report(age.code, age.message, {
      tag: "deprecated",
      ...(isHarmless ? { severity } : {}),
      ...rewritten(reader, keyword, written),
    });
  }
  if (effectHere(keyword, version) === "refused") {
    // src/server.c: an alert, but none that ends the start.
    report("misplaced-option", fill(messages.refused, keyword.name, of), { severity: "warning" });
  }
}

/** The setting in the words of newer versions, as a fix. */
function rewritten(reader: Reader, keyword: Keyword, { before, words }: Written): Pick<Finding, "fixes"> {
  const made = keyword.rewrite?.({ words, negated: false, block: reader.block });
  const first = words[0];
  const last = words.at(-1);
  if (made === undefined || first === undefined || last === undefined) return {};
  const { text: replacement, safety } = made;
  const isGone = replacement === "";
  const range = { start: isGone ? (before?.end ?? first.start) : first.start, end: last.end };
  const shown = isGone ? words.map((word) => word.raw).join(" ") : replacement;
  const title = fill(isGone ? titles.remove : titles.replace, shown);
  return { fixes: [{ title, safety, edits: [reader.edit(range, replacement)] }] };
}

function suggestions(
  entries: readonly Keyword[],
  before: readonly Word[],
  context: SuggestContext,
): readonly Suggestion[] {
  const last = before.at(-1);
  const open = entries.find((entry) => entry.name === last?.value);
  const [argument] = open?.args ?? [];
  const offered = argument?.value.suggest?.([], context) ?? [];
  if (argument !== undefined && argument.optional !== true) return offered;
  const used = new Set(before.map((word) => word.value));
  const free = entries.filter(
    (entry) =>
      !used.has(entry.name) && isKnownIn(entry, context.version) && effectHere(entry, context.version) !== "refused",
  );
  return [
    ...offered,
    ...free.map((entry): Suggestion => {
      const hasValue = entry.args.length > 0;
      return {
        label: entry.name,
        kind: "option",
        keyword: entry,
        ...(hasValue && entry.prefix !== true ? { insert: `${entry.name} `, again: true } : {}),
      };
    }),
  ];
}

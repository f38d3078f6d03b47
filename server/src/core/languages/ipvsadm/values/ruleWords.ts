/** What stands behind a command, all of it: the words of a rule are read together, for one changes what the next means. */
import type { TextEdit } from "../../../schema/problem.ts";
import type { Finding, SuggestContext, Suggestion, Value } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import type { Range } from "../../../text/range.ts";
import type { Fault } from "../model/draft.ts";
import { readRule } from "../model/rule.ts";
import type { Command } from "../schema/commands.ts";
import type { Option } from "../schema/option.ts";
import { findOption, options } from "../schema/options/index.ts";

/** The options of a command, in any order. */
export function ruleWords(command: Command): Value {
  return {
    signature: "OPTION…",
    token: "property",
    many: true,
    always: true,
    match(reader) {
      const { last } = reader;
      const words = [...(last === undefined ? [] : [last]), ...reader.left()];
      while (reader.next() !== undefined);
      const { entry, faults } = readRule(words);
      for (const value of entry.values) reader.bind(value);
      for (const finding of findings(faults, (range, text) => reader.edit(range, text))) reader.report(finding);
    },
    suggest: (before, context) => suggestFor(command, before, context),
  };
}

/** What a line's faults are to the reader of its words; those of a dialect are one problem of the whole file. */
export function findings(faults: readonly Fault[], edit: (range: Range, text: string) => TextEdit): readonly Finding[] {
  return faults
    .filter(({ dialect }) => dialect !== true)
    .map(({ code, start, end, message, severity, mends }) => ({
      code,
      start,
      end,
      message,
      ...(severity === undefined ? {} : { severity }),
      ...(mends === undefined
        ? {}
        : { fixes: mends.map(({ title, safety, range, text }) => ({ title, safety, edits: [edit(range, text)] })) }),
    }));
}

function suggestFor(command: Command, before: readonly Word[], context: SuggestContext): readonly Suggestion[] {
  const words = before.filter((word) => word.value !== "");
  if (command.takes === "value" && words.length === 0) return states;
  const waiting = waitingOption(words);
  if (waiting?.takes === "value") return waiting.suggest?.(context, command.names[0] ?? "") ?? [];
  const given = new Set(words.flatMap(({ value }) => findOption(value)?.sets ?? []));
  return options
    .filter(({ sets, keyword }) => (sets === undefined ? isFitting(keyword.name, words) : isFree(command, sets, given)))
    .flatMap((option) => option.names.map((label) => offer(option, label)));
}

const states: readonly Suggestion[] = ["master", "backup"].map((label) => ({ label, kind: "value" }));

function isFree({ uses }: Command, sets: NonNullable<Option["sets"]>, given: ReadonlySet<string>): boolean {
  return uses[sets] !== undefined && !given.has(sets);
}

/** Of the two options that every command takes, one means something only behind a mark. */
function isFitting(name: string, words: readonly Word[]): boolean {
  return name === "-6" && words.some(({ value }) => value === "-f");
}

function offer({ takes, keyword }: Option, label: string): Suggestion {
  return takes === "value"
    ? { label, kind: "option", keyword, insert: `${label} $0`, again: true }
    : { label, kind: "option", keyword };
}

/** The option whose value comes next. */
function waitingOption(words: readonly Word[]): Option | undefined {
  let waiting: Option | undefined;
  for (const word of words) waiting = waiting?.takes === "value" ? undefined : findOption(word.value);
  return waiting;
}

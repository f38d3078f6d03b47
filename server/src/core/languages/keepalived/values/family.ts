/** `inet` and `inet6`, and what else routes and rules have in common. */
import { titles } from "../../../schema/fixTitles.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, text } from "../../../text/localized.ts";
import type { Line, Option } from "./line.ts";
import { needFamily } from "./nexthop.ts";
import type { FamilyState } from "./operands.ts";

const messages = {
  twice: text('"{0}" may stand only once', '"{0}"只能写一次'),
  swallowed: text(
    'The word after "{0}" is skipped by the daemon, so "{1}" is not read',
    '"{0}"之后的一个单词会被跳过，因此"{1}"不会被读取',
  ),
};

export interface Swallowed extends FamilyState {
  /** The word after `inet` or `inet6`, which the daemon never sees. */
  swallowed: { readonly option: Word; readonly word: Word } | undefined;
}

export interface Grouped {
  group: Word | undefined;
}

/** `inet` or `inet6`. The daemon skips the word that follows. */
export function readFamily(line: Line, state: Swallowed, option: Word): void {
  needFamily(line, state, option, option.value === "inet" ? 4 : 6);
  const word = line.reader.next();
  if (word !== undefined) state.swallowed = { option, word };
}

/** Says that a word was skipped: an error where the line is refused for the lack of it. */
export function reportSwallowed(
  line: Line,
  eaten: NonNullable<Swallowed["swallowed"]>,
  refused: boolean,
  insert?: string,
): void {
  const { option, word } = eaten;
  const message = fill(messages.swallowed, option.value, word.value);
  const at = { start: word.start, end: word.start };
  const fix =
    insert === undefined
      ? {}
      : {
          fixes: [
            {
              title: fill(titles.insert, insert),
              safety: "safe" as const,
              edits: [line.reader.edit(at, `${insert} `)],
            },
          ],
        };
  line.report(word, message, { code: "ignored-words", ...fix, ...(refused ? {} : { severity: "warning" }) });
}

/** Of static entries only. */
export const trackGroupOption: Option<Grouped> = {
  name: "track_group",
  value: "NAME",
  refers: "track_group",
  doc: text("The group of VRRP instances whose state decides about the entry.", "决定该条目状态的 VRRP 实例组。"),
  read(line, state, option) {
    const word = line.take(option, "NAME");
    if (word === undefined) return;
    line.bind("track_group", word, word.value, "class", "track_group");
    if (state.group !== undefined) line.drop(option, fill(messages.twice, option.value));
    state.group = option;
  },
};

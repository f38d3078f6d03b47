/**
 * A command line, with the user and group that run it. keepalived splits the raw line again for it, with both kinds
 * of quotes, adjoining pieces being one word (lib/parser.c: alloc_strvec_quoted_escaped).
 */

import type { Word } from "../../syntax/ast.ts";
import { fill, text } from "../../text/localized.ts";
import type { Value } from "../value.ts";

const unclosed = text("Missing closing {0}", "缺少结束引号 {0}");

export interface ScriptSettings {
  /** A user and a group may follow the command. */
  readonly user: boolean;
}

export function script(settings: ScriptSettings): Value {
  return {
    signature: settings.user ? '"COMMAND" [USER [GROUP]]' : '"COMMAND"',
    token: "string",
    match(reader, name) {
      const raw = reader.rawLeft();
      while (reader.next() !== undefined);
      const split = splitQuoted(raw.text, raw.start);
      if (split.unclosed !== undefined) {
        reader.report({
          code: "unclosed-quote",
          ...split.unclosed,
          message: fill(unclosed, split.unclosed.raw[0] ?? '"'),
        });
        return;
      }
      const [command, user, group] = split.words;
      if (command === undefined) return;
      reader.bind({ name, word: command, data: command.value, token: "string" });
      if (!settings.user) return;
      if (user !== undefined) reader.bind({ name: "user", word: user, data: user.value, token: "string" });
      if (group !== undefined) reader.bind({ name: "group", word: group, data: group.value, token: "string" });
    },
  };
}

/** The words of `line`, whose first character stands at `start`; or the word whose quote never ends. */
export function splitQuoted(line: string, start: number): { words: Word[]; unclosed: Word | undefined } {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] ?? "")) {
      at++;
      continue;
    }
    const from = at;
    let value = "";
    let quote = "";
    while (at < line.length && (quote !== "" || !/\s/.test(line[at] ?? ""))) {
      const character = line[at] ?? "";
      if (character === "\\" && at + 1 < line.length) {
        // Decoded only on a further split, so that an escaped quote survives here.
        value += line.slice(at, at + 2);
        at += 2;
        continue;
      }
      if (quote === "" && (character === '"' || character === "'")) quote = character;
      else if (character === quote) quote = "";
      else value += character;
      at++;
    }
    const raw = line.slice(from, at);
    const word: Word = {
      start: start + from,
      end: start + at,
      raw,
      value,
      quoted: raw !== value,
      closed: quote === "",
    };
    if (quote !== "") return { words, unclosed: word };
    words.push(word);
  }
  return { words, unclosed: undefined };
}

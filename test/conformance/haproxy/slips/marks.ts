/** Slips in quotes, braces, brackets and the like. */
import type { Random } from "../../random.ts";
import { splice } from "../../slips.ts";
import { statements } from "../outline.ts";
import type { Mutation } from "./words.ts";

/** Replaces one match of the pattern in a line. */
export function onText(pattern: RegExp, edit: (found: string, random: Random) => string | undefined): Mutation {
  return (lines, random) => {
    const places = statements(lines).flatMap((line) =>
      [...line.text.matchAll(pattern)].map((match) => ({ line, match })),
    );
    const place = random.pick(places);
    if (place === undefined) return undefined;
    const { line, match } = place;
    const text = edit(match[0], random);
    if (text === undefined) return undefined;
    const end = match.index + match[0].length;
    return splice(lines, line.index, 1, line.text.slice(0, match.index) + text + line.text.slice(end));
  };
}

export const quoteDropped: Mutation = onText(/["']/g, () => "");
export const quoteOther: Mutation = onText(/["']/g, (quote) => (quote === '"' ? "'" : '"'));
export const quoteAdded: Mutation = onText(/(?<=\S) (?=\S)/g, (_, random) => random.pick([' "', " '", '" ', ' ""  ']));
export const backslash: Mutation = onText(/(?<=\S) (?=\S)/g, (_, random) =>
  random.pick(["\\ ", " \\", " \\x4", " \\x41"]),
);
export const braceDropped: Mutation = onText(/(?<=\s)[{}](?=\s|$)/g, () => "");
export const braceDoubled: Mutation = onText(/(?<=\s)[{}](?=\s|$)/g, (brace) => `${brace} ${brace}`);
export const braceGlued: Mutation = onText(/(?<=\s)\{ | \}(?=\s|$)/g, (brace) => brace.trim());
export const bracketDropped: Mutation = onText(/%?[[\]]/g, () => "");
export const parenthesisDropped: Mutation = onText(/[()]/g, () => "");
export const variable: Mutation = onText(/(?<=\s)\w+(?=\s|$)/g, (word, random) =>
  random.pick([`"$${word}"`, `"\${NEVER_SET}"`, `"\${${word}"`, `$${word}`, `"\${1${word}}"`, '""']),
);
export const commented: Mutation = onText(/(?<=\S) (?=\S)/g, (_, random) => random.pick([" #", " # ", "#", "\\# "]));
export const percent: Mutation = onText(/%(?=[[{a-zA-Z])/g, (_, random) =>
  random.pick(["%%", "", "% ", "%{+Q}", "%{+Z}"]),
);

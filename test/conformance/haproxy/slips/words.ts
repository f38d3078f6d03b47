/** Slips in one word of a line. */
import type { Mutation as MutationOf } from "../../mutants.ts";
import type { Random } from "../../random.ts";
import { replaceWord, type SlipWord, splice, wordsWhere } from "../../slips.ts";
import { type Line, statements } from "../outline.ts";

export type Mutation = MutationOf<Line>;

type Edit = (word: string, random: Random) => string | undefined;
type Accept = (word: SlipWord, position: number, line: Line) => boolean;

/** Edits one of the words that `accept` takes. */
export function onWord(accept: Accept, edit: Edit): Mutation {
  return (lines, random) => {
    const place = random.pick(wordsWhere(lines, accept));
    const text = place && edit(place.word.text, random);
    return place === undefined || text === undefined ? undefined : replaceWord(lines, place.line, place.word, text);
  };
}

/** The first word of a line, headers of sections included. */
export function onKeyword(edit: Edit): Mutation {
  return onWord((word, position) => position === 0 && /^[a-z][\w-]{2,}$/.test(word.text), edit);
}

export function onArgument(edit: Edit): Mutation {
  return onWord((_, position, line) => position > 0 && line.header !== undefined, edit);
}

/** Words of small letters behind the first: options, actions, names of all kinds. */
export function onPlainArgument(edit: Edit): Mutation {
  return onWord((word, position) => position > 0 && /^[a-z][a-z0-9_-]{2,}$/.test(word.text), edit);
}

export function onSecondWord(edit: Edit): Mutation {
  return onWord((word, position) => position === 1 && /^[a-z][\w-]{2,}$/.test(word.text), edit);
}

/** One word changes places with the next. */
export const swapWords: Mutation = (lines, random) => {
  const line = random.pick(statements(lines).filter(({ words }) => words.length > 2));
  if (line === undefined) return undefined;
  const at = random.below(line.words.length - 1);
  const [one, other] = line.words.slice(at);
  if (one === undefined || other === undefined) return undefined;
  const between = line.text.slice(one.start + one.text.length, other.start);
  const end = line.text.slice(other.start + other.text.length);
  return splice(lines, line.index, 1, line.text.slice(0, one.start) + other.text + between + one.text + end);
};

/** A word gives way to one of another line. */
export const wordFromElsewhere: Mutation = (lines, random) => {
  const from = random.pick(wordsWhere(lines, (_, position, line) => position > 0 && line.header !== undefined));
  return onArgument(() => from?.word.text)(lines, random);
};

/** One more word at the end of a line. */
export const excessWord: Mutation = (lines, random) => {
  const line = random.pick(statements(lines));
  const last = line?.words.at(-1);
  const word = random.pick(["extra", "1", "on", "if", "check", "10s", "TRUE", "#"]);
  return line && last && replaceWord(lines, line, last, `${last.text} ${word}`);
};

/** `no` or `default` before a line, which only some lines take. */
export function prefixed(prefix: string): Mutation {
  return (lines, random) => {
    const line = random.pick(statements(lines));
    const [first] = line?.words ?? [];
    return line && first && replaceWord(lines, line, first, `${prefix} ${first.text}`);
  };
}

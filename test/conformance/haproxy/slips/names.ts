/** Slips in names that stand at two places: where a thing is defined, and where it is used. */
import { drop, replaceLetter, replaceWord, type SlipWord, splice, wordsWhere } from "../../slips.ts";
import { type Line, sections, statements } from "../outline.ts";
import type { Mutation } from "./words.ts";

/** Keywords whose next word is a name that others refer to. */
const defining = new Set(["acl", "server", "user", "group", "table", "peer", "nameserver", "filter", "load", "engine"]);

/** Indexes of the lines that have the name as a word or within one. */
export function usesOf(lines: readonly Line[], name: string): number[] {
  if (!/^[A-Za-z][\w.-]*$/.test(name)) return [];
  const word = new RegExp(String.raw`(?<![\w-])${name.replaceAll(".", "\\.")}(?![\w-])`);
  return lines.filter(({ text }) => word.test(text)).map(({ index }) => index);
}

function definitions(lines: readonly Line[]): { line: Line; word: SlipWord }[] {
  const headers = new Set(sections(lines).map(({ first }) => first));
  return lines.flatMap((line) => {
    const [first, word] = line.words;
    const isDefinition = headers.has(line.index) || defining.has(first?.text ?? "");
    return isDefinition && word !== undefined ? [{ line, word }] : [];
  });
}

/** Its uses are left behind. */
export const definitionRenamed: Mutation = (lines, random) => {
  const one = random.pick(definitions(lines));
  if (one === undefined) return undefined;
  return { ...replaceWord(lines, one.line, one.word, `${one.word.text}2`), near: usesOf(lines, one.word.text) };
};

/** Two things then have the same name. */
export const definitionClashes: Mutation = (lines, random) => {
  const one = random.pick(definitions(lines));
  const other = random.pick(
    definitions(lines).filter(({ line }) => line !== one?.line && line.words[0]?.text === one?.line.words[0]?.text),
  );
  if (one === undefined || other === undefined) return undefined;
  const near = [other.line.index, ...usesOf(lines, one.word.text)];
  return { ...replaceWord(lines, one.line, one.word, other.word.text), near };
};

export const useMisspelled: Mutation = (lines, random) => {
  const names = new Set(definitions(lines).map(({ word }) => word.text));
  const defined = new Set(definitions(lines).map(({ word }) => word));
  const place = random.pick(
    wordsWhere(statements(lines), (word, position) => {
      const plain = word.text.replace(/^!/, "");
      return position > 0 && names.has(plain) && plain.length > 1 && !defined.has(word);
    }),
  );
  if (place === undefined) return undefined;
  const edit = random.pick([replaceLetter, drop]) ?? drop;
  return replaceWord(lines, place.line, place.word, edit(place.word.text, random));
};

/** A name within parentheses, such as that of a table. */
export const innerUseMisspelled: Mutation = (lines, random) => {
  const places = statements(lines).flatMap((line) =>
    [...line.text.matchAll(/(?<=\()[a-z][\w-]*(?=[),/])/g)].map((match) => ({ line, match })),
  );
  const place = random.pick(places);
  if (place === undefined) return undefined;
  const { line, match } = place;
  const name = replaceLetter(match[0], random);
  return splice(
    lines,
    line.index,
    1,
    line.text.slice(0, match.index) + name + line.text.slice(match.index + match[0].length),
  );
};

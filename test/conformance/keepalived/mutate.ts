/** The slips that keepalived.conf is tried with. */
import { type Change, type Mutant, type Mutation as MutationOf, type Mutations, mutantsOf } from "../mutants.ts";
import type { Random } from "../random.ts";
import {
  double,
  drop,
  replaceLetter,
  replaceWord,
  splice,
  swap,
  texts,
  type SlipWord as Word,
  wordsWhere,
} from "../slips.ts";
import { isData, type Line, outline } from "./outline.ts";

type Mutation = MutationOf<Line>;

const outOfRange = ["0", "-1", "256", "65536", "99999999999", "0.0000001", "1.5"];
const junk = ["100abc", "abc", "1O", "$UNSET", "yes", "1;"];

/** Every kind of mutation with its share. */
const mutations: Mutations<Line> = {
  "keyword: letters swapped": { share: 2, mutate: onKeyword(swap) },
  "keyword: letter dropped": { share: 2, mutate: onKeyword(drop) },
  "keyword: letter doubled": { share: 2, mutate: onKeyword(double) },
  "keyword: letter replaced": { share: 2, mutate: onKeyword(replaceLetter) },
  "data: letter replaced": { share: 3, mutate: dataTypo },
  "value: out of range": {
    share: 4,
    mutate: onNumber((word, random) => random.pick([...outOfRange, `${word}000`]) ?? ""),
  },
  "value: junk": { share: 4, mutate: onArgument((_, random) => random.pick(junk) ?? "") },
  "word missing": { share: 4, mutate: onArgument(() => "") },
  "word doubled": { share: 2, mutate: onArgument((word) => `${word} ${word}`) },
  "brace dropped": { share: 3, mutate: dropBrace },
  "brace doubled": { share: 2, mutate: onBrace((brace) => `${brace} ${brace}`) },
  "brace on the next line": { share: 2, mutate: braceBelow },
  "line doubled": { share: 3, mutate: doubleLine },
  "line removed": { share: 2, mutate: removeLine },
  "block moved into another": { share: 2, mutate: moveBlock },
  "block removed": { share: 2, mutate: removeBlock },
  "comment inserted": { share: 2, mutate: insertComment },
  "quote dropped": { share: 2, mutate: dropQuote },
  "keyword moved to another block": { share: 3, mutate: moveKeyword },
  "include of a missing file": { share: 1, mutate: includeMissing },
};

/** About `count` mutants of the bases; others for another `seed`. */
export function mutants(
  bases: readonly { readonly name: string; readonly text: string }[],
  count: number,
  seed: string,
): Mutant[] {
  return mutantsOf(mutations, outline, bases, count, seed);
}

function onWord(
  accept: (word: Word, position: number, line: Line, lines: readonly Line[]) => boolean,
  edit: (word: string, random: Random) => string,
): Mutation {
  return (lines, random) => {
    const place = random.pick(wordsWhere(lines, (word, position, line) => accept(word, position, line, lines)));
    return place && replaceWord(lines, place.line, place.word, edit(place.word.text, random));
  };
}

function isKeyword(word: Word, position: number, line: Line, lines: readonly Line[]): boolean {
  return position === 0 && /^[A-Za-z]\w{2,}$/.test(word.text) && !isData(line, lines);
}

function onKeyword(edit: (word: string, random: Random) => string): Mutation {
  return onWord(isKeyword, edit);
}

function onArgument(edit: (word: string, random: Random) => string): Mutation {
  const accept = (word: Word, position: number, line: Line, lines: readonly Line[]) =>
    position > 0 && !isData(line, lines) && !/^[{}]$/.test(word.text);
  return onWord(accept, edit);
}

function onNumber(edit: (word: string, random: Random) => string): Mutation {
  return onWord((word, position) => position > 0 && /^-?\d+(?:\.\d+)?$/.test(word.text), edit);
}

function onBrace(edit: (brace: string) => string): Mutation {
  return onWord((word) => /^[{}]$/.test(word.text), edit);
}

function dataTypo(lines: readonly Line[], random: Random): Change | undefined {
  const accept = (word: Word, _: number, line: Line, all: readonly Line[]) => isData(line, all) && word.text.length > 1;
  return onWord(accept, replaceLetter)(lines, random);
}

function braceBelow(lines: readonly Line[], random: Random): Change | undefined {
  const line = random.pick(lines.filter((candidate) => candidate.words.at(-1)?.text === "{"));
  const brace = line?.words.at(-1);
  if (line === undefined || brace === undefined || line.words.length === 1) return undefined;
  return splice(lines, line.index, 1, line.text.slice(0, brace.start).trimEnd(), "{");
}

/** Statements that are one line, as against the first and last lines of blocks. */
function statements(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.words.length > 0 && !line.words.some((word) => /^[{}]$/.test(word.text)));
}

function blocks(lines: readonly Line[]): (Line & { readonly end: number })[] {
  return lines.filter((line) => line.end !== undefined && line.words[0]?.text !== "{") as (Line & { end: number })[];
}

function doubleLine(lines: readonly Line[], random: Random): Change | undefined {
  const line = random.pick(statements(lines));
  return line && { ...splice(lines, line.index, 0, line.text), at: line.index + 1 };
}

function removeLine(lines: readonly Line[], random: Random): Change | undefined {
  const line = random.pick(statements(lines));
  return line && { ...splice(lines, line.index, 1), near: line.parents };
}

function removeBlock(lines: readonly Line[], random: Random): Change | undefined {
  const block = random.pick(blocks(lines));
  return block && { ...splice(lines, block.index, block.end - block.index + 1), near: block.parents };
}

function dropBrace(lines: readonly Line[], random: Random): Change | undefined {
  const place = random.pick(wordsWhere(lines, (word) => /^[{}]$/.test(word.text)));
  if (place === undefined) return undefined;
  const closed = lines.findIndex((line) => line.end === place.line.index);
  return { ...replaceWord(lines, place.line, place.word, ""), near: closed < 0 ? [] : [closed] };
}

function moveBlock(lines: readonly Line[], random: Random): Change | undefined {
  const block = random.pick(blocks(lines));
  if (block === undefined) return undefined;
  const outside = blocks(lines).filter(
    (other) => (other.index < block.index || other.index > block.end) && other.index !== block.parents.at(-1),
  );
  return move(lines, block, block.end - block.index + 1, random.pick(outside)?.index);
}

function moveKeyword(lines: readonly Line[], random: Random): Change | undefined {
  const line = random.pick(statements(lines).filter((candidate) => !isData(candidate, lines)));
  if (line === undefined) return undefined;
  const target = random.pick(blocks(lines).filter((block) => block.index !== line.parents.at(-1)));
  return move(lines, line, 1, target?.index);
}

/** Moves lines to the beginning of the block that line `to` opens. */
function move(lines: readonly Line[], first: Line, count: number, to: number | undefined): Change | undefined {
  if (to === undefined) return undefined;
  const from = first.index;
  const moved = texts(lines).slice(from, from + count);
  const left = texts(lines).toSpliced(from, count);
  const at = (to > from ? to - count : to) + 1;
  // The block that lost the lines may miss them.
  const near = first.parents.map((parent) => (parent < at ? parent : parent + count));
  return { lines: left.toSpliced(at, 0, ...moved), at, near };
}

function insertComment(lines: readonly Line[], random: Random): Change {
  const at = random.below(lines.length);
  const mark = random.pick(['# a remark with { and "', "! priority 300"]) ?? "#";
  const line = lines[at];
  // Behind a statement or on a line of its own.
  return line !== undefined && line.words.length > 0 && random.below(2) === 0
    ? splice(lines, at, 1, `${line.text} ${mark}`)
    : splice(lines, at, 0, mark);
}

function dropQuote(lines: readonly Line[], random: Random): Change | undefined {
  const place = random.pick(wordsWhere(lines, (word) => /^"[^"]*"$/.test(word.text)));
  if (place === undefined) return undefined;
  const { text } = place.word;
  return replaceWord(lines, place.line, place.word, random.below(2) === 0 ? text.slice(1) : text.slice(0, -1));
}

function includeMissing(lines: readonly Line[], random: Random): Change {
  const line = random.pick(["include missing.conf", "include conf.d/*.conf"]) ?? "";
  const roots = lines.filter((candidate) => candidate.parents.length === 0).map((candidate) => candidate.index);
  return splice(lines, random.pick(roots) ?? 0, 0, line);
}

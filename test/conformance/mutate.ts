/** Configurations with one thing changed, as a slip of the hand would: the same ones in every run. */
import { isData, type Line, outline, type Word } from "./outline.ts";
import { Random, seedOf } from "./random.ts";

export interface Mutant {
  readonly seed: number;
  readonly kind: string;
  /** Name of the configuration that was changed. */
  readonly base: string;
  readonly text: string;
  /** Where it was changed, from 1. */
  readonly line: number;
  /** Further lines at which a report is in place: the first line of a block in which something is missing now. */
  readonly near: readonly number[];
}

interface Change {
  readonly lines: readonly string[];
  /** Index of the changed line. */
  readonly at: number;
  readonly near?: readonly number[];
}

/** Changes a text in one way, or finds no place for it. */
type Mutation = (lines: readonly Line[], random: Random) => Change | undefined;

const letters = "abcdefghijklmnopqrstuvwxyz_";
const outOfRange = ["0", "-1", "256", "65536", "99999999999", "0.0000001", "1.5"];
const junk = ["100abc", "abc", "1O", "$UNSET", "yes", "1;"];

/** Every kind of mutation with its share. */
const mutations: Readonly<Record<string, { readonly share: number; readonly mutate: Mutation }>> = {
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

/** About `count` mutants of the bases, none twice and none equal to its base; others for another `seed`. */
export function mutants(
  bases: readonly { readonly name: string; readonly text: string }[],
  count: number,
  seed = "",
): Mutant[] {
  const shares = Object.values(mutations).reduce((sum, { share }) => sum + share, 0);
  // Some attempts find no place or repeat an earlier one.
  const rounds = Math.ceil((count * 1.15) / (shares * Math.max(bases.length, 1)));
  const found: Mutant[] = [];
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const base of bases) {
      for (const mutant of mutantsOf(base, `${round}${seed}`)) {
        const key = `${mutant.base}\n${mutant.text}`;
        if (mutant.text !== base.text && !seen.has(key)) found.push(mutant);
        seen.add(key);
      }
    }
  }
  return found;
}

function* mutantsOf(base: { readonly name: string; readonly text: string }, round: string): Iterable<Mutant> {
  const lines = outline(base.text);
  for (const [kind, { share, mutate }] of Object.entries(mutations)) {
    for (let turn = 0; turn < share; turn++) {
      const seed = seedOf(`${base.name} ${kind} ${round} ${turn}`);
      const change = mutate(lines, new Random(seed));
      if (change !== undefined) {
        const near = (change.near ?? []).map((index) => index + 1);
        yield { seed, kind, base: base.name, text: change.lines.join("\n"), line: change.at + 1, near };
      }
    }
  }
}

function texts(lines: readonly Line[]): string[] {
  return lines.map((line) => line.text);
}

/** The lines with one line replaced by others. */
function splice(lines: readonly Line[], at: number, remove: number, ...insert: readonly string[]): Change {
  return { lines: texts(lines).toSpliced(at, remove, ...insert), at };
}

function replaceWord(lines: readonly Line[], line: Line, word: Word, text: string): Change {
  const end = word.start + word.text.length;
  return splice(lines, line.index, 1, line.text.slice(0, word.start) + text + line.text.slice(end));
}

/** Every word that `accept` takes, with its line. */
function wordsWhere(
  lines: readonly Line[],
  accept: (word: Word, position: number, line: Line) => boolean,
): { line: Line; word: Word }[] {
  return lines.flatMap((line) =>
    line.words.filter((word, position) => accept(word, position, line)).map((word) => ({ line, word })),
  );
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

function swap(word: string, random: Random): string {
  const at = random.below(word.length - 1);
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}

function drop(word: string, random: Random): string {
  const at = random.below(word.length);
  return word.slice(0, at) + word.slice(at + 1);
}

function double(word: string, random: Random): string {
  const at = random.below(word.length);
  return word.slice(0, at + 1) + word.slice(at);
}

function replaceLetter(word: string, random: Random): string {
  const at = random.below(word.length);
  return word.slice(0, at) + (random.pick([...letters]) ?? "") + word.slice(at + 1);
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

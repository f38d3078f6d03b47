/** Lines and words changed as a slip of the hand changes them, for every language that is written in lines of words. */
import type { Change } from "./mutants.ts";
import type { Random } from "./random.ts";

export interface SlipWord {
  readonly text: string;
  /** Offset in its line. */
  readonly start: number;
}

export interface SlipLine {
  readonly index: number;
  readonly text: string;
  readonly words: readonly SlipWord[];
}

const letters = "abcdefghijklmnopqrstuvwxyz_";

export function texts(lines: readonly SlipLine[]): string[] {
  return lines.map((line) => line.text);
}

/** The lines with one line replaced by others. */
export function splice(lines: readonly SlipLine[], at: number, remove: number, ...insert: readonly string[]): Change {
  return { lines: texts(lines).toSpliced(at, remove, ...insert), at };
}

export function replaceWord(lines: readonly SlipLine[], line: SlipLine, word: SlipWord, text: string): Change {
  const end = word.start + word.text.length;
  return splice(lines, line.index, 1, line.text.slice(0, word.start) + text + line.text.slice(end));
}

/** Every word that `accept` takes, with its line. */
export function wordsWhere<Line extends SlipLine>(
  lines: readonly Line[],
  accept: (word: SlipWord, position: number, line: Line) => boolean,
): { line: Line; word: SlipWord }[] {
  return lines.flatMap((line) =>
    line.words.filter((word, position) => accept(word, position, line)).map((word) => ({ line, word })),
  );
}

export function swap(word: string, random: Random): string {
  const at = random.below(word.length - 1);
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}

export function drop(word: string, random: Random): string {
  const at = random.below(word.length);
  return word.slice(0, at) + word.slice(at + 1);
}

export function double(word: string, random: Random): string {
  const at = random.below(word.length);
  return word.slice(0, at + 1) + word.slice(at);
}

export function replaceLetter(word: string, random: Random): string {
  const at = random.below(word.length);
  return word.slice(0, at) + (random.pick([...letters]) ?? "") + word.slice(at + 1);
}

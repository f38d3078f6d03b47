/**
 * How wide words are, without asking a font: an estimate that is rather too wide than too narrow, by the widths of
 * DejaVu Sans, which is among the widest that a desktop shows. With it a text is cut before it leaves its box.
 */

/** Widths in parts of the font's size, the first that fits. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u115f\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/, 1],
  [/[\u{1f000}-\u{3fffd}]/u, 1.4],
  [/[\u0300-\u036f\u200b-\u200f\u202a-\u202e]/, 0.1],
  [/[ijlI.,:;'|! /\\()[\]·ft]/, 0.4],
  [/[rsJ-]/, 0.5],
  [/[mwMW@%→]/, 0.99],
  [/[A-Z&+=<>~#]/, 0.78],
  [/[\u0000-\u024f–…]/, 0.64],
  [/./u, 1],
];

/** How wide a text is at most, in pixels of the picture. */
export function widthOf(words: string, size: number, isBold = false): number {
  let sum = 0;
  for (const character of words) sum += classes.find(([pattern]) => pattern.test(character))?.[1] ?? 1;
  return sum * size * (isBold ? 1.1 : 1);
}

/** The text, or as much of its beginning as there is room for, with an ellipsis. Empty where not even that fits. */
export function fitted(words: string, room: number, size: number, isBold = false): string {
  if (widthOf(words, size, isBold) <= room) return words;
  const characters = [...words];
  const ellipsis = widthOf("…", size, isBold);
  let width = ellipsis;
  let count = 0;
  for (const character of characters) {
    width += widthOf(character, size, isBold);
    if (width > room) break;
    count++;
  }
  return count === 0 ? (ellipsis <= room ? "…" : "") : `${characters.slice(0, count).join("").trimEnd()}…`;
}

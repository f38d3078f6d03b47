/** How wide text is on a terminal: wide characters, as in Chinese, take two columns, and marks on letters none. */

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const marks = /[\p{Mn}\p{Me}\p{Cf}]/u;
const letters = /^[ -~]*$/;

/** In columns; without control characters, see `visible`. */
export function widthOf(text: string): number {
  if (letters.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += marks.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** Control characters become pictures of them: what a file holds must not move the cursor or reorder the line. */
export function visible(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}

/** Breaks a paragraph into lines of at most `columns`, where words are no longer than that. */
export function wrap(paragraph: string, columns: number): string {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const piece of pieces(paragraph)) {
    const more = widthOf(piece.trimEnd());
    if (width > 0 && width + more > columns) {
      lines.push(line.trimEnd());
      line = "";
      width = 0;
    }
    line += piece;
    width += widthOf(piece);
  }
  return [...lines, line.trimEnd()].join("\n");
}

/** What may not be torn apart: words with the space behind them, and wide characters with their punctuation. */
function pieces(paragraph: string): string[] {
  const found: string[] = [];
  let joins = true;
  for (const character of paragraph) {
    const last = found.at(-1) ?? "";
    const breaksBefore = last.endsWith(" ") || (wide.test(character) && !/[，。；：！？、）》」』】]/.test(character));
    if (joins || !(breaksBefore || wide.test(last.at(-1) ?? "")) || /[，。；：！？、）》」』】\s]/.test(character)) {
      if (found.length === 0) found.push("");
      found[found.length - 1] += character;
    } else found.push(character);
    joins = /[（《「『【]/.test(character);
  }
  return found;
}

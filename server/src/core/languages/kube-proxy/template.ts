/**
 * Files that are made from templates (Helm, Go's text/template). What the gaps hold is known to the engine only, so they
 * are filled with characters that no configuration has: YAML can then be read, and words with such characters are unknown.
 */

/** Stands in the place of each character of a gap. From Unicode's private use area, so that no text has it. */
const filler = "\uE0F0";

const gap = /\{\{[^\n]*?\}\}/g;

/** The text with its gaps filled, every other character in its place. Lines that only steer the engine become blank. */
export function fillGaps(text: string): string {
  if (!text.includes("{{")) return text;
  return text
    .replace(/^[ \t]*\{\{[^\n]*\}\}[ \t]*$/gm, (line) => " ".repeat(line.length))
    .replace(gap, (one) => filler.repeat(one.length));
}

/** Whether a word is made by the engine, all or in part. */
export function hasGap(value: string): boolean {
  return value.includes(filler);
}

/** Gaps in lines make what is wrong uncertain; lines that steer the engine make everything so. */
export function doubt(text: string): "none" | "some" | "all" {
  if (!text.includes("{{")) return "none";
  if (/^[ \t]*\{\{/m.test(text)) return "all";
  return /\{\{[^\n]*\}\}/.test(text) ? "some" : "none";
}

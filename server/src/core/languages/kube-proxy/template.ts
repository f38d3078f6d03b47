/**
 * Files that are made from templates (Helm, Jinja, ERB) or by a shell (`envsubst`). What the gaps hold is known to the
 * engine only, so they are filled with characters that no configuration has: YAML can then be read, and words with such
 * characters are unknown.
 */

/** Stands in the place of each character of a gap. From Unicode's private use area, so that no text has it. */
const filler = "\uE0F0";

const gap = /\{\{[^\n]*?\}\}|\{[%#][^\n]*?[%#]\}|<%[^\n]*?%>|\$\{[^\n}]*\}|\$[A-Za-z_]\w*/g;

/** Lines that only steer the engine. */
const steering = /^[ \t]*(?:\{\{[^\n]*\}\}|\{[%#][^\n]*[%#]\}|<%[^\n]*%>)[ \t]*\r?$/gm;

/** The text with its gaps filled, every other character in its place. Lines that only steer the engine become blank. */
export function fillGaps(text: string): string {
  if (!/\{[{%#]|<%|\$/.test(text)) return text;
  return text.replace(steering, (line) => line.replace(/[^\r]/g, " ")).replace(gap, (one) => filler.repeat(one.length));
}

/** Whether a word is made by the engine, all or in part. */
export function hasGap(value: string): boolean {
  return value.includes(filler);
}

/** Gaps in lines make what is wrong uncertain; lines that steer the engine make everything so. */
export function doubt(text: string): "none" | "some" | "all" {
  if (!/\{[{%]|<%/.test(text)) return "none";
  if (/^[ \t]*(?:\{[{%]|<%)/m.test(text)) return "all";
  return /\{\{[^\n]*\}\}|\{%[^\n]*%\}|<%[^\n]*%>/.test(text) ? "some" : "none";
}

/**
 * Long signatures, laid out so that one can read them: each part that may be left out on a line of its own, or, of
 * many, as many as a line holds; and alternatives that fill lines. Of very many alternatives the last ones are left to the manual.
 */

/** What a hover shows well without a break; more is laid out. In characters. */
const longest = 96;
/** Of a line of what is laid out. In characters. */
const width = 76;
const mostLines = 5;
/** So many parts may have a line each. */
const mostParts = 6;

/** The signature of what is called `name`, as one line or, where that would be long, as several. */
export function layOut(signature: string, name: string): string {
  const short = withoutRepetitions(signature);
  if (short.length <= longest) return short;
  const rest = short.slice(name.length);
  // Without a blank it is one word with the name: `set-var(NAME)`.
  const [joined = ""] = split(rest, " ");
  const parts = partsOf(rest.slice(joined.length).trimStart());
  const [first = ""] = parts;
  const isHead = !first.startsWith("[") && first.length < width - name.length;
  const head = `${name}${joined}${isHead && first !== "" ? ` ${first}` : ""}`;
  const below = (isHead ? parts.slice(1) : parts).flatMap(lines);
  const filled = below.length > mostParts ? below.reduce(fill, []) : below;
  return [head, ...filled.map((line) => `    ${line}`)].join("\n");
}

/** Adds a part to the last line where it fits. */
function fill(filled: readonly string[], part: string): readonly string[] {
  const last = filled.at(-1);
  const fits = last !== undefined && !part.startsWith(" ") && last.length + part.length < width;
  return fits ? [...filled.slice(0, -1), `${last} ${part}`] : [...filled, part];
}

/** `a|b [a|b]…` is what `a|b …` says. */
function withoutRepetitions(signature: string): string {
  return signature.replace(/\[([^[\]]+),\[\1\]…\]/g, "[$1,…]").replace(/ (\S.*) \[\1\]…/, " $1 …");
}

/** What is in brackets, and what stands between brackets; all of it where one of several wholes is to be chosen. */
function partsOf(rest: string): readonly string[] {
  const end = " [{if|unless} CONDITION]";
  if (rest.endsWith(end)) return [...partsOf(rest.slice(0, -end.length)), end.trimStart()];
  const words = split(rest, " ");
  if (words.some((word) => word.startsWith("[") && split(word, "|").length > 1)) return [rest];
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    if (word === "…" || (last !== undefined && !last.startsWith("[") && !word.startsWith("["))) {
      parts[parts.length - 1] = `${last} ${word}`;
    } else parts.push(word);
  }
  return parts;
}

/** A part as lines, broken before alternatives. */
function lines(part: string): readonly string[] {
  if (part.length <= width) return [part];
  const [, open = "", inside = part, close = ""] = /^(\[)(.*)(\]…?)$/.exec(part) ?? [];
  const filled: string[] = [];
  for (const [index, alternative] of split(inside, "|").entries()) {
    const last = filled.at(-1);
    const fits = last !== undefined && last.length + alternative.length < width;
    if (fits) filled[filled.length - 1] = `${last}|${alternative}`;
    else filled.push(index === 0 ? `${open}${alternative}` : `    |${alternative}`);
  }
  const shown = filled.slice(0, mostLines);
  const end = `${filled.length > mostLines ? "|…" : ""}${close}`;
  return shown.map((line, index) => (index === shown.length - 1 ? line + end : line));
}

/** The pieces between separators that stand outside of all brackets. */
function split(text: string, separator: string): readonly string[] {
  const pieces = [""];
  let depth = 0;
  for (const character of text) {
    if ("[({".includes(character)) depth++;
    if ("])}".includes(character)) depth--;
    if (character === separator && depth === 0) pieces.push("");
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

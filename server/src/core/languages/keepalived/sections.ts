/**
 * Where the sections of keepalived.conf begin: at the words that open a block at the root. A missing brace must not
 * swallow the blocks that follow, so such a word at the margin begins a section even where a block is still open.
 */
import type { Splitter } from "../../text/document.ts";

/**
 * `rootWords` begin a section outside of any block; `rootOnly`, which no block knows, begin one at any depth if they
 * stand no further to the right than the section's first word.
 */
export function createSplitter(rootWords: ReadonlySet<string>, rootOnly: ReadonlySet<string>): Splitter {
  return (text, from) => {
    let depth = 0;
    let margin: number | undefined;
    let at = from;
    let continued = false;
    while (at < text.length) {
      const newline = text.indexOf("\n", at);
      const next = newline === -1 ? text.length : newline + 1;
      const first = firstWord(text, at, next);
      if (!continued && first.word !== "") {
        const words = depth === 0 ? rootWords : rootOnly;
        const starts = words.has(first.word) && (depth === 0 || first.indent <= (margin ?? 0));
        if (starts && margin !== undefined) return at;
        if (starts) margin = first.indent;
      }
      const definition = continued || first.isDefinition;
      if (definition) continued = goesOn(text, at, next, continued);
      else depth = braces(text, at, next, depth);
      at = next;
    }
    return text.length;
  };
}

/** Letters and digits at the start of a line, how far in they stand, and whether the line begins a definition. */
function firstWord(text: string, from: number, to: number) {
  let start = from;
  while (start < to && (text[start] === " " || text[start] === "\t")) start++;
  let end = start;
  while (end < to && isWordCharacter(text.charCodeAt(end))) end++;
  const word = text.slice(start, end);
  return {
    word,
    indent: start - from,
    isDefinition: text[start] === "$" && /^\$\w+=/.test(text.slice(start, start + 128)),
  };
}

function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** Whether a definition goes on after this line: it ends in a backslash, or is a line of blanks or a comment within one. */
function goesOn(text: string, from: number, to: number, within: boolean): boolean {
  const line = text.slice(from, to);
  return line.trimEnd().endsWith("\\") || (within && /^(?:[ \t]+$|[ \t]*[#!])/.test(line.replace(/[\r\n]+$/, "")));
}

/** The depth after this line; braces in quotes, comments and `${…}` do not count. */
function braces(text: string, from: number, to: number, before: number): number {
  let depth = before;
  for (let at = from; at < to; at++) {
    switch (text.charCodeAt(at)) {
      case 123: // {
        depth++;
        break;
      case 125: // }
        if (depth > 0) depth--;
        break;
      case 34: {
        // "
        const close = text.indexOf('"', at + 1);
        if (close === -1 || close >= to) return depth;
        at = close;
        break;
      }
      case 33: // !
      case 35: // #
        return depth;
      case 36: {
        // $
        const close = text[at + 1] === "{" ? text.indexOf("}", at) : -1;
        if (close !== -1 && close < to) at = close;
        break;
      }
      case 92: // backslash
        if (text[at + 1] === "#" || text[at + 1] === "!") at++;
        break;
    }
  }
  return depth;
}

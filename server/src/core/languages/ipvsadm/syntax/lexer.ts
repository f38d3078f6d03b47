/**
 * Lines, words and comments of a file of rules (config_stream.c of ipvsadm): blanks, tabs and carriage returns part
 * words, nothing quotes. No option's name stands here.
 */
import { createToken, type IToken, Lexer } from "chevrotain";

function atLineStart(tokens: readonly IToken[]): boolean {
  const last = tokens.at(-1)?.tokenType;
  return last === undefined || last === Newline;
}

const comment = /#[^\n]*/y;

/** A line of its own; behind a rule the sign begins a word like any other. */
function commentLine(text: string, offset: number, tokens: readonly IToken[]): RegExpExecArray | null {
  if (!atLineStart(tokens)) return null;
  comment.lastIndex = offset;
  return comment.exec(text);
}

export const Newline = createToken({ name: "Newline", pattern: /\n/, line_breaks: true });
const Blank = createToken({
  name: "Blank",
  pattern: /[ \t\r]+/,
  group: Lexer.SKIPPED,
  start_chars_hint: [" ", "\t", "\r"],
  line_breaks: false,
});
export const Comment = createToken({
  name: "Comment",
  pattern: commentLine,
  start_chars_hint: ["#"],
  line_breaks: false,
});
/** The class is written without a complement, which Chevrotain could not index by first character. */
export const Text = createToken({
  name: "Text",
  pattern: /[\0-\x08\x0b\x0c\x0e-\x1f!-\uffff]+/,
  line_breaks: false,
});

export const tokens = [Newline, Blank, Comment, Text];

export function createLexer(): Lexer {
  return new Lexer(tokens, { positionTracking: "onlyOffset", safeMode: false });
}

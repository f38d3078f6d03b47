/**
 * Words, quotes, comments, braces and preprocessor lines of keepalived.conf (lib/parser.c: decomment,
 * read_line, alloc_strvec_r). No directive name stands here but the preprocessor's own.
 */
import { type CustomPatternMatcherFunc, createToken, type IToken, Lexer } from "chevrotain";

/** Whether the next token begins what the daemon takes as a line: after a newline, a brace, a condition or a loop's head. */
function atLineStart(tokens: readonly IToken[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined) return true;
  const type = last.tokenType;
  return type === Newline || type === OpenBrace || type === CloseBrace || type === Condition || type === Loop;
}

/** A token that is only recognised where a line begins; `unless` is what it may not follow even there. */
function lineStartPattern(pattern: RegExp, unless: readonly string[] = []): CustomPatternMatcherFunc {
  const sticky = new RegExp(pattern.source, "y");
  return (text, offset, tokens) => {
    if (!atLineStart(tokens) || unless.includes(tokens.at(-1)?.tokenType.name ?? "")) return null;
    sticky.lastIndex = offset;
    return sticky.exec(text) as RegExpExecArray | null;
  };
}

/**
 * Up to the end of the line, or of the last line of a definition that goes on after a trailing backslash. Within it,
 * lines of blanks or comments are skipped; one without any character ends it.
 */
const definitionPattern =
  /\$[A-Za-z_][A-Za-z0-9_]*=[^\n]*?(?:\\[ \t\r]*(?:\n(?:[ \t]+\r?|[ \t]*[#!][^\n]*)(?=\n))*\n(?!\r?\n)[^\n]*?)*(?=\r?(?:\n|$))/;

export const Newline = createToken({ name: "Newline", pattern: /\n/, line_breaks: true });
const Blank = createToken({ name: "Blank", pattern: /[ \t\v\f\r]+/, group: Lexer.SKIPPED });
export const Comment = createToken({
  name: "Comment",
  pattern: /[#!](?:[^\r\n]|\r(?!\n))*/,
  start_chars_hint: ["#", "!"],
});
export const OpenBrace = createToken({ name: "OpenBrace", pattern: "{" });
export const CloseBrace = createToken({ name: "CloseBrace", pattern: "}" });
export const Condition = createToken({
  name: "Condition",
  // One condition a line is read; a second one is the keyword of the line. Behind a loop's head it is the template's.
  pattern: lineStartPattern(/@[^\s{}"#!]*/, ["Condition", "Loop"]),
  line_breaks: false,
  start_chars_hint: ["@"],
});
export const Definition = createToken({
  name: "Definition",
  pattern: lineStartPattern(definitionPattern),
  line_breaks: true,
  start_chars_hint: ["$"],
});
export const Loop = createToken({
  name: "Loop",
  pattern: lineStartPattern(/~(?:SEQx?|LST)[ \t]*\([^)\n]*\)?/),
  line_breaks: false,
  start_chars_hint: ["~"],
});
export const Include = createToken({
  name: "Include",
  // Braces of the pattern are alternatives, so the pattern is taken whole.
  pattern: lineStartPattern(/include[rmwba]?[ \t]+[^\s#!](?:[^\r\n#!]*[^\s#!])?/),
  line_breaks: false,
  start_chars_hint: ["i"],
});
export const Quoted = createToken({ name: "Quoted", pattern: /"(?:[^"\r\n]|\r(?!\n))*"?/, line_breaks: false });
/**
 * `${NAME}` holds braces that are not the block's; `\#` and `\!` are no comments. Only ASCII blanks end a word
 * (WHITE_SPACE in lib/parser.h), so a no-break or ideographic space is part of it. The class is written without
 * a complement, which Chevrotain could not index by first character.
 */
export const Plain = createToken({
  name: "Plain",
  pattern: /(?:[\0-\x08\x0e-\x1f%-[\]-z|~-\uffff]|\\[#!\\]?|\$\{[^{}\n"]*\}|\$)+/,
  line_breaks: false,
});

export const tokens = [
  Newline,
  Blank,
  Comment,
  OpenBrace,
  CloseBrace,
  Condition,
  Definition,
  Loop,
  Include,
  Quoted,
  Plain,
];

export function createLexer(): Lexer {
  return new Lexer(tokens, { positionTracking: "onlyOffset", ensureOptimizations: true, safeMode: false });
}

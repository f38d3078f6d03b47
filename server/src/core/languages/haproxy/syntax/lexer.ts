/**
 * Lines, words and comments of haproxy.cfg (readcfgfile in src/cfgparse.c, parse_line in src/tools.c). No keyword
 * stands here. The files of the inner languages' tokens are beside this one.
 */
import { createToken, type IToken, Lexer } from "chevrotain";
import type { Word } from "../../../syntax/ast.ts";
import { readWord } from "./words.ts";

type Match = RegExpExecArray & { payload?: Word };

function atLineStart(tokens: readonly IToken[]): boolean {
  const last = tokens.at(-1)?.tokenType;
  return last === undefined || last === Newline || last === TemplateLine;
}

/** A token that is only recognised where a line begins. */
function lineStart(pattern: RegExp) {
  const sticky = new RegExp(pattern.source, "y");
  return (text: string, offset: number, tokens: readonly IToken[]): RegExpExecArray | null => {
    if (!atLineStart(tokens)) return null;
    sticky.lastIndex = offset;
    return sticky.exec(text);
  };
}

/** A word with quotes, backslashes or a template's gap; it comes with the tree's word as its payload. */
function quotedWord(text: string, offset: number): RegExpExecArray {
  const word = readWord(text, offset);
  const match = [word.raw] as unknown as Match;
  match.payload = word;
  return match;
}

/** What a word may begin with, for Chevrotain's table by first character: above 255, it has one place for each 255 codes. */
function anyWordStart(): number[] {
  const codes = Array.from({ length: 256 }, (_, code) => code).filter(
    (code) => !/[ \t\v\f\r\n#]/.test(String.fromCharCode(code)),
  );
  for (let code = 256; code <= 0xffff; code += 255) codes.push(code);
  return [...codes, 0xffff];
}

export const Newline = createToken({ name: "Newline", pattern: /\n/, line_breaks: true });
const Blank = createToken({
  name: "Blank",
  pattern: /[ \t\v\f][ \t\v\f\r]*|\r[ \t\v\f\r]*(?![^\n])/,
  group: Lexer.SKIPPED,
  start_chars_hint: [" ", "\t", "\v", "\f", "\r"],
});
/** Carriage returns before the first word and behind blanks are skipped like those (isspace). */
const LeadingReturn = createToken({
  name: "LeadingReturn",
  pattern: lineStart(/[ \t\v\f\r]+/),
  line_breaks: false,
  group: Lexer.SKIPPED,
  start_chars_hint: ["\r"],
});
/** A carriage return directly behind a word ends the line for the daemon, so it reads nothing of what follows. */
export const Ignored = createToken({ name: "Ignored", pattern: /\r[^\n]*/, start_chars_hint: ["\r"] });
export const Comment = createToken({
  name: "Comment",
  pattern: /#(?:[^\r\n]|\r(?!\n))*/,
  start_chars_hint: ["#"],
});
/** A statement of a template that generates the file, at the start of a line. */
export const TemplateLine = createToken({
  name: "TemplateLine",
  pattern: lineStart(/\{%[^\r\n]{0,1000}?%\}|\{#[^\r\n]{0,1000}?#\}|<%(?!=)[^\r\n]{0,1000}?%>/),
  line_breaks: false,
  start_chars_hint: ["{", "<"],
});
/** The class is written without a complement, which Chevrotain could not index by first character. */
export const Plain = createToken({
  name: "Plain",
  pattern: /[\0-\x08\x0e-\x1f!$-&(-;=-[\]-z|-\uffff]+(?![^ \t\v\f\r\n#])|\{(?![^ \t\v\f\r\n#])/,
  line_breaks: false,
});
export const Quoted = createToken({
  name: "Quoted",
  pattern: { exec: quotedWord },
  line_breaks: false,
  start_chars_hint: anyWordStart(),
});

export const fileTokens = [Newline, Blank, LeadingReturn, Ignored, Comment, TemplateLine, Plain, Quoted];

export function createLexer(): Lexer {
  return new Lexer(fileTokens, { positionTracking: "onlyOffset", safeMode: false });
}

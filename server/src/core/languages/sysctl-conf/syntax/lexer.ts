/**
 * Lines of sysctl.conf: comments, keys, the first "=" of a line, values (procps: src/sysctl.c, parse_setting_line;
 * systemd: src/sysctl/sysctl.c, parse_file). A comment stands on a line of its own; behind a value "#" is a part of it.
 */
import { createToken, Lexer } from "chevrotain";

/** Only ASCII blanks part words (isspace in the C locale). */
const blank = /[ \t\v\f\r]+/;

export const Newline = createToken({ name: "Newline", pattern: /\n/, line_breaks: true });
/** Ends a line that has begun. */
export const LineEnd = createToken({ name: "LineEnd", pattern: /\n/, line_breaks: true, pop_mode: true });
const Blank = createToken({ name: "Blank", pattern: blank, group: Lexer.SKIPPED });
export const Comment = createToken({ name: "Comment", pattern: /[#;][^\n]*/, line_breaks: false });
/** In front of a key: failures do not matter, or without a value: globs leave this key alone. */
export const Dash = createToken({ name: "Dash", pattern: "-", push_mode: "key" });
export const Equals = createToken({ name: "Equals", pattern: "=", pop_mode: true, push_mode: "value" });
export const EqualsFirst = createToken({ name: "EqualsFirst", pattern: "=", push_mode: "value" });
/** The classes are written without a complement, which Chevrotain could not index by first character. */
export const KeyFirst = createToken({
  name: "KeyFirst",
  pattern: /[\0-\x08\x0e-\x1f!"$-,.-:<>-\uffff][\0-\x08\x0e-\x1f!-<>-\uffff]*/,
  line_breaks: false,
  push_mode: "key",
});
export const Key = createToken({ name: "Key", pattern: /[\0-\x08\x0e-\x1f!-<>-\uffff]+/, line_breaks: false });
export const Value = createToken({ name: "Value", pattern: /[\0-\x08\x0e-\x1f!-\uffff]+/, line_breaks: false });

const modes = {
  start: [Newline, Blank, Comment, Dash, EqualsFirst, KeyFirst],
  key: [LineEnd, Blank, Equals, Key],
  value: [LineEnd, Blank, Value],
};

export const tokens = [Newline, LineEnd, Blank, Comment, Dash, Equals, EqualsFirst, KeyFirst, Key, Value];

export function createLexer(): Lexer {
  return new Lexer({ modes, defaultMode: "start" }, { positionTracking: "onlyOffset", safeMode: false });
}

/** The tokens of the languages within words. Each language is a mode of one lexer; it reads the value of a word. */
import { createToken, Lexer } from "chevrotain";

/** is_idchar of include/haproxy/tools.h. */
export const Name = createToken({ name: "Name", pattern: /[A-Za-z0-9._+:-]+/ });
export const Commas = createToken({ name: "Commas", pattern: /,+/ });
export const OpenArguments = createToken({ name: "OpenArguments", pattern: "(", push_mode: "arguments" });
/**
 * One argument with its quotes (make_arg_list in src/arg.c). A parenthesis that opens is an ordinary character, and a
 * backslash does not hide a comma.
 */
export const Argument = createToken({
  name: "Argument",
  pattern: /(?:[^,)"'\\]|\\[\\ "'rnt]?|"(?:[^"\\]|\\[\\ "'rnt]?)*"?|'[^']*'?)+/,
  line_breaks: true,
});
export const Comma = createToken({ name: "Comma", pattern: "," });
export const CloseArguments = createToken({ name: "CloseArguments", pattern: ")", pop_mode: true });
/** What can be no part of an expression. */
export const Other = createToken({ name: "Other", pattern: /[^A-Za-z0-9._+:,(-]/, line_breaks: true });

export const FormatText = createToken({ name: "FormatText", pattern: /[^%]+/, line_breaks: true });
/** A name of an item is lost where a second percent sign follows. */
export const FormatPercent = createToken({ name: "FormatPercent", pattern: /%(?:\([\w-]*(?::[\w-]*)?\))?%/ });
export const FormatSample = createToken({
  name: "FormatSample",
  pattern: /%(?:\([\w-]*(?::[\w-]*)?\))?(?:\{[^}]*\})?\[/,
  line_breaks: true,
  push_mode: "sample",
});
export const FormatAlias = createToken({
  name: "FormatAlias",
  pattern: /%(?:\([\w-]*(?::[\w-]*)?\))?(?:\{[^}]*\}[A-Za-z0-9]+|[A-Za-z][A-Za-z0-9]*)/,
  line_breaks: true,
});
/** A percent sign that begins nothing; what is wrong with it says the text behind it. */
export const FormatBroken = createToken({
  name: "FormatBroken",
  pattern: /%(?:\([\w-]*(?::[\w-]*)?\)?)?(?:\{[^}]*\}?)?/,
  line_breaks: true,
});
export const CloseSample = createToken({ name: "CloseSample", pattern: "]", pop_mode: true });

export const PredicateCall = createToken({
  name: "PredicateCall",
  pattern: /[A-Za-z_][A-Za-z0-9_]*\(/,
  push_mode: "arguments",
});
export const PredicateName = createToken({ name: "PredicateName", pattern: /[A-Za-z_][A-Za-z0-9_]*/ });
export const PredicateNumber = createToken({
  name: "PredicateNumber",
  pattern: /[+-]?(?:0[xX][0-9A-Fa-f]+|[0-9]+)/,
});
export const Not = createToken({ name: "Not", pattern: "!" });
export const And = createToken({ name: "And", pattern: "&&" });
export const Or = createToken({ name: "Or", pattern: "||" });
export const OpenGroup = createToken({ name: "OpenGroup", pattern: "(" });
export const CloseGroup = createToken({ name: "CloseGroup", pattern: ")" });
const PredicateBlank = createToken({ name: "PredicateBlank", pattern: /[ \t]+/, group: Lexer.SKIPPED });
export const PredicateOther = createToken({ name: "PredicateOther", pattern: /[\0-\uffff]/, line_breaks: true });

export const SocketType = createToken({ name: "SocketType", pattern: /(?:stream|dgram|quic)\+/ });
export const FamilyPrefix = createToken({ name: "FamilyPrefix", pattern: /[A-Za-z][A-Za-z0-9_-]*@/ });
export const Colon = createToken({ name: "Colon", pattern: ":" });
export const Bracket = createToken({ name: "Bracket", pattern: /[[\]]/ });
export const AddressText = createToken({ name: "AddressText", pattern: /[^:[\]]+/, line_breaks: true });

/** Words of a condition. No lexer makes them; `condition.ts` makes one of each word. */
export const ConditionName = createToken({ name: "ConditionName", pattern: Lexer.NA });
export const ConditionOr = createToken({ name: "ConditionOr", pattern: Lexer.NA });
export const ConditionNot = createToken({ name: "ConditionNot", pattern: Lexer.NA });
export const ConditionOpen = createToken({ name: "ConditionOpen", pattern: Lexer.NA });
export const ConditionClose = createToken({ name: "ConditionClose", pattern: Lexer.NA });

const modes = {
  /** An expression that has the word for itself. */
  expression: [Name, Commas, OpenArguments, Other],
  /** An expression in `%[…]`. */
  sample: [Name, Commas, OpenArguments, CloseSample, Other],
  arguments: [Argument, Comma, CloseArguments],
  format: [FormatText, FormatPercent, FormatSample, FormatAlias, FormatBroken],
  predicate: [
    PredicateBlank,
    PredicateNumber,
    PredicateCall,
    PredicateName,
    Not,
    And,
    Or,
    OpenGroup,
    CloseGroup,
    PredicateOther,
  ],
  address: [SocketType, FamilyPrefix, Colon, Bracket, AddressText],
};

export const innerTokens = [
  ...new Set(Object.values(modes).flat()),
  ConditionName,
  ConditionOr,
  ConditionNot,
  ConditionOpen,
  ConditionClose,
];

export function createInnerLexer(): Lexer {
  return new Lexer({ modes, defaultMode: "expression" }, { positionTracking: "onlyOffset", safeMode: false });
}

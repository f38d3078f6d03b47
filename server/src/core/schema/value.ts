/**
 * What a kind of value can do: read words, say what it accepts, offer completions. Each kind is one file in
 * `values/`; none of them knows a directive.
 */
import type { Word } from "../syntax/ast.ts";
import type { Text } from "../text/localized.ts";
import type { Range } from "../text/range.ts";
import type { Bound } from "./bound.ts";
import type { Fix, Problem, TextEdit } from "./problem.ts";
import type { Keyword } from "./spec.ts";

/** How a word is coloured; names of LSP semantic token types. */
export type TokenType = "keyword" | "string" | "number" | "enumMember" | "property" | "class" | "function" | "macro";

/** A set of names in which definitions and references meet, such as `vrrp_script`. */
export type Scope = string;

/** A value that was read from one or more words. */
export interface BoundValue {
  /** The argument's or the option's name. */
  readonly name: string;
  readonly word: Word;
  /** What the daemon makes of it: a number for numbers, a boolean for flags, otherwise the text. */
  readonly data: string | number | boolean;
  readonly token: TokenType;
  readonly defines?: Scope;
  readonly refers?: Scope;
  /** Whose name it is, where a scope has names of its own for each of several owners: the servers of a backend. */
  readonly owner?: string;
  /** The entry that explains the word: an option, a function. */
  readonly keyword?: Keyword;
  /** What the word says in a language of its own, for the rules of that language. */
  readonly inner?: object;
}

/** One thing that completion may insert. */
export interface Suggestion {
  readonly label: string;
  readonly doc?: Text;
  readonly kind: "keyword" | "value" | "option" | "reference" | "snippet" | "function";
  /** Snippet syntax (`${1:…}`); the label where absent. */
  readonly insert?: string;
  /** Where in what is typed of the word the part begins that is replaced; the whole word where absent. */
  readonly from?: number;
  readonly detail?: string;
  /** The entry that explains it. */
  readonly keyword?: Keyword;
  /** Completion should open again at once. */
  readonly again?: boolean;
}

/** What a value may ask for while it suggests. */
export interface SuggestContext {
  /** Names defined in a scope, in this configuration. */
  readonly names: (scope: Scope, owner?: string) => readonly string[];
  /** What is typed of the word so far, as the daemon would read it. */
  readonly typed: string;
  readonly version: string;
  /** The block in which the statement stands. */
  readonly block: Bound | undefined;
}

/** What a value reports: a problem whose file, severity and language are known to the reader. */
export interface Finding extends Range {
  readonly code: string;
  readonly message: Text;
  readonly fixes?: readonly Fix[];
  readonly severity?: Problem["severity"];
  readonly tag?: NonNullable<Problem["tag"]>;
}

/** The words of one statement, read from left to right. */
export interface Reader {
  /** The next word, without taking it. */
  peek(): Word | undefined;
  /** Takes the next word. */
  next(): Word | undefined;
  /** The word that was taken last: the keyword, before any is. */
  readonly last: Word | undefined;
  /** The words left, without taking them. */
  left(): readonly Word[];
  bind(value: BoundValue): void;
  /** What was bound so far. */
  readonly values: readonly BoundValue[];
  /** Says what is wrong; the code is the tail of a rule id. */
  report(finding: Finding): void;
  /** An edit of this statement's section, for fixes. */
  edit(range: Range, replacement: string): TextEdit;
  /** The words of the statement's line as one text from the next word on, for values that split it in their own way. */
  rawLeft(): { readonly text: string; readonly start: number };
  /** The daemon's version, such as `2.2.7`. */
  readonly version: string;
  /** The block in which the statement stands. */
  readonly block: Bound | undefined;
}

export interface Value {
  /** How it reads in a signature: `1-255`, `on|off`, `ADDRESS`. */
  readonly signature: string;
  /** What is told where it is missing: no more than what must come next. The signature where absent. */
  readonly needs?: string;
  readonly token: TokenType;
  readonly unit?: string;
  /** Takes all words that are left: options in any order. */
  readonly many?: boolean;
  /** Sentences for the hover about what is accepted, where the signature does not say it. */
  readonly hint?: Text;
  readonly defines?: Scope;
  readonly refers?: Scope;
  /** It is asked to match also where no word is left, for it judges the keyword too. */
  readonly always?: true;
  /** Whether a word can be meant for it, where it may be left out. Any word can where absent. */
  accepts?(word: Word): boolean;
  /** Reads its words under the argument name `name`; reports what is wrong. There is a next word, unless `always` is set. */
  match(reader: Reader, name: string): void;
  /** Says what is wrong with words that are left over behind it, where it knows better than "too many"; whether it did. */
  leftover?(reader: Reader): boolean;
  suggest?(before: readonly Word[], context: SuggestContext): readonly Suggestion[];
  /** What hover says about one word of the value, such as an option's name. */
  describe?(word: Word): Text | undefined;
}

/** What a message calls a value that is missing: of free text, its name says more than what it is made of. */
export function needed(name: string, { needs, signature }: Value): string {
  const isVague = needs === undefined && signature === "STRING" && /^[a-z]+(?:-[a-z]+)*$/.test(name);
  return isVague ? name.toUpperCase() : (needs ?? signature);
}

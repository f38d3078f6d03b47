/**
 * The shape of a language table. Everything that the tool knows about a directive stands in one entry; validation,
 * completion, hover, tokens, definition and references, the docs and the grammars all read the same entry.
 */
import type { Word } from "../syntax/ast.ts";
import type { Text } from "../text/localized.ts";
import { atLeast } from "../text/version.ts";
import type { Bound } from "./bound.ts";
import type { Fix } from "./problem.ts";
import type { Value } from "./value.ts";

/** One argument of a directive, or one part of a line in a list block. */
export interface Argument {
  /** What it is called in signatures, and the key under which its value is bound. */
  readonly name: string;
  readonly value: Value;
  readonly optional?: boolean;
  /** Takes all words that are left. */
  readonly repeat?: boolean;
}

export interface Deprecation {
  /** First version that counts it as outdated; every version where absent. */
  readonly since?: string;
  /** What to write instead: a keyword of the same block when it is one word. */
  readonly use?: string;
  /** Whether the daemon's configuration test reports it (and so refuses the file). */
  readonly reported: boolean;
}

/** From a version on the daemon no longer knows a keyword. */
export interface Removal {
  readonly in: string;
  readonly use?: string;
}

/** A line of a keyword that newer versions do not know, or only for a while. */
export interface OldLine {
  /** The words of the statement with those of the keyword, without a negation before them. */
  readonly words: readonly Word[];
  readonly negated: boolean;
  readonly block: Bound | undefined;
}

/** What says the same to newer versions. */
export interface NewLine {
  /** Stands in the place of the words; several lines perhaps. Empty where the line is to go altogether. */
  readonly text: string;
  readonly safety: Fix["safety"];
}

export type Rewrite = (line: OldLine) => NewLine | undefined;

/**
 * What the daemon makes of a keyword that it knows in a block of this kind: `ignored` with a warning, `refused`, or
 * refused where the block has no name.
 */
export type Effect = "works" | "ignored" | "refused" | "refused-unnamed";

/** A fact that hover tells. */
export interface Row {
  readonly label: Text;
  readonly value: string | Text;
}

export interface Keyword {
  /** One word, or several: `option httpchk`. */
  readonly name: string;
  /** The last word of the name only begins what is written; the rest of that word is the first argument: `set-var(txn.x)`. */
  readonly prefix?: boolean;
  /** A `*` in the name stands for whatever is written between two dots: `net.ipv4.conf.*.rp_filter`. */
  readonly pattern?: boolean;
  /** Further names by which a file may call it; trees and tables call it by the first one. */
  readonly spelled?: readonly string[];
  /** How it reads, where that is not the name with its arguments. */
  readonly signature?: string;
  /** `no` may stand before it; `alone` where nothing may follow then. */
  readonly negatable?: boolean | "alone";
  /** `default` may stand before it, from this version on. */
  readonly defaultable?: string;
  /** What it does in this block, from which version on; it works where nothing is said. */
  readonly here?: readonly { readonly since: string; readonly effect: Effect }[];
  /** The modes in which the block must run for it to do something; every mode where absent. */
  readonly modes?: readonly string[];
  /** The keyword that this is another name for. */
  readonly aliasOf?: string;
  readonly args: readonly Argument[];
  readonly body?: Body;
  /** Words beyond the arguments are refused, perhaps only from a version on; elsewhere they are ignored silently. */
  readonly exact?: boolean | string;
  /** May stand several times, and each one counts. Otherwise the last one wins. */
  readonly repeat?: boolean;
  /** What the daemon's test makes of a second one, where it says anything. */
  readonly again?: "refused" | "warned";
  /** Only of lines with the same first value is one the other again. */
  readonly againBy?: "first";
  /** For a keyword that may stand once: what the daemon makes of a second one. */
  readonly duplicate?: "last-wins" | "first-wins-reported" | "last-wins-reported";
  /** First version that reports a second one. */
  readonly duplicateSince?: string;
  /** A value that the daemon takes for "not set yet": after it, another one is no second one. */
  readonly unset?: number;
  /** The block is useless or refused without it: offered first by completion. */
  readonly required?: boolean;
  /** The value itself, or what decides it. */
  readonly default?: string | Text;
  /** First version that knows the keyword. */
  readonly since: string;
  readonly deprecated?: Deprecation;
  readonly removed?: Removal;
  /** The line for newer versions, where that is certain enough to be offered. */
  readonly rewrite?: Rewrite;
  /** More facts for the hover. */
  readonly rows?: readonly Row[];
  /** What the daemon does with a value it cannot take, as a short text. */
  readonly note?: Text;
  readonly doc: Text;
  readonly link: string;
  /** Lines that must bind without a problem, and lines that must not. */
  readonly ok: readonly string[];
  readonly bad: readonly string[];
}

/** A block of keywords, or a block of lines that are data. */
export type Body = KeywordBody | LineBody;

export interface KeywordBody {
  readonly kind: "keywords";
  readonly keywords: readonly Keyword[];
  /** Words that are none of them, and of which there is more to say than that. */
  readonly mistakes?: readonly Mistake[];
}

/** A word that people write in a block although no version, or none that is still judged, knows it there. */
export interface Mistake {
  readonly name: string;
  /** What is said of it. */
  readonly message: Text;
  /** The keyword of the same block that is meant; the line is superfluous where absent. */
  readonly use?: string;
}

export interface LineBody {
  readonly kind: "lines";
  readonly line: readonly Argument[];
}

export function keywords(list: readonly Keyword[], mistakes: readonly Mistake[] = []): KeywordBody {
  return { kind: "keywords", keywords: list, ...(mistakes.length === 0 ? {} : { mistakes }) };
}

export function lines(...line: readonly Argument[]): LineBody {
  return { kind: "lines", line };
}

/** A mandatory argument. */
export function arg(name: string, value: Value): Argument {
  return { name, value };
}

export function optional(name: string, value: Value): Argument {
  return { name, value, optional: true };
}

/** All further words, at least one. */
export function rest(name: string, value: Value): Argument {
  return { name, value, repeat: true };
}

/** All further words, perhaps none. */
export function optionalRest(name: string, value: Value): Argument {
  return { name, value, optional: true, repeat: true };
}

/** The same keywords, those that `changes` names with other facts. */
export function vary(
  list: readonly Keyword[],
  changes: Readonly<Record<string, Partial<Keyword>>>,
): readonly Keyword[] {
  return list.map((keyword) => ({ ...keyword, ...changes[keyword.name] }));
}

/** Whether a version of the daemon knows a keyword. */
export function isKnownIn({ since, removed }: Pick<Keyword, "since" | "removed">, version: string): boolean {
  return atLeast(version, since) && (removed === undefined || !atLeast(version, removed.in));
}

/** Whether a version of the daemon, or its manual, counts a keyword as outdated. */
export function isDeprecatedIn({ deprecated }: Pick<Keyword, "deprecated">, version: string): boolean {
  return deprecated !== undefined && (deprecated.since === undefined || atLeast(version, deprecated.since));
}

/** What a keyword does in the block whose table this entry is in. */
export function effectHere({ here }: Keyword, version: string): Effect {
  return here?.findLast(({ since }) => atLeast(version, since))?.effect ?? "works";
}

const indexes = new WeakMap<KeywordBody, ReadonlyMap<string, Keyword>>();

/** The keyword of that name in a block. */
export function findKeyword(body: KeywordBody, name: string): Keyword | undefined {
  let index = indexes.get(body);
  if (index === undefined) {
    index = new Map(body.keywords.map((keyword) => [keyword.name, keyword]));
    indexes.set(body, index);
  }
  return index.get(name);
}

/** Calls `visit` for every keyword of a table with the path of blocks it stands in (`""` for the root). */
export function eachKeyword(body: KeywordBody, visit: (keyword: Keyword, path: string) => void, path = ""): void {
  for (const keyword of body.keywords) {
    visit(keyword, path);
    if (keyword.body?.kind === "keywords") {
      eachKeyword(keyword.body, visit, path === "" ? keyword.name : `${path}/${keyword.name}`);
    }
  }
}

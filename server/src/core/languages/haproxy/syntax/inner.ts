/**
 * The trees of the languages within words: sample expressions, log formats, conditions, addresses, predicates of `.if`.
 * All ranges are offsets of the section. Errors are kinds with ranges; others word them. Whatever a word holds that
 * only the host knows (`unknown`) is no error.
 */
import type { Word } from "../../../syntax/ast.ts";
import type { Range } from "../../../text/range.ts";

/** Something that the daemon refuses, and where. */
export interface Failure<Kind extends string> extends Range {
  readonly kind: Kind;
}

/** A name, perhaps with arguments: a fetch, a converter, a predicate. */
export interface Call extends Range {
  readonly name: Word;
  /** Absent without parentheses; empty for `()`. Arguments behind a comma always exist, even empty ones. */
  readonly args: readonly CallArgument[] | undefined;
  /** False where the closing parenthesis is missing. */
  readonly closed: boolean;
}

export interface CallArgument {
  /** Its value is what is left after the second level of quotes (make_arg_list in src/arg.c). */
  readonly word: Word;
}

export type ExpressionErrorKind =
  /** No name where the fetch should stand. */
  | "missing-fetch"
  /** No name behind a comma, and something else there; a comma at the end of a word is allowed. */
  | "missing-converter"
  /** The parenthesis of arguments is not closed. */
  | "unclosed-arguments";

/** A fetch and the converters behind it (sample_parse_expr in src/sample.c). */
export interface Expression extends Range {
  /** Its name is empty for "missing-fetch". */
  readonly fetch: Call;
  readonly converters: readonly Call[];
  readonly error?: Failure<ExpressionErrorKind>;
  /** What is left behind it in the word. A lone expression may leave nothing; the daemon then says "missing comma". */
  readonly rest?: Word;
}

/** Converters that stand in a word of their own behind an expression; the daemon reads them on as long as it knows them. */
export interface Converters extends Range {
  readonly converters: readonly Call[];
  readonly error?: Failure<ExpressionErrorKind>;
  readonly rest?: Word;
}

export type LogFormatErrorKind =
  | ExpressionErrorKind
  /** The text ends within an item: a lone `%` at the end, `%{` without `}`. */
  | "truncated"
  /** `%` with a blank or a digit behind it; `%%` was meant. */
  | "lone-percent"
  /** `%{…}` without a name behind it. */
  | "missing-alias"
  /** `%(…)` with a character that no item's name may hold, or not closed. */
  | "item-name"
  /** `%[…` without `]`. */
  | "missing-bracket"
  /** Something else than `]` behind a complete expression. */
  | "expected-bracket";

export interface Literal extends Range {
  readonly kind: "literal";
  /** `%%` gives one `%`; "dropped" is a `%` before a sign, which the daemon leaves out. */
  readonly percent?: "escaped" | "dropped";
}

/** What aliases and samples share: `%(name:type){+Q}…`. Names and types of items are known since 3.0. */
interface Item extends Range {
  readonly itemName?: Word;
  readonly itemType?: Word;
  /** What stands between the braces. */
  readonly argument?: Word;
  /** The pieces of the argument, each with its sign. */
  readonly flags: readonly Word[];
}

/** `%ci`; `%{+Q}o` sets flags for all that follows. */
export interface Alias extends Item {
  readonly kind: "alias";
  readonly name: Word;
}

/** `%[src]`. */
export interface SampleItem extends Item {
  readonly kind: "sample";
  readonly expression: Expression;
  readonly closed: boolean;
}

export interface LogFormat {
  readonly parts: readonly (Literal | Alias | SampleItem)[];
  /** In order. The daemon stops at the first. */
  readonly errors: readonly Failure<LogFormatErrorKind>[];
}

export type ConditionErrorKind =
  /** `{` without `}`. */
  | "missing-brace"
  /** `{ }`: the daemon misses the fetch. */
  | "empty-braces";

export interface NamedTerm extends Range {
  readonly kind: "named";
  readonly negated: boolean;
  /** Without exclamation marks. */
  readonly name: Word;
}

export interface AnonymousTerm extends Range {
  readonly kind: "anonymous";
  readonly negated: boolean;
  /** The words between the braces. */
  readonly words: readonly Word[];
  readonly open: Range;
  readonly close: Range | undefined;
}

export type Term = NamedTerm | AnonymousTerm;

/** What stands behind `if` and `unless`: alternatives of terms that must all hold. Never an empty alternative. */
export interface Condition {
  readonly alternatives: readonly (readonly Term[])[];
  readonly error?: Failure<ConditionErrorKind>;
}

export type AddressKind =
  | "ipv4"
  | "ipv6"
  | "name"
  /** No host or `*`: every address of the host. */
  | "any"
  | "unix"
  | "abns"
  | "abnsz"
  | "fd"
  | "sockpair"
  | "rhttp"
  /** A prefix that str2sa_range does not know, such as `ring@` of log targets. */
  | "other";

export type AddressErrorKind =
  /** Nothing at all. */
  | "empty"
  /** A character that is no digit in a port. Releases before 3.0 read the digits before it. */
  | "port-character"
  /** A port above 65535. */
  | "port-value"
  /** A range whose end is below its start. */
  | "port-order"
  /** `[` or `]` without the other, or no address between them. Taken for a name, which `server` may resolve later. */
  | "brackets"
  /** The prefix asks for the other family than the address has. Taken for a name as well. */
  | "family"
  /** No number behind `fd@` or `sockpair@`. */
  | "descriptor"
  /** Longer than a socket's name may be. */
  | "path-length";

export interface AddressPort {
  readonly word: Word;
  /** Absent where the word is no number or only the host knows it. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** An offset to the port that the client came to. */
  readonly relative?: "+" | "-";
  /** Whether two ports are written, `80-90`. */
  readonly range: boolean;
}

/** Where to listen, to connect or to send (str2sa_range in src/tools.c). */
export interface Address extends Range {
  readonly kind: AddressKind;
  /** `stream+`, `dgram+`, `quic+`, without the sign. */
  readonly socketType?: Word;
  /** Without the `@`. */
  readonly family?: Word;
  /** Without the brackets of IPv6; absent for kinds that have a path. */
  readonly host: Word | undefined;
  readonly port?: AddressPort;
  /** The path, name or number behind the prefix, for all kinds without a host. */
  readonly path?: Word;
  /** Where only the host that reads the file knows all of it: address words expand `$NAME` even without quotes. */
  readonly unknown: boolean;
  readonly errors: readonly Failure<AddressErrorKind>[];
}

export type PredicateErrorKind =
  | "missing-term"
  | "unclosed-arguments"
  /** A group's parenthesis is not closed. */
  | "unclosed-group"
  /** Something behind a complete predicate. */
  | "unexpected"
  | "too-deep";

export type PredicateTerm = Range & { readonly negated: boolean } & (
    | { readonly kind: "call"; readonly call: Call }
    | { readonly kind: "number"; readonly value: number; readonly word: Word }
    | { readonly kind: "group"; readonly alternatives: readonly (readonly PredicateTerm[])[] }
  );

/** What stands behind `.if` and `.elif` (src/cfgcond.c): alternatives of terms that must all hold. */
export interface Predicate {
  readonly alternatives: readonly (readonly PredicateTerm[])[];
  readonly error?: Failure<PredicateErrorKind>;
}

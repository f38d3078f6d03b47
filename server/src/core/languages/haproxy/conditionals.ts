/** What becomes of the lines between `.if` and `.endif`, as far as the text tells (src/cfgcond.c). */
import type { Word } from "../../syntax/ast.ts";
import { atLeast } from "../../text/version.ts";
import type { Predicate, PredicateTerm } from "./syntax/inner.ts";

/** True, false, or undefined where only the host that reads the file knows. */
export type Verdict = boolean | undefined;

export function verdict({ alternatives }: Predicate, version: string): Verdict {
  return anyOf(alternatives.map((terms) => allOf(terms.map((term) => termVerdict(term, version)))));
}

function anyOf(all: readonly Verdict[]): Verdict {
  return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
}

function allOf(all: readonly Verdict[]): Verdict {
  return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
}

function termVerdict(term: PredicateTerm, version: string): Verdict {
  const found =
    term.kind === "number"
      ? term.value !== 0
      : term.kind === "group"
        ? anyOf(term.alternatives.map((terms) => allOf(terms.map((one) => termVerdict(one, version)))))
        : callVerdict(term.call.name.value, term.call.args?.map((one) => one.word) ?? [], version);
  return found !== undefined && term.negated ? !found : found;
}

type Judge = (a: string, b: string, version: string) => Verdict;

/** What can be told without the host: builds, libraries and the environment are its own. */
const judges: Readonly<Record<string, Judge>> = {
  streq: (a, b) => a === b,
  strneq: (a, b) => a !== b,
  strstr: (a, b) => a.includes(b),
  version_atleast: (wanted, _b, version) => atLeast(version, plain(wanted)),
  version_before: (wanted, _b, version) => !atLeast(version, plain(wanted)),
};

/** The version's number without `-dev5`. */
function plain(version: string): string {
  return version.replace(/-.*/, "");
}

interface KnownPredicate {
  readonly since: string;
  readonly args: number;
  /** What its argument must look like; up to 3.3 the daemon crashes on others (src/ssl_utils.c: openssl_version_parser). */
  readonly pattern?: RegExp;
}

const libraryVersion = /^\d+\.\d+\.\d/;

/** The predicates that a version knows. */
export const predicates: Readonly<Record<string, KnownPredicate>> = {
  defined: { since: "2.4", args: 1 },
  feature: { since: "2.4", args: 1 },
  streq: { since: "2.4", args: 2 },
  strneq: { since: "2.4", args: 2 },
  version_atleast: { since: "2.4", args: 1 },
  version_before: { since: "2.4", args: 1 },
  openssl_version_atleast: { since: "2.5", args: 1, pattern: libraryVersion },
  openssl_version_before: { since: "2.5", args: 1, pattern: libraryVersion },
  ssllib_name_startswith: { since: "2.5", args: 1 },
  enabled: { since: "2.8", args: 1 },
  strstr: { since: "2.8", args: 2 },
  awslc_api_atleast: { since: "3.0", args: 1 },
  awslc_api_before: { since: "3.0", args: 1 },
  fips_mode: { since: "3.5", args: 0 },
};

function callVerdict(name: string, args: readonly Word[], version: string): Verdict {
  const judge = judges[name];
  if (judge === undefined || args.some((word) => word.unknown === true)) return undefined;
  return judge(args[0]?.value ?? "", args[1]?.value ?? "", version);
}

/**
 * The open conditions at one point of the text, one letter each: `a` their lines are read, `i` not (another branch
 * may be), `d` not any more (a branch before was), `u` only the host knows. A capital letter says that `.else` is past.
 */
export type Stack = string;

export function isActive(stack: Stack): Verdict {
  return allOf([...stack.toLowerCase()].map((letter) => (letter === "a" ? true : letter === "u" ? undefined : false)));
}

/** The letter for a branch with this verdict, behind a branch with `before`. */
export function branch(found: Verdict, before: string | undefined): string {
  const past = before?.toLowerCase();
  if (past === "a" || past === "d") return "d";
  if (found === true) return past === "u" ? "u" : "a";
  return found === undefined ? "u" : past === "u" ? "u" : "i";
}

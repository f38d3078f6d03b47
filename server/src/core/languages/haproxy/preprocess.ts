/**
 * What happens to lines before their keywords are looked at (src/cfgparse.c: readcfgfile): conditions leave lines out,
 * an empty word ends its line. The text itself is never changed, so every range stays true.
 */
import type { Environment, Preprocessed, PreprocessHost } from "../../model/language.ts";
import type { Problem, Source } from "../../schema/problem.ts";
import type { Item, Statement, Word } from "../../syntax/ast.ts";
import { atLeast } from "../../text/version.ts";
import { branch, isActive, predicates, type Stack, verdict } from "./conditionals.ts";
import * as report from "./preprocessorProblems.ts";
import type { PredicateTerm } from "./syntax/inner.ts";
import { predicate } from "./syntax/predicate.ts";
import { wordErrors } from "./syntax/words.ts";

/** Under which name the open conditions are kept among the definitions; no variable can be called so. */
const stackName = ".if";
/** src/cfgparse.c: MAXNESTEDCONDS. */
const maxDepth = 100;
/** Since then the daemon complains of an empty word, and then refuses it; before, it ended the line in silence. */
const emptyWordReported = "3.2";
const emptyWordRefused = "3.3";
/** Conditions know `!` and parentheses since then (src/cfgcond.c). */
const signsSince = "2.5";
/** `"${NAME-default}"` as well (src/tools.c: parse_line). */
const defaultsSince = "2.5";

/** Whether a section needs more than its tree: it has directives, quotes or escapes, or a condition is open. */
export function needsPreprocessing(text: string, { definitions }: Environment): boolean {
  return (definitions.get(stackName) ?? "") !== "" || /["'\\$]|^[ \t]*\./m.test(text);
}

export function preprocess(
  items: readonly Item[],
  source: Source,
  environment: Environment,
  host: PreprocessHost,
): Preprocessed {
  const run = new Run(source, host, environment.definitions.get(stackName) ?? "");
  const kept = run.items(items);
  if (host.endsFile && run.stack !== "") run.endOfFile(items);
  const stack = host.endsFile ? "" : run.stack;
  return {
    items: kept,
    environment:
      stack === (environment.definitions.get(stackName) ?? "")
        ? environment
        : { definitions: new Map([[stackName, stack]]) },
    problems: run.problems,
    included: [],
    incomplete: false,
  };
}

class Run {
  readonly problems: Problem[] = [];
  stack: Stack;
  readonly #source: Source;
  readonly #host: PreprocessHost;

  constructor(source: Source, host: PreprocessHost, stack: Stack) {
    this.#source = source;
    this.#host = host;
    this.stack = stack;
  }

  items(items: readonly Item[]): readonly Item[] {
    return items.flatMap((item) => (item.kind === "statement" ? this.#statement(item) : [item]));
  }

  /** Says that a condition is still open where the file ends. */
  endOfFile(items: readonly Item[]): void {
    const last = lastStatement(items);
    const head = last?.words[0] ?? { start: 0, end: this.#source.section.text.length };
    this.problems.push(report.missingEnd(this.#source, head));
  }

  #statement(statement: Statement): readonly Item[] {
    if (statement.form === "directive") {
      this.#directive(statement);
      return [statement];
    }
    const active = isActive(this.stack);
    const words = this.#words(statement, active);
    const { block } = statement;
    const inside = block === undefined ? undefined : { ...block, items: this.items(block.items) };
    if (active === false) return [];
    const same = words === statement.words && inside === undefined && active === true;
    return [
      same ? statement : { ...statement, words, block: inside, ...(active === undefined ? { uncertain: true } : {}) },
    ];
  }

  /** The words up to the first empty one. Words are cut and expanded even where their line is left out. */
  #words(statement: Statement, active: boolean | undefined): readonly Word[] {
    const { words } = statement;
    for (const word of words) {
      for (const error of wordErrors(word)) {
        const found = report.wordProblem(this.#source, error);
        if (found !== undefined) this.problems.push(found);
      }
      this.#defaults(word);
    }
    const empty = words.findIndex((word) => word.value === "" && word.unknown !== true && word.closed);
    if (empty === -1) return words;
    if (active !== false) {
      // A line that begins with one is an empty line.
      const refused = atLeast(this.#host.version, emptyWordRefused) && active === true && empty > 0;
      const word = words[empty];
      const isSilent = empty === words.length - 1 && !atLeast(this.#host.version, emptyWordReported);
      if (word !== undefined && !isSilent) {
        this.problems.push(report.emptyWord(this.#source, word, refused ? "error" : "warning"));
      }
    }
    return words.slice(0, empty);
  }

  /** Says of `"${NAME-default}"` that an old version does not know it. */
  #defaults(word: Word): void {
    const { version } = this.#host;
    if (word.unknown !== true || atLeast(version, defaultsSince)) return;
    const found = /\$\{\w+(?:\[\*\])?(-)/.exec(word.raw);
    if (found === null) return;
    const at = { start: word.start + found.index, end: word.start + found.index + found[0].length };
    this.problems.push(report.predicateTooNew(this.#source, at, "${NAME-…}", defaultsSince, version));
  }

  #directive(statement: Statement): void {
    const [head, ...words] = statement.words;
    if (head === undefined) return;
    for (const word of statement.words) if (!word.closed) this.problems.push(report.openQuote(this.#source, word));
    this.#handlers[head.value]?.(head, words);
  }

  readonly #handlers: Readonly<Record<string, (head: Word, words: readonly Word[]) => void>> = {
    ".if": (head, words) => {
      if (this.stack.length >= maxDepth) this.problems.push(report.tooDeep(this.#source, head));
      this.stack += branch(this.#verdict(words, isActive(this.stack) !== false), undefined);
    },
    ".elif": (head, words) => {
      const letter = this.#open(head);
      if (letter === undefined) return;
      const found = this.#verdict(words, isActive(this.stack.slice(0, -1)) !== false && "iu".includes(letter));
      this.stack = this.stack.slice(0, -1) + branch(found, letter);
    },
    ".else": (head, words) => {
      const letter = this.#open(head);
      if (letter === undefined) return;
      this.#nothing(head, words);
      const others = letter === "u" ? undefined : true;
      this.stack = this.stack.slice(0, -1) + branch(others, letter).toUpperCase();
    },
    ".endif": (head, words) => {
      if (this.stack === "") this.problems.push(report.strayDirective(this.#source, head, head.value));
      else this.#nothing(head, words);
      this.stack = this.stack.slice(0, -1);
    },
    ".alert": (head, [word]) => {
      if (isActive(this.stack) === true) this.problems.push(report.alert(this.#source, head, word?.value ?? ""));
    },
  };

  /** The letter of the innermost condition, unless its `.else` is past. */
  #open(head: Word): string | undefined {
    const letter = this.stack.at(-1);
    if (letter === undefined) this.problems.push(report.strayDirective(this.#source, head, head.value));
    else if (letter !== letter.toLowerCase()) this.problems.push(report.afterElse(this.#source, head, head.value));
    else return letter;
    return undefined;
  }

  #nothing(head: Word, [word]: readonly Word[]): void {
    if (word !== undefined) this.problems.push(report.excessWord(this.#source, word, head.value));
  }

  /** The daemon looks only at conditions that could count. */
  #verdict(words: readonly Word[], counts: boolean): boolean | undefined {
    const read = predicate(words);
    if (counts) {
      if (read.error !== undefined) this.problems.push(report.predicateProblem(this.#source, read.error));
      else for (const terms of read.alternatives) for (const term of terms) this.#term(term);
    }
    return verdict(read, this.#host.version);
  }

  #term(term: PredicateTerm): void {
    const { version } = this.#host;
    const sign = term.kind === "group" ? "(" : term.negated ? "!" : undefined;
    if (sign !== undefined && !atLeast(version, signsSince)) {
      const at = { start: term.start, end: term.start + 1 };
      this.problems.push(report.predicateTooNew(this.#source, at, sign, signsSince, version));
    }
    if (term.kind === "group") for (const terms of term.alternatives) for (const one of terms) this.#term(one);
    if (term.kind !== "call") return;
    const { name } = term.call;
    const known = predicates[name.value];
    if (known === undefined) this.problems.push(report.unknownPredicate(this.#source, name, name.value));
    else if (!atLeast(version, known.since)) {
      this.problems.push(report.predicateTooNew(this.#source, name, name.value, known.since, version));
    } else {
      // One argument may be left out; it is then empty (src/arg.c: make_arg_list).
      const { length: written } = term.call.args ?? [];
      const isWrong = written > known.args || (known.args > 1 && written < known.args);
      if (isWrong) this.problems.push(report.argumentCount(this.#source, name, name.value, known.args, written));
      const word = term.call.args?.[0]?.word;
      const isFine = word === undefined || word.unknown === true || known.pattern?.test(word.value) !== false;
      if (!isFine) this.problems.push(report.noLibraryVersion(this.#source, word, word.value));
    }
  }
}

function lastStatement(items: readonly Item[]): Statement | undefined {
  const last = items.findLast((item) => item.kind === "statement");
  return (last?.block === undefined ? undefined : lastStatement(last.block.items)) ?? last;
}

/**
 * The preprocessor of keepalived.conf: conditions, definitions, includes and loops (lib/parser.c: read_line,
 * check_definition, replace_param, add_seq, add_lst, check_include). It works on the tree and puts values into
 * words; the text itself is never expanded, so every range stays true.
 */

import type { Environment, Preprocessed, PreprocessHost } from "../../model/language.ts";
import { isBalanced } from "../../schema/braces.ts";
import type { Problem, Source } from "../../schema/problem.ts";
import type { Block, Included, Item, Statement, Word } from "../../syntax/ast.ts";
import type { Range } from "../../text/range.ts";
import { definitionValue, type Substituted, substitute } from "./definitions.ts";
import { loopRounds } from "./loops.ts";
import { parse } from "./parser.ts";
import * as report from "./preprocessorProblems.ts";

/** Values that hold values that hold values …: deeper is a circle. */
const maxDepth = 16;
/** Include files below include files. */
const maxIncludeDepth = 16;
/** Statements that loops and definitions may make in one section, so that no text can make us hang. */
const maxExpanded = 20_000;
/** Rounds of one loop that are read; the others would say the same. */
export const maxRounds = 256;

export function preprocess(
  items: readonly Item[],
  source: Source,
  environment: Environment,
  host: PreprocessHost,
): Preprocessed {
  const run = new Run(environment, host);
  const result = run.items(items, source, 0);
  return {
    items: run.unbalanced ? [] : result,
    environment: run.environment,
    problems: run.problems,
    included: run.included,
    incomplete: run.incomplete,
  };
}

class Run {
  readonly problems: Problem[] = [];
  readonly included: string[] = [];
  environment: Environment;
  incomplete = false;
  /** A definition's value opens or closes a block: what stands where can then not be told from the tree. */
  unbalanced = false;
  readonly #host: PreprocessHost;
  /** The definitions that this run has made and may still add to. */
  #own = new Map<string, string>();
  #includeDepth = 0;
  #expanded = 0;

  constructor(environment: Environment, host: PreprocessHost) {
    this.environment = environment;
    this.#host = host;
  }

  items(items: readonly Item[], source: Source, depth: number): Item[] {
    return items.flatMap((item) => (item.kind === "statement" ? this.#statement(item, source, depth) : [item]));
  }

  #statement(statement: Statement, source: Source, depth: number): Item[] {
    const { condition } = statement;
    if (condition !== undefined) {
      const applies = this.#applies(condition.raw);
      if (isOverLines(statement, source)) this.problems.push(report.conditionOverLines(source, condition, applies));
      if (!applies) return [];
    }
    switch (statement.form) {
      case "definition":
        this.#define(statement);
        return [statement];
      case "include":
        return [statement, ...this.#include(statement, source)];
      case "loop":
        return this.#loop(statement, source, depth);
      case "directive":
      case "plain":
        return this.#plain(statement, source, depth);
    }
  }

  /** `@id` wants that id, `@^id` any other. */
  #applies(condition: string): boolean {
    const reversed = condition.startsWith("@^");
    const wanted = condition.slice(reversed ? 2 : 1);
    return (this.#host.configId === wanted) !== reversed;
  }

  #define(statement: Statement): void {
    const [name, value] = statement.words;
    if (name === undefined || value === undefined) return;
    // One copy for a run of definitions, not one each.
    if (this.environment.definitions !== this.#own) {
      this.#own = new Map(this.environment.definitions);
      this.environment = { definitions: this.#own };
    }
    this.#own.set(name.raw.slice(1), definitionValue(value.raw));
  }

  #include(statement: Statement, source: Source): Item[] {
    const words = statement.words.slice(1);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const pattern = words.map((word) => substitute(word.raw, this.environment, this.#host).text).join(" ");
    const files = this.#host.include(pattern, source.uri);
    const place = { start: first.start, end: last.end };
    if (files === undefined || files.length === 0) {
      this.incomplete = true;
      this.problems.push(report.includeNotFound(source, place, pattern));
      return [];
    }
    if (this.#includeDepth >= maxIncludeDepth || files.some((file) => file.uri === source.uri)) {
      this.problems.push(report.includeCycle(source, place));
      return [];
    }
    this.#includeDepth++;
    const read = files.flatMap((file) => {
      this.included.push(file.uri);
      return file.document.sections.map((section): Included => {
        const inner: Source = { uri: file.uri, section };
        const items = this.items(this.#host.parse(inner).items, inner, 0);
        return { kind: "included", source: inner, items, ...place };
      });
    });
    this.#includeDepth--;
    return read;
  }

  #loop(statement: Statement, source: Source, depth: number): Item[] {
    const [head, ...rest] = statement.words;
    if (head === undefined) return [];
    const condition = rest[0]?.raw.startsWith("@") === true ? rest[0] : undefined;
    const template = condition === undefined ? rest : rest.slice(1);
    const rounds = loopRounds(substitute(head.raw, this.environment, this.#host).text);
    if (rounds === undefined) {
      this.problems.push(report.badLoop(source, head));
      return [];
    }
    if (rounds.total > maxRounds) this.problems.push(report.longLoop(source, head, rounds.total, maxRounds));
    const form = template[0]?.raw.startsWith("~") === true ? "loop" : "plain";
    const body: Statement = { ...statement, condition, form, words: template };
    const made: Item[] = [];
    for (const round of rounds.values(maxRounds)) {
      const definitions = new Map(this.environment.definitions);
      for (const [name, value] of round) definitions.set(name, value);
      this.environment = { definitions };
      made.push(...this.#statement(body, source, depth));
      if (this.#expanded++ > maxExpanded) break;
    }
    return made;
  }

  #plain(statement: Statement, source: Source, depth: number): Item[] {
    const line: ExpandedLine = { words: [], after: [], block: statement.block };
    this.#expand(statement.words, source, depth, line);
    const { words, after } = line;
    const block =
      line.block === undefined ? undefined : { ...line.block, items: this.items(line.block.items, source, depth) };
    const alone = words.length === 0 && block === undefined;
    return [...(alone ? [] : [{ ...statement, words, block }]), ...this.items(after, source, depth + 1)];
  }

  /** Puts definitions into words. A value of several lines ends the line, and its further lines come after it. */
  #expand(words: readonly Word[], source: Source, depth: number, line: ExpandedLine): void {
    for (const [index, word] of words.entries()) {
      const rest = words.slice(index + 1);
      const expanded = word.raw.includes("$") ? this.#word(word, source, depth, rest.length === 0) : { words: [word] };
      line.words.push(...expanded.words);
      const [first, ...others] = expanded.items ?? [];
      if (first?.kind === "statement" && first.form === "plain") {
        // A condition only counts where the file has it (lib/parser.c: read_line).
        const { condition } = first;
        this.#expand(condition === undefined ? first.words : [condition, ...first.words], source, depth + 1, line);
        line.block ??= first.block;
      } else if (first?.kind === "statement" && line.words.length === 0) {
        // The whole line belongs to the loop or the include that the value begins.
        line.after.push({ ...first, words: [...first.words, ...rest], block: line.block }, ...others);
        line.block = undefined;
        return;
      } else if (first !== undefined) others.unshift(first);
      line.after.push(...others);
    }
  }

  /** Names without a definition stay as they are written; outside quotes their braces are then those of a block. */
  #undefined(word: Word, { text, undefined: names }: Substituted, source: Source): void {
    const left = word.quoted ? null : leftBraces.exec(text);
    if (left !== null) this.problems.push(report.undefinedBraces(source, word, left[1] ?? ""));
    else
      for (const name of names) {
        const isDefined = this.environment.definitions.has(name);
        this.problems.push((isDefined ? report.severalLines : report.undefinedVariable)(source, word, name));
      }
  }

  /** A word with its definitions put in: usually still one word, sometimes several, or whole lines. */
  #word(
    word: Word,
    source: Source,
    depth: number,
    endsLine: boolean,
  ): { words: readonly Word[]; items?: readonly Item[] } {
    const result = substitute(word.raw, this.environment, this.#host, endsLine);
    if (result.cycle) {
      this.problems.push(report.definitionCycle(source, word));
      return { words: [{ ...word, unknown: true }] };
    }
    const unknown = result.unknown || (result.undefined.length > 0 && this.incomplete);
    // What is read again as several words has its names looked up again.
    const isOneWord = word.quoted || result.text === word.raw || !/[\s{}"#!]/.test(result.text);
    if (isOneWord && !unknown) this.#undefined(word, result, source);
    if (result.text === word.raw) return { words: [unknown ? { ...word, unknown } : word] };
    if (isOneWord) {
      const value = word.quoted
        ? result.text.slice(1, word.closed ? -1 : undefined)
        : result.text.replace(/\\([#!])/g, "$1");
      return { words: [{ ...word, value, ...(unknown ? { unknown } : {}) }] };
    }
    // Words of which one is unknown: how many there are, and what they open, is unknown too.
    if (unknown) return { words: [{ ...word, unknown }] };
    if (depth >= maxDepth || this.#expanded++ > maxExpanded) {
      this.problems.push(report.definitionCycle(source, word));
      return { words: [{ ...word, unknown: true }] };
    }
    const tree = parse(result.text, noBlockWords);
    if (!isBalanced(tree.items)) this.unbalanced = true;
    return { words: [], items: relocate(tree.items, word) };
  }
}

/** `${…}` that stays as it is; the name is empty where none stands there. */
const leftBraces = /\$\{([^{}"]*)\}/;

/** Whether a block that a condition stands before ends on another line. */
function isOverLines({ condition, block }: Statement, source: Source): boolean {
  if (condition === undefined || block === undefined) return false;
  return source.section.text.slice(condition.start, block.end).includes("\n");
}

interface ExpandedLine {
  readonly words: Word[];
  readonly after: Item[];
  block: Block | undefined;
}

const noBlockWords: ReadonlySet<string> = new Set();

/** The same items, all of them at the place of the word that stands for them. */
function relocate(items: readonly Item[], { start, end }: Range): Item[] {
  const at = { start, end };
  return items
    .filter((item) => item.kind !== "comment")
    .map((item): Item => {
      if (item.kind !== "statement") return { ...item, ...at };
      const { block, condition } = item;
      return {
        ...item,
        ...at,
        condition: condition && { ...condition, ...at },
        words: item.words.map((word) => ({ ...word, ...at })),
        block: block === undefined ? undefined : { ...at, open: at, close: at, items: relocate(block.items, at) },
      };
    });
}

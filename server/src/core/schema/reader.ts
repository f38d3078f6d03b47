/** Reads the words of one statement for the values of its table entry. */
import type { Word } from "../syntax/ast.ts";
import { fill, list, text } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import type { Range } from "../text/range.ts";
import type { Bound } from "./bound.ts";
import { titles } from "./fixTitles.ts";
import type { Source, TextEdit } from "./problem.ts";
import type { Argument } from "./spec.ts";
import { type BoundValue, type Finding, needed, type Reader, type Suggestion } from "./value.ts";

const missing = text('"{0}" needs a value: {1}', '"{0}"后缺少值：{1}');
const excess = text('Too many words after "{0}": remove "{1}"', '"{0}"之后的单词过多，应删除"{1}"');
const noValue = text('"{0}" takes no value: remove "{1}"', '"{0}"不带值，应删除"{1}"');
const possible = text('"{0}" cannot stand here; possible: {1}', '此处不能写"{0}"，可选：{1}');
const unexpected = text('"{0}" cannot stand here, did you mean "{1}"?', '此处不能写"{0}"，是否想写"{1}"？');
const ignored = text('Words after "{0}" are ignored', '"{0}"之后的内容会被忽略');

/** How many words are named of what may stand somewhere. */
const mostNamed = 14;

export class StatementReader implements Reader {
  readonly values: BoundValue[] = [];
  readonly findings: Finding[] = [];
  readonly version: string;
  readonly block: Bound | undefined;
  readonly #words: readonly Word[];
  readonly #head: Word | undefined;
  readonly #source: Source;
  readonly #whole: Word | undefined;
  #next = 0;

  /**
   * `words` are those behind the keyword, whose last word is `head`. Where the first of them is only the rest of a word,
   * `whole` is all of it, for messages.
   */
  constructor(
    words: readonly Word[],
    head: Word | undefined,
    source: Source,
    version: string,
    block: Bound | undefined,
    whole?: Word,
  ) {
    this.#whole = whole;
    this.#head = head;
    this.#words = words;
    this.#source = source;
    this.version = version;
    this.block = block;
  }

  peek(): Word | undefined {
    return this.#words[this.#next];
  }

  next(): Word | undefined {
    return this.#words[this.#next++];
  }

  get last(): Word | undefined {
    if (this.#next <= 1 && this.#whole !== undefined) return this.#whole;
    return this.#words[this.#next - 1] ?? this.#head;
  }

  left(): readonly Word[] {
    return this.#words.slice(this.#next);
  }

  bind(value: BoundValue): void {
    this.values.push(value);
  }

  report(finding: Finding): void {
    // One word need not be told twice that something is missing behind it.
    const { code, start } = finding;
    if (code === "missing-value" && this.findings.some((one) => one.code === code && one.start === start)) return;
    this.findings.push(finding);
  }

  edit(range: Range, replacement: string): TextEdit {
    return { source: this.#source, start: range.start, end: range.end, text: replacement };
  }

  rawLeft(): { text: string; start: number } {
    const first = this.peek();
    if (first === undefined) return { text: "", start: this.#words.at(-1)?.end ?? 0 };
    const words = this.left();
    const last = words.at(-1) ?? first;
    const written = this.#source.section.text.slice(first.start, last.end);
    // Words that a definition put here are not what stands in the text.
    const literal = words.every((word) => this.#source.section.text.startsWith(word.raw, word.start));
    return { text: literal ? written : words.map((word) => word.raw).join(" "), start: first.start };
  }

  /** Reads all arguments; reports the first that is missing, and words that are left over. */
  readAll(args: readonly Argument[], head: Word, exact: boolean): void {
    this.#readAll(args, head, exact);
    // Unknown is not wrong: with one word that only the host knows, nothing certain can be said of the line.
    if (this.#words.some((word) => word.unknown === true)) this.findings.length = 0;
  }

  #readAll(args: readonly Argument[], head: Word, exact: boolean): void {
    for (const argument of args) {
      if (this.peek() === undefined && argument.value.always !== true) {
        if (argument.optional !== true) {
          const message = fill(missing, head.value, needed(argument.name, argument.value));
          this.report({ code: "missing-value", start: head.start, end: head.end, message });
        }
        return;
      }
      argument.value.match(this, argument.name);
      while (argument.repeat === true && this.peek() !== undefined) argument.value.match(this, argument.name);
    }
    if (exact && this.peek() !== undefined && args.at(-1)?.value.leftover?.(this) === true) return;
    const extra = this.left();
    const first = extra[0];
    if (first === undefined) return;
    const last = this.last?.value ?? head.value;
    const range = { start: first.start, end: extra.at(-1)?.end ?? first.end };
    if (exact) this.#unexpected(first, range, last, args);
    else {
      const message = fill(ignored, last);
      this.report({ code: "ignored-words", ...range, message, tag: "unnecessary", severity: "warning" });
    }
  }

  /** Says what the first word too many was probably meant to be. */
  #unexpected(first: Word, range: Range, last: string, args: readonly Argument[]): void {
    const before = this.#words.slice(0, this.#next);
    const { version, block } = this;
    const offered = args.at(-1)?.value.suggest?.(before, { names: () => [], typed: "", version, block }) ?? [];
    const meant = nearest(
      first.value,
      offered.map((suggestion) => suggestion.label),
    );
    const words = offered.filter(isWord).map((suggestion) => suggestion.label);
    if (meant === undefined && words.length > 0 && words.length <= mostNamed) {
      const message = fill(possible, first.value, list(words));
      this.report({ code: "invalid-value", start: first.start, end: first.end, message });
      return;
    }
    if (meant === undefined) {
      const from = before.at(-1)?.end ?? this.#head?.end ?? range.start;
      const written = shortened(this.#source.section.text.slice(range.start, range.end));
      const message = fill(args.length === 0 ? noValue : excess, last, written);
      const edits = [this.edit({ start: from, end: range.end }, "")];
      const fixes = [{ title: fill(titles.remove, written), safety: "unsafe" as const, edits }];
      this.report({ code: "invalid-value", ...range, message, fixes });
      return;
    }
    const at = { start: first.start, end: first.end };
    this.report({
      code: "invalid-value",
      ...at,
      message: fill(unexpected, first.value, meant),
      fixes: [{ title: fill(titles.replace, meant), safety: "unsafe", edits: [this.edit(at, meant)] }],
    });
  }
}

/** Words that stand for themselves, rather than names or snippets. */
function isWord({ kind }: Suggestion): boolean {
  return kind === "option" || kind === "value";
}

/** What fits into a message. */
function shortened(written: string): string {
  return written.length > 40 ? `${written.slice(0, 39)}…` : written;
}

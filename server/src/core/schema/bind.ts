/**
 * Walks a tree together with the table of its language: every statement finds its entry, every word its value.
 * What cannot be bound becomes a problem here, with the exact word; nothing in this file knows a directive.
 */
import type { Item, Statement, Word } from "../syntax/ast.ts";
import { fill, list } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import type { Range } from "../text/range.ts";
import { atLeast } from "../text/version.ts";
import { messages } from "./bindMessages.ts";
import { Bound } from "./bound.ts";
import { misclosed, overclosing, unmatched } from "./braces.ts";
import { titles } from "./fixTitles.ts";
import type { Problem, Severity, Source } from "./problem.ts";
import { StatementReader } from "./reader.ts";
import { type BindOptions, Reporter } from "./reporter.ts";
import { type Body, findKeyword, type Keyword, type KeywordBody } from "./spec.ts";

export interface BoundSection {
  readonly statements: readonly Bound[];
  readonly problems: readonly Problem[];
}

/** Binds the items of one section; `endsFile` tells that no text comes after it. */
export function bind(items: readonly Item[], source: Source, options: BindOptions, endsFile: boolean): BoundSection {
  const { unclosed, strays, crossing } = unmatched(items);
  if (crossing) return { statements: [], problems: [] };
  const binder = new Binder(source, options, endsFile, unclosed, strays);
  const statements = binder.root(items);
  return { statements, problems: binder.problems };
}

class Binder {
  readonly #options: BindOptions;
  readonly #reporter: Reporter;
  #endsFile: boolean;
  /** Closing braces that the section lacks and that no message has named yet. */
  #unclosed: number;
  /** Closing braces that the section has too many. */
  #strays: number;
  /** Statements that were found inside a block which they do not belong to, with the block that they do. */
  readonly #adopted: { bound: Bound; parent: Bound }[] = [];

  constructor(source: Source, options: BindOptions, endsFile: boolean, unclosed: number, strays: number) {
    this.#endsFile = endsFile;
    this.#options = options;
    this.#reporter = new Reporter(source, options);
    this.#unclosed = unclosed;
    this.#strays = strays;
  }

  get problems(): readonly Problem[] {
    return this.#reporter.problems;
  }

  root(items: readonly Item[]): readonly Bound[] {
    const made: Bound[] = [];
    this.#keywords(items, this.#options.root, undefined, made);
    return made;
  }

  /** Binds items of a keyword block and appends the results to `made`. */
  #keywords(items: readonly Item[], body: KeywordBody, parent: Bound | undefined, made: Bound[]): void {
    for (const [index, item] of items.entries()) {
      switch (item.kind) {
        case "comment":
          break;
        case "stray":
          this.#stray(item);
          break;
        case "included":
          this.#within(item.source, () => this.#keywords(item.items, body, parent, made));
          break;
        case "statement": {
          if (item.form !== "plain") break;
          if (this.#recover(() => items.slice(index), item, body, parent, made)) return;
          this.#statement(item, body, parent, made);
          break;
        }
      }
    }
  }

  /**
   * Braces that do not match shift what follows into the wrong block. Where the table tells which block was meant,
   * says so once and binds the rest there. Returns whether it took the rest.
   */
  #recover(
    rest: () => readonly Item[],
    statement: Statement,
    body: KeywordBody,
    parent: Bound | undefined,
    made: Bound[],
  ): boolean {
    const head = statement.words[0];
    if (head === undefined || findKeyword(body, head.value) !== undefined) return false;
    if (parent !== undefined && this.#unclosed > 0) return this.#outOfUnclosed(rest, head, parent);
    const before = made.at(-1);
    if (parent !== undefined || this.#strays === 0 || before?.body?.kind !== "keywords") return false;
    if (findKeyword(before.body, head.value) === undefined) return false;
    const close = overclosing(before.statement, before.source.section.text) ?? before.statement.block?.close;
    if (close === undefined) return false;
    this.#strays--;
    this.#reporter.report("stray-brace", close, fill(messages.early, before.head.value), {
      fixes: [this.#reporter.fix(fill(titles.remove, "}"), "unsafe", close, "")],
    });
    const continued: Bound[] = [];
    this.#keywords(rest(), before.body, before, continued);
    before.children = [...before.children, ...continued.filter((bound) => bound.parent === before)];
    return true;
  }

  /** Leaves a block whose closing brace is missing when a keyword of a block around it turns up. */
  #outOfUnclosed(rest: () => readonly Item[], head: Word, parent: Bound): boolean {
    const outer = parent.parent;
    const outerBody = outer === undefined ? this.#options.root : outer.body;
    if (outer === undefined || outerBody?.kind !== "keywords") return false;
    if (findKeyword(outerBody, head.value) === undefined) return false;
    this.#unclosed--;
    const earlier = parent.statement.block?.items.filter((item) => item.start < head.start) ?? [];
    this.#reportUnclosed(parent, misclosed(earlier, parent.source.section.text));
    const continued: Bound[] = [];
    this.#keywords(rest(), outerBody, outer, continued);
    this.#adopted.push(...continued.map((bound) => ({ bound, parent: outer })));
    return true;
  }

  #statement(statement: Statement, body: KeywordBody, parent: Bound | undefined, made: Bound[]): void {
    const head = statement.words[0];
    for (const word of statement.words) this.#reporter.quote(word);
    if (head === undefined) {
      this.#headless(statement, body, parent, made);
      return;
    }
    const found = findKeyword(body, head.value);
    if (found === undefined && head.unknown === true) {
      made.push(this.#make(statement, undefined, undefined, parent, []));
      return;
    }
    if (found !== undefined) {
      made.push(this.#known(statement, head, found, parent));
      return;
    }
    const meant = this.#unknown(statement, head, body, parent);
    // The inside of a misspelt block is worth reading too.
    if (meant?.body !== undefined && statement.block !== undefined)
      made.push(this.#known(statement, head, meant, parent));
    else made.push(this.#make(statement, undefined, undefined, parent, []));
  }

  /** A brace without a keyword: the daemon ignores it and reads on. */
  #headless(statement: Statement, body: KeywordBody, parent: Bound | undefined, made: Bound[]): void {
    const { block } = statement;
    if (block === undefined) return;
    this.#reporter.report("stray-brace", block.open, messages.headless, {
      fixes: [this.#reporter.fix(fill(titles.remove, "{"), "unsafe", block.open, "")],
    });
    this.#keywords(block.items, body, parent, made);
  }

  #known(statement: Statement, head: Word, keyword: Keyword, parent: Bound | undefined): Bound {
    const { block } = statement;
    const { source } = this.#reporter;
    this.#reporter.age(keyword, head);
    const reader = new StatementReader(statement.words.slice(1), head, source, this.#options.version, parent);
    reader.readAll(keyword.args, head, isExact(keyword, this.#options.version));
    this.#reporter.findings(reader.findings);
    const made = this.#make(statement, keyword, keyword.body, parent, reader.values);
    if (keyword.body !== undefined && block !== undefined) {
      const isOpened = block.open.start !== block.open.end;
      // The daemon misses the brace only when another line comes.
      const isLast = !isOpened && this.#endsFile && block.items.every((item) => item.kind === "comment");
      if (!isOpened) this.#missingOpen(head, block.open, isLast ? "warning" : "error");
      if (isLast) this.#unclosed--;
      this.#inside(made, keyword.body, block.items);
      if (block.close === undefined && this.#unclosed > 0 && !isLast) {
        this.#unclosed--;
        this.#reportUnclosed(made, misclosed(block.items, this.#reporter.source.section.text));
      }
    } else if (block !== undefined) {
      this.#reporter.report("stray-brace", block.open, fill(messages.noBlock, head.value));
    } else if (keyword.body !== undefined) {
      this.#missingOpen(head, { start: head.end, end: head.end }, "error");
    }
    return made;
  }

  #inside(made: Bound, body: Body, items: readonly Item[]): void {
    const children: Bound[] = [];
    if (body.kind === "keywords") this.#keywords(items, body, made, children);
    else this.#lines(items, made, children);
    const own = this.#adopted.filter((entry) => entry.parent === made).map((entry) => entry.bound);
    made.children = [...children, ...own];
  }

  /** Binds the lines of a block of data. */
  #lines(items: readonly Item[], parent: Bound, made: Bound[]): void {
    const { body } = parent;
    if (body?.kind !== "lines") return;
    for (const [index, item] of items.entries()) {
      if (item.kind === "stray") this.#stray(item);
      if (item.kind === "included") this.#within(item.source, () => this.#lines(item.items, parent, made));
      if (item.kind !== "statement" || item.form !== "plain") continue;
      const head = item.words[0];
      for (const word of item.words) this.#reporter.quote(word);
      if (head === undefined) {
        if (item.block !== undefined) this.#reporter.report("stray-brace", item.block.open, messages.headless);
        continue;
      }
      if (this.#unclosed > 0 && this.#outOfUnclosed(() => items.slice(index), head, parent)) return;
      const reader = new StatementReader(item.words, undefined, this.#reporter.source, this.#options.version, parent);
      reader.readAll(body.line, head, false);
      this.#reporter.findings(reader.findings);
      if (item.block !== undefined)
        this.#reporter.report("stray-brace", item.block.open, fill(messages.noBlock, head.value));
      made.push(this.#make(item, undefined, undefined, parent, reader.values));
    }
  }

  /** Reports an unknown or misplaced keyword; returns the entry that was probably meant. */
  #unknown(statement: Statement, head: Word, body: KeywordBody, parent: Bound | undefined): Keyword | undefined {
    if (head.value.startsWith("\uFEFF")) {
      const mark = { start: head.start, end: head.start + 1 };
      this.#reporter.report("byte-order-mark", mark, messages.byteOrderMark, {
        fixes: [this.#reporter.fix(fill(titles.remove, "BOM"), "safe", mark, "")],
      });
      return findKeyword(body, head.value.slice(1));
    }
    const homes = this.#options.homes.get(head.value);
    if (homes !== undefined) {
      const place = parent === undefined ? messages.atRoot : fill(messages.inBlock, parent.head.value);
      const wanted = homes.map((home) => (home === "" ? "/" : home.replaceAll("/", " › "))).slice(0, 4);
      const message = fill(messages.misplaced, head.value, place, list(wanted));
      this.#reporter.report("misplaced-keyword", head, message);
      return undefined;
    }
    const candidates = body.keywords.filter((keyword) => atLeast(this.#options.version, keyword.since));
    const fitting =
      statement.block === undefined ? candidates : candidates.filter((keyword) => keyword.body !== undefined);
    const meant = nearest(
      head.value,
      (fitting.length > 0 ? fitting : candidates).map((keyword) => keyword.name),
    );
    if (meant === undefined) {
      this.#reporter.report("unknown-keyword", head, fill(messages.unknown, head.value));
      return undefined;
    }
    this.#reporter.report("unknown-keyword", head, fill(messages.unknownNear, head.value, meant), {
      fixes: [this.#reporter.fix(fill(titles.replace, meant), "unsafe", head, meant)],
    });
    return findKeyword(body, meant);
  }

  #missingOpen(head: Word, at: Range, severity: Severity): void {
    this.#reporter.report("missing-brace", head, fill(messages.missingOpen, head.value), {
      severity,
      fixes: [this.#reporter.fix(fill(titles.insert, "{"), "safe", { start: at.end, end: at.end }, " {")],
    });
  }

  /** Says that a block has no closing brace: `inner`, where the indentation shows that it took the one of `bound`. */
  #reportUnclosed(bound: Bound, inner?: Statement): void {
    const statement = inner ?? bound.statement;
    const head = statement.words[0] ?? bound.head;
    const open = statement.block?.open ?? head;
    this.#reporter.report("unclosed-block", head, fill(messages.unclosed, head.value), {
      related: [{ source: bound.source, start: open.start, end: open.end, message: messages.opened }],
    });
  }

  #stray(range: Range): void {
    if (this.#strays <= 0) return;
    this.#strays--;
    this.#reporter.report("stray-brace", range, messages.stray, {
      fixes: [this.#reporter.fix(fill(titles.remove, "}"), "unsafe", range, "")],
    });
  }

  #make(
    statement: Statement,
    keyword: Keyword | undefined,
    body: Body | undefined,
    parent: Bound | undefined,
    values: Bound["values"],
  ): Bound {
    return new Bound({ source: this.#reporter.source, statement, keyword, body, parent, values });
  }

  #within(source: Source, work: () => void): void {
    const before = { source: this.#reporter.source, endsFile: this.#endsFile };
    this.#reporter.source = source;
    // The file that includes it goes on.
    this.#endsFile = false;
    work();
    this.#reporter.source = before.source;
    this.#endsFile = before.endsFile;
  }
}

export function isExact({ exact }: Keyword, version: string): boolean {
  return typeof exact === "string" ? atLeast(version, exact) : exact === true;
}

/**
 * Statements that found their table entry. Rules and features work on these; they never look at tokens and never
 * count words.
 */
import type { Statement, Word } from "../syntax/ast.ts";
import type { Range } from "../text/range.ts";
import type { Location, Source } from "./problem.ts";
import type { Body, Keyword } from "./spec.ts";
import type { BoundValue } from "./value.ts";

export class Bound {
  readonly source: Source;
  readonly statement: Statement;
  /** The entry; undefined for lines of a list block and for words that no table knows. */
  readonly keyword: Keyword | undefined;
  readonly parent: Bound | undefined;
  readonly values: readonly BoundValue[];
  /** The words that are the keyword: `option httpchk`. */
  readonly named: readonly Word[];
  /** `no` or `default` before it. */
  readonly negation: Word | undefined;
  /** What stands inside the block; empty where there is none. */
  children: readonly Bound[] = [];
  /** What may stand inside the block. */
  readonly body: Body | undefined;

  constructor(parts: {
    source: Source;
    statement: Statement;
    keyword: Keyword | undefined;
    body: Body | undefined;
    parent: Bound | undefined;
    values: readonly BoundValue[];
    named?: readonly Word[];
    negation?: Word | undefined;
  }) {
    this.source = parts.source;
    this.statement = parts.statement;
    this.keyword = parts.keyword;
    this.body = parts.body;
    this.parent = parts.parent;
    this.values = parts.values;
    this.named = parts.named ?? parts.statement.words.slice(0, 1);
    this.negation = parts.negation;
  }

  /** The first word of the keyword. */
  get head(): Word {
    return this.named[0] ?? this.statement.words[0] ?? emptyWord(this.statement);
  }

  /** The keyword as it stands there, where to point when the statement as a whole is meant. */
  get title(): Range {
    return { start: this.head.start, end: this.named.at(-1)?.end ?? this.head.end };
  }

  /** The first argument: for a block, its name. */
  get name(): string {
    return String(this.values[0]?.data ?? "");
  }

  /** The word of the first argument, or the keyword where there is none. */
  get nameWord(): Word {
    return this.values[0]?.word ?? this.head;
  }

  /** The statement that counts for `keyword` in this block: the last one, for the daemon reads top down. */
  find(keyword: string): Bound | undefined {
    return this.children.findLast((child) => child.keyword?.name === keyword);
  }

  /** All statements of that keyword in this block, in order. */
  all(keyword: string): readonly Bound[] {
    return this.children.filter((child) => child.keyword?.name === keyword);
  }

  has(keyword: string): boolean {
    return this.find(keyword) !== undefined;
  }

  /** The first value of `keyword` in this block, if it is a number. */
  number(keyword: string): number | undefined {
    const data = this.find(keyword)?.values[0]?.data;
    return typeof data === "number" && !Number.isNaN(data) ? data : undefined;
  }

  /** The first value of `keyword` in this block as text. */
  string(keyword: string): string | undefined {
    const data = this.find(keyword)?.values[0]?.data;
    return data === undefined ? undefined : String(data);
  }

  /** A switch: true where it stands bare or says on, undefined where it does not stand. */
  flag(keyword: string): boolean | undefined {
    const found = this.find(keyword);
    if (found === undefined) return undefined;
    const data = found.values[0]?.data;
    return typeof data === "boolean" ? data : true;
  }

  /** The value of this statement that is called `name`, such as an option's. */
  value(name: string): BoundValue | undefined {
    return this.values.findLast((value) => value.name === name);
  }

  /** A place in this statement's file. */
  at(range: Range): Location {
    return { source: this.source, start: range.start, end: range.end };
  }
}

function emptyWord(statement: Statement): Word {
  const { start } = statement.block?.open ?? statement;
  return {
    start,
    end: start + (statement.block === undefined ? 0 : 1),
    raw: "",
    value: "",
    quoted: false,
    closed: true,
  };
}

/** Calls `visit` for every statement of the list and below, parents first. */
export function walkBound(list: readonly Bound[], visit: (bound: Bound) => void): void {
  for (const bound of list) {
    visit(bound);
    walkBound(bound.children, visit);
  }
}

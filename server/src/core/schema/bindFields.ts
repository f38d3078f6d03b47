/**
 * Binds the fields of a language whose blocks are told by indentation: a field has one value, a list, or fields of its
 * own, and which of these the table says. A field without a value keeps its default.
 */
import type { Block, Item, Statement, Word } from "../syntax/ast.ts";
import { lineStartOf, wholeLines } from "../text/lines.ts";
import { fill, list, type Text, text } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import type { BoundSection } from "./bind.ts";
import { Bound } from "./bound.ts";
import { titles } from "./fixTitles.ts";
import type { Source } from "./problem.ts";
import { StatementReader } from "./reader.ts";
import { type BindOptions, Reporter } from "./reporter.ts";
import { type Body, findKeyword, isKnownIn, type Keyword, type KeywordBody } from "./spec.ts";

const messages = {
  unknown: text('There is no field "{0}" in "{1}"', '"{1}"中没有字段"{0}"'),
  near: text('There is no field "{0}" here, did you mean "{1}"?', '此处没有字段"{0}"，是否想写"{1}"？'),
  misplaced: text('"{0}" is no field of "{1}"; it belongs in {2}', '"{0}"不是"{1}"的字段，应写在 {2} 中'),
  wantsValue: text('"{0}" takes one value: {1}', '"{0}"应为单个值：{1}'),
  wantsFields: text('"{0}" takes fields of its own, further in', '"{0}"应包含缩进的子字段'),
  wantsList: text('"{0}" takes a list: {1}', '"{0}"应为列表：{1}'),
  notInList: text('"{0}" takes one value in each entry: {1}', '"{0}"的每一项应为单个值：{1}'),
};

/** Binds the items of one section. */
export function bindFields(items: readonly Item[], source: Source, options: BindOptions): BoundSection {
  const binder = new FieldBinder(source, options);
  return { statements: binder.fields(items, options.root, undefined), problems: binder.problems };
}

class FieldBinder {
  readonly #options: BindOptions;
  readonly #reporter: Reporter;

  constructor(source: Source, options: BindOptions) {
    this.#options = options;
    this.#reporter = new Reporter(source, options);
  }

  get problems() {
    return this.#reporter.problems;
  }

  fields(items: readonly Item[], body: KeywordBody, parent: Bound | undefined): readonly Bound[] {
    const made: Bound[] = [];
    for (const item of items) {
      const head = item.kind === "statement" ? item.words[0] : undefined;
      if (item.kind === "statement" && head !== undefined) made.push(this.#field(item, head, body, parent));
    }
    return made;
  }

  #field(statement: Statement, head: Word, body: KeywordBody, parent: Bound | undefined): Bound {
    const found = findKeyword(body, head.value);
    if (found !== undefined) return this.#known(statement, head, found, parent);
    const meant = head.unknown === true ? undefined : this.#unknown(statement, head, body, parent);
    // The inside of a misspelt block is worth reading too.
    if (meant?.body !== undefined && statement.block !== undefined) {
      return this.#known(statement, head, meant, parent);
    }
    return this.#bound(statement, undefined, parent, []);
  }

  #known(statement: Statement, head: Word, keyword: Keyword, parent: Bound | undefined): Bound {
    const { block } = statement;
    this.#reporter.age(keyword, head);
    if (parent === undefined || isEmpty(statement)) return this.#inside(statement, keyword, parent);
    const isFree = keyword.args.length === 0 && keyword.body === undefined;
    if (isFree || statement.words.some(({ unknown }) => unknown === true))
      return this.#bound(statement, keyword, parent, []);
    const wrong = shapeOf(keyword.body, block, head);
    if (wrong !== undefined) {
      const name = keyword.body?.kind === "lines" ? keyword.body.line : keyword.args;
      const wanted = name.at(-1)?.value.signature ?? "";
      this.#reporter.report("invalid-value", firstValue(statement, head), fill(wrong, head.value, wanted));
      return this.#bound(statement, keyword, parent, []);
    }
    if (keyword.body !== undefined) return this.#inside(statement, keyword, parent);
    return this.#bound(statement, keyword, parent, this.#values(statement.words.slice(1), head, keyword.args, parent));
  }

  #values(words: readonly Word[], head: Word, args: Keyword["args"], parent: Bound | undefined) {
    const reader = new StatementReader(words, head, this.#reporter.source, this.#options.version, parent);
    reader.readAll(args, head, true);
    this.#reporter.findings(reader.findings);
    return reader.values;
  }

  /** Binds what stands in a block. */
  #inside(statement: Statement, keyword: Keyword, parent: Bound | undefined): Bound {
    const made = this.#bound(statement, keyword, parent, []);
    const { body } = keyword;
    const items = statement.block?.items ?? [];
    if (body?.kind === "keywords") made.children = this.fields(items, body, made);
    if (body?.kind === "lines") made.children = this.#lines(items, body, made);
    return made;
  }

  /** Binds the entries of a list, or of a map whose names are free. */
  #lines(items: readonly Item[], body: Body & { kind: "lines" }, parent: Bound): readonly Bound[] {
    const made: Bound[] = [];
    for (const item of items) {
      const head = item.kind === "statement" ? item.words[0] : undefined;
      if (item.kind !== "statement" || head === undefined) continue;
      const isKnown = item.words.every(({ unknown }) => unknown !== true);
      if (isKnown && item.block !== undefined) {
        const wanted = body.line.at(-1)?.value.signature ?? "";
        this.#reporter.report("invalid-value", head, fill(messages.notInList, parent.head.value, wanted));
      }
      const isRead = isKnown && item.block === undefined && item.words.length === body.line.length;
      const values = isRead ? this.#values(item.words, head, body.line, parent) : [];
      made.push(this.#bound(item, undefined, parent, values));
    }
    return made;
  }

  /** Reports an unknown or misplaced field; returns the entry that was probably meant. */
  #unknown(statement: Statement, head: Word, body: KeywordBody, parent: Bound | undefined): Keyword | undefined {
    const mistake = body.mistakes?.find(({ name }) => name === head.value);
    if (mistake !== undefined) {
      const fix =
        mistake.use === undefined
          ? this.#reporter.fix(fill(titles.remove, head.value), "unsafe", this.#wholeField(statement), "")
          : this.#reporter.fix(fill(titles.replace, mistake.use), "unsafe", head, mistake.use);
      this.#reporter.report("unknown-keyword", head, mistake.message, { fixes: [fix] });
      return mistake.use === undefined ? undefined : findKeyword(body, mistake.use);
    }
    const block = parent?.head.value ?? "";
    const homes = this.#options.homes.get(head.value)?.map(placeName) ?? [];
    if (homes.length > 0) {
      const message = fill(messages.misplaced, head.value, block, list(homes.slice(0, 4)));
      this.#reporter.report("misplaced-keyword", head, message);
      return undefined;
    }
    const known = body.keywords.filter((keyword) => isKnownIn(keyword, this.#options.version));
    const meant = nearest(
      head.value,
      known.map(({ name }) => name),
    );
    if (meant === undefined) {
      this.#reporter.report("unknown-keyword", head, fill(messages.unknown, head.value, block));
      return undefined;
    }
    this.#reporter.report("unknown-keyword", head, fill(messages.near, head.value, meant), {
      fixes: [this.#reporter.fix(fill(titles.replace, meant), "unsafe", head, meant)],
    });
    return findKeyword(body, meant);
  }

  /** A field with its lines. */
  #wholeField({ start, end }: Statement) {
    const { text: written } = this.#reporter.source.section;
    const isFirst = written.slice(lineStartOf(written, start), start).trim() === "";
    return isFirst ? wholeLines(written, { start, end }) : { start, end };
  }

  #bound(
    statement: Statement,
    keyword: Keyword | undefined,
    parent: Bound | undefined,
    values: Bound["values"],
  ): Bound {
    const { source } = this.#reporter;
    return new Bound({ source, statement, keyword, body: keyword?.body, parent, values });
  }
}

/** Whether a field has no value, which leaves its default. */
function isEmpty({ words, block }: Statement): boolean {
  return words.length < 2 && block === undefined;
}

/** What is wrong with the shape of a value, as a text with gaps for the field and for what it takes. */
function shapeOf(body: Body | undefined, block: Block | undefined, head: Word): Text | undefined {
  if (head.end === head.start) return undefined;
  if (body === undefined) return block === undefined ? undefined : messages.wantsValue;
  if (body.kind === "lines" && body.line.length === 1) return block?.list === true ? undefined : messages.wantsList;
  return block === undefined || block.list === true ? messages.wantsFields : undefined;
}

/** The value of a field; of a block, the field's name. */
function firstValue({ words }: Statement, head: Word): Word {
  return words[1] ?? head;
}

/** A block as people call it: without the one that holds them all. */
function placeName(path: string): string {
  const [outermost = "", ...inner] = path.split("/");
  return inner.length === 0 ? outermost : inner.join(" › ");
}

/**
 * Binds the lines of a language whose blocks need no braces: a line that names a block opens it, and it goes on up to
 * the next such line. Keywords may be several words, and `no` or `default` may stand before them.
 */
import type { Item, Statement, Word } from "../syntax/ast.ts";
import { fill, list, type Text } from "../text/localized.ts";
import { nearest } from "../text/nearest.ts";
import { atLeast } from "../text/version.ts";
import { isExact } from "./bind.ts";
import { messages } from "./bindMessages.ts";
import { Bound } from "./bound.ts";
import { titles } from "./fixTitles.ts";
import { type Found, lookup, lookupPartly, wordOfName } from "./lookup.ts";
import type { Problem, Source } from "./problem.ts";
import { StatementReader } from "./reader.ts";
import { type BindOptions, Reporter } from "./reporter.ts";
import { effectHere, isKnownIn, type Keyword, type KeywordBody } from "./spec.ts";
import type { Finding } from "./value.ts";

export interface LineOptions extends BindOptions {
  /** Words that may stand before a keyword and turn its meaning, such as `no`. */
  readonly negations: readonly string[];
  /** Words that a line may have at most. */
  readonly maxWords: number;
  /** Keywords exist that the table does not know. */
  readonly open?: boolean;
  /** What the language says of a line that begins with no keyword; by default that it is unknown. */
  readonly stray?: ((statement: Statement, source: Source) => readonly Finding[]) | undefined;
}

/** Binds the items of one section. */
export function bindLines(items: readonly Item[], source: Source, options: LineOptions) {
  const binder = new LineBinder(source, options);
  const statements = binder.block(items, options.root, undefined);
  return { statements, problems: binder.problems };
}

class LineBinder {
  readonly #options: LineOptions;
  readonly #reporter: Reporter;

  constructor(source: Source, options: LineOptions) {
    this.#options = options;
    this.#reporter = new Reporter(source, options);
  }

  get problems(): readonly Problem[] {
    return this.#reporter.problems;
  }

  block(items: readonly Item[], body: KeywordBody, parent: Bound | undefined): readonly Bound[] {
    const made: Bound[] = [];
    for (const item of items) {
      if (item.kind !== "statement" || item.form !== "plain" || item.words.length === 0) continue;
      this.#reporter.uncertain = item.uncertain === true;
      made.push(this.#statement(item, body, parent));
    }
    return made;
  }

  #statement(statement: Statement, body: KeywordBody, parent: Bound | undefined): Bound {
    for (const word of statement.words) this.#reporter.quote(word);
    const excess = statement.words[this.#options.maxWords];
    if (excess !== undefined) {
      this.#reporter.report("too-many-words", excess, fill(messages.tooManyWords, this.#options.maxWords));
    }
    const [first] = statement.words;
    const negation = first !== undefined && this.#options.negations.includes(first.value) ? first : undefined;
    const words = negation === undefined ? statement.words : statement.words.slice(1);
    const found = lookup(body, words);
    if (found === undefined) {
      if (this.#options.stray !== undefined) {
        this.#reporter.findings(this.#options.stray(statement, this.#reporter.source));
      } else if (words[0]?.unknown !== true)
        this.#unknown(negation === undefined ? words : statement.words, body, parent);
      return this.#bound(statement, { keyword: undefined, named: words.slice(0, 1), args: [] }, negation, parent, []);
    }
    return this.#known(statement, found, negation, parent);
  }

  #known(statement: Statement, found: Found, negation: Word | undefined, parent: Bound | undefined): Bound {
    const { keyword, named, args } = found;
    const title = { start: named[0]?.start ?? statement.start, end: named.at(-1)?.end ?? statement.end };
    const words = negation === undefined ? statement.words : statement.words.slice(1);
    this.#reporter.age(keyword, title, { words, negated: negation !== undefined, block: parent, statement });
    if (negation !== undefined && !mayNegate(keyword, negation.value, args.length, this.#options.version)) {
      const range = { start: negation.start, end: named[0]?.start ?? negation.end };
      this.#reporter.report("negated-keyword", negation, fill(messages.noNegation, negation.value, keyword.name), {
        fixes: [this.#reporter.fix(fill(titles.remove, negation.value), "unsafe", range, "")],
      });
    }
    this.#place(keyword, title, parent);
    const head = named.at(-1) ?? emptyHead(statement);
    const { source } = this.#reporter;
    const whole = keyword.prefix === true ? wholeOf(statement, head) : undefined;
    const reader = new StatementReader(args, head, source, this.#options.version, parent, whole);
    // What follows a negated keyword is ignored: `no option httpchk GET /`.
    if (negation === undefined) {
      reader.readAll(keyword.args, head, isExact(keyword, this.#options.version));
      this.#reporter.findings(reader.findings);
    }
    const bound = this.#bound(statement, found, negation, parent, reader.values);
    if (keyword.body?.kind === "keywords" && statement.block !== undefined) {
      bound.children = this.block(statement.block.items, keyword.body, bound);
    }
    return bound;
  }

  /** Says what the daemon makes of a keyword that it knows and does not want here. */
  #place(keyword: Keyword, title: { start: number; end: number }, parent: Bound | undefined): void {
    const effect = effectHere(keyword, this.#options.version);
    if (parent?.keyword === undefined || effect === "works") return;
    const section = parent.keyword.name;
    if (effect === "refused-unnamed") {
      if (parent.values.length === 0) {
        this.#reporter.report("misplaced-keyword", title, fill(messages.unnamed, keyword.name, section));
      }
      return;
    }
    const place = fill(messages.inBlock, section);
    const homes = list(this.#homes(keyword.name));
    const isRefused = effect === "refused";
    const message = fill(isRefused ? messages.misplaced : messages.ignoredHere, keyword.name, place, homes);
    this.#reporter.report("misplaced-keyword", title, message, {
      severity: isRefused ? "error" : this.#options.complaint,
      ...(isRefused ? {} : { tag: "unnecessary" }),
    });
  }

  /** Reports a line that begins with no keyword of the block. */
  #unknown(words: readonly Word[], body: KeywordBody, parent: Bound | undefined): void {
    const [head] = words;
    if (head === undefined) return;
    if (head.value.startsWith("\uFEFF")) {
      const mark = { start: head.start, end: head.start + 1 };
      this.#reporter.report("byte-order-mark", mark, messages.byteOrderMark, {
        fixes: [this.#reporter.fix(fill(titles.remove, "BOM"), "safe", mark, "")],
      });
      return;
    }
    if (this.#options.open) return;
    const elsewhere = lookup(everywhere(this.#options.root), words);
    const homes = elsewhere === undefined ? [] : this.#homes(elsewhere.keyword.name);
    // `timeout clinet` is a misspelt keyword of a proxy, and not the `timeout` of resolvers.
    const isHere = (lookupPartly(body, words)?.count ?? 0) >= (elsewhere?.named.length ?? 0);
    if (elsewhere !== undefined && homes.length > 0 && !isHere) {
      const place = parent === undefined ? messages.atRoot : fill(messages.inBlock, parent.head.value);
      const title = { start: head.start, end: elsewhere.named.at(-1)?.end ?? head.end };
      const message = fill(messages.misplaced, elsewhere.keyword.name, place, list(homes));
      this.#reporter.report("misplaced-keyword", title, message);
      return;
    }
    this.#misspelt(words, body);
  }

  /** The word that is wrong is the first one with which no name goes on. */
  #misspelt(words: readonly Word[], body: KeywordBody): void {
    const { version, root } = this.#options;
    const partial = lookupPartly(body, words);
    const at = partial?.count ?? 0;
    const wrong = words[at];
    const candidates = (partial?.candidates ?? [...body.keywords, ...root.keywords]).filter((keyword) =>
      isKnownIn(keyword, version),
    );
    const names = [...new Set(candidates.flatMap((keyword) => wordOfName(keyword, at) ?? []))];
    const before = words.slice(0, at).map((word) => word.value);
    if (wrong === undefined) {
      const last = words[at - 1];
      if (last === undefined) return;
      this.#reporter.report("missing-value", last, fill(messages.goesOn, before.join(" "), some(names)));
      return;
    }
    if (wrong.unknown === true) return;
    const plain = wrong.value.replace(/\(.*$/s, "");
    const meant = nearest(plain, names);
    const written = [...before, wrong.value].join(" ");
    const end = plain === wrong.value ? wrong.end : (wrong.offsets?.[plain.length] ?? wrong.start + plain.length);
    const range = { start: wrong.start, end };
    if (meant === undefined) {
      const message =
        at === 0
          ? fill(messages.unknown, written)
          : fill(messages.goesOnOtherwise, before.join(" "), wrong.value, some(names));
      this.#reporter.report("unknown-keyword", range, message);
    } else if (meant === plain) {
      this.#reporter.report("unknown-keyword", wrong, fill(messages.noParentheses, [...before, meant].join(" ")));
    } else {
      const message = fill(messages.unknownNear, written, [...before, meant].join(" "));
      const fixes = [this.#reporter.fix(fill(titles.replace, meant), "unsafe", range, meant)];
      this.#reporter.report("unknown-keyword", range, message, { fixes });
    }
  }

  /** The blocks in which a keyword does something. */
  #homes(name: string): readonly string[] {
    const { root, version } = this.#options;
    return root.keywords.flatMap((block) => {
      if (block.body?.kind !== "keywords") return [];
      const inside = block.body.keywords.find((keyword) => keyword.name === name);
      if (inside === undefined || !isKnownIn(inside, version)) return [];
      return effectHere(inside, version) === "works" ? [block.name] : [];
    });
  }

  #bound(
    statement: Statement,
    found: { readonly keyword: Keyword | undefined; readonly named: readonly Word[]; readonly args: readonly Word[] },
    negation: Word | undefined,
    parent: Bound | undefined,
    values: Bound["values"],
  ): Bound {
    const { keyword, named } = found;
    const { source } = this.#reporter;
    return new Bound({ source, statement, keyword, body: keyword?.body, parent, values, named, negation });
  }
}

/** Whether `no` or `default` may stand before a keyword with that many words behind it. */
function mayNegate({ negatable, defaultable }: Keyword, negation: string, words: number, version: string): boolean {
  if (negation === "default") return defaultable !== undefined && atLeast(version, defaultable);
  return negatable === true || (negatable === "alone" && words === 0);
}

const kept = new WeakMap<KeywordBody, KeywordBody>();

/** One body with the keywords of all blocks, to tell a misplaced keyword from a misspelt one. */
function everywhere(root: KeywordBody): KeywordBody {
  let all = kept.get(root);
  if (all === undefined) {
    const keywords = root.keywords.flatMap((block) => (block.body?.kind === "keywords" ? block.body.keywords : []));
    const byName = new Map(keywords.map((keyword) => [keyword.name, keyword]));
    all = { kind: "keywords", keywords: [...byName.values()] };
    kept.set(root, all);
  }
  return all;
}

/** The word of the statement whose beginning is the last word of a keyword. */
function wholeOf(statement: Statement, head: Word): Word | undefined {
  return statement.words.find((word) => word.start === head.start);
}

/** How many words are named of what may come. */
const mostNamed = 12;

function some(names: readonly string[]): Text {
  return list(names.length > mostNamed ? [...names.slice(0, mostNamed), "…"] : names);
}

function emptyHead({ start }: Statement): Word {
  return { start, end: start, raw: "", value: "", quoted: false, closed: true };
}

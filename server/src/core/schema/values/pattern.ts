/**
 * The words behind a keyword as a pattern: fixed words, values, parts that may be left out and alternatives. It is
 * read in one pass with one word of foresight, as daemons do; parts that may be left out and stand side by side may
 * come in any order.
 */
import type { Word } from "../../syntax/ast.ts";
import { fill, type Text, text } from "../../text/localized.ts";
import { atLeast } from "../../text/version.ts";
import { tooNew } from "../age.ts";
import type { Argument } from "../spec.ts";
import type { Reader, SuggestContext, Suggestion, Value } from "../value.ts";
import { reportChoice } from "./choice.ts";
import {
  describeValue,
  type Either,
  eachFixed,
  type Fixed,
  firstWords,
  type Maybe,
  mayBeEmpty,
  neededOf,
  type Piece,
  signatureOf,
  type Valued,
} from "./pieces.ts";

/** A word that stands for itself. */
export function fixed(word: string, details: { readonly since?: string; readonly doc?: Text } = {}): Piece {
  return { kind: "fixed", word, ...details };
}

export function value(name: string, of: Value): Piece {
  return { kind: "value", name, value: of };
}

/** May be left out. */
export function maybe(...pieces: readonly Piece[]): Piece {
  return { kind: "maybe", pieces, many: false };
}

/** Any number of times, perhaps none. */
export function many(...pieces: readonly Piece[]): Piece {
  return { kind: "maybe", pieces, many: true };
}

export function either(...options: readonly (readonly Piece[])[]): Piece {
  return { kind: "either", options };
}

/** The arguments of a keyword, as a pattern. */
export function shape(...pieces: readonly Piece[]): readonly Argument[] {
  if (pieces.length === 0) return [];
  return [{ name: "", value: pattern(...pieces), optional: pieces.every(mayBeEmpty) }];
}

const missing = text('"{0}" needs a value: {1}', '"{0}"后缺少值：{1}');

/** A value that reads words by a pattern. */
export function pattern(...pieces: readonly Piece[]): Value {
  const docs = new Map<string, Text>();
  eachFixed(pieces, ({ word, doc }) => doc !== undefined && docs.set(word, doc));
  return {
    signature: signatureOf(pieces),
    needs: neededOf(pieces),
    token: "property",
    many: true,
    accepts: (word) => accepts(pieces, word) !== "no",
    match(reader) {
      // What follows a part that is wrong cannot be told from it.
      if (!new Run(reader, undefined).pieces(pieces)) while (reader.next() !== undefined);
    },
    leftover: (reader) => leftover(pieces, reader),
    suggest(before, context) {
      const expected: Expected[] = [];
      new Run(replay(before, context), (one) => expected.push(one)).pieces(pieces);
      return expected.flatMap((one) => suggestions(one, context));
    },
    describe: (word) => docs.get(word.value) ?? describeValue(pieces, word),
  };
}

/** What may come where the words end: a fixed word, or a value that has taken some words already. */
interface Expected {
  readonly piece: Fixed | Valued;
  readonly before: readonly Word[];
  /** What stands behind it in its sequence. */
  readonly after: readonly Piece[];
}

class Run {
  readonly #reader: Reader;
  readonly #expect: ((expected: Expected) => void) | undefined;
  /** A value took all words to the end and would take more: nothing else comes next. */
  #isOpen = false;

  constructor(reader: Reader, expect: ((expected: Expected) => void) | undefined) {
    this.#reader = reader;
    this.#expect = expect;
  }

  /** Reads a sequence; false where it broke off. */
  pieces(pieces: readonly Piece[]): boolean {
    let index = 0;
    while (index < pieces.length) {
      const piece = pieces[index];
      if (piece === undefined) break;
      if (piece.kind === "maybe") {
        const next = pieces.findIndex((other, at) => at > index && other.kind !== "maybe");
        const end = next === -1 ? pieces.length : next;
        if (!this.#group(pieces.slice(index, end) as readonly Maybe[], pieces[end])) return false;
        index = end;
        continue;
      }
      if (!this.#one(piece, pieces.slice(index + 1))) return false;
      index++;
    }
    return true;
  }

  /** Parts that may be left out, in any order, up to a word that none of them takes. */
  #group(group: readonly Maybe[], after: Piece | undefined): boolean {
    const used = new Set<Maybe>();
    for (let word = this.#reader.peek(); word !== undefined; word = this.#reader.peek()) {
      const taken = word;
      const free = group.filter((one) => one.many || !used.has(one) || isRepeated(one, taken));
      const chosen =
        free.find((one) => accepts(one.pieces, taken) === "surely") ??
        (after !== undefined && accepts([after], taken) === "surely"
          ? undefined
          : free.find((one) => accepts(one.pieces, taken) === "maybe"));
      // A value alone is read even where the word does not look like one, so that it can say what it wants.
      const [only] = group;
      const alone = group.length === 1 && after === undefined && only?.pieces[0]?.kind === "value" ? only : undefined;
      if (chosen === undefined && alone !== undefined && !used.has(alone)) {
        used.add(alone);
        if (!this.pieces(alone.pieces)) return false;
        continue;
      }
      if (chosen === undefined) return true;
      used.add(chosen);
      if (!this.pieces(chosen.pieces)) return false;
    }
    if (!this.#isOpen) for (const one of group) if (one.many || !used.has(one)) this.#expectFirst(one.pieces);
    return true;
  }

  #one(piece: Fixed | Valued | Either, after: readonly Piece[]): boolean {
    const word = this.#reader.peek();
    if (word === undefined) {
      this.#expectFirst(mayBeEmpty(piece) ? [piece] : [piece, ...after]);
      this.#missing(piece, after);
      return false;
    }
    switch (piece.kind) {
      case "fixed":
        if (word.value !== piece.word) {
          this.#reader.next();
          reportChoice(this.#reader, word, [piece.word]);
          return false;
        }
        this.#reader.next();
        if (piece.since !== undefined && !atLeast(this.#reader.version, piece.since)) {
          const message = tooNew(piece.word, piece.since, this.#reader.version);
          this.#reader.report({ code: "too-new", ...word, message });
        }
        this.#reader.bind({ name: piece.word, word, data: true, token: "property" });
        return true;
      case "value": {
        const before = this.#reader.left();
        piece.value.match(this.#reader, piece.name);
        if (piece.value.many === true && this.#reader.peek() === undefined) {
          this.#isOpen = true;
          this.#expect?.({ piece, before, after: [] });
        }
        return true;
      }
      case "either": {
        const chosen =
          piece.options.find((option) => accepts(option, word) === "surely") ??
          piece.options.find((option) => accepts(option, word) === "maybe");
        if (chosen !== undefined) return this.pieces(chosen);
        this.#reader.next();
        reportChoice(this.#reader, word, [...firstWords([piece]), ...this.#offered(piece)]);
        return false;
      }
    }
  }

  /** The words that values offer which may stand first. */
  #offered({ options }: Either): readonly string[] {
    const { version, block } = this.#reader;
    return options
      .flatMap(([first]) =>
        first?.kind === "value"
          ? (first.value.suggest?.([], { names: () => [], typed: "", version, block }) ?? [])
          : [],
      )
      .filter(({ kind }) => kind === "value")
      .map(({ label }) => label);
  }

  #missing(piece: Piece, after: readonly Piece[]): void {
    const last = this.#reader.last;
    if (last === undefined || this.#expect !== undefined) return;
    const message = fill(missing, last.value, neededOf([piece, ...after]));
    this.#reader.report({ code: "missing-value", start: last.start, end: last.end, message });
  }

  /** Notes what a sequence may begin with; whether nothing of it must come. */
  #expectFirst(pieces: readonly Piece[]): boolean {
    if (this.#expect === undefined) return true;
    for (const [index, piece] of pieces.entries()) {
      if (piece.kind === "maybe") {
        this.#expectFirst(piece.pieces);
        continue;
      }
      if (piece.kind === "either") {
        const empty = piece.options.map((option) => this.#expectFirst(option));
        if (!empty.includes(true)) return false;
        continue;
      }
      this.#expect({ piece, before: [], after: pieces.slice(index + 1) });
      return false;
    }
    return true;
  }
}

/** A setting that is written again: the daemons take the last one. */
function isRepeated({ pieces }: Maybe, word: Word): boolean {
  return pieces[0]?.kind === "fixed" && pieces[0].word === word.value;
}

type Acceptance = "surely" | "maybe" | "no";

/** Whether a sequence may begin with a word: `surely` where it is a fixed word of it or looks like its value. */
function accepts(pieces: readonly Piece[], word: Word): Acceptance {
  let best: Acceptance = "no";
  for (const piece of pieces) {
    const found = acceptsOne(piece, word);
    if (found === "surely") return found;
    if (found === "maybe") best = found;
    if (!mayBeEmpty(piece)) break;
  }
  return best;
}

function acceptsOne(piece: Piece, word: Word): Acceptance {
  switch (piece.kind) {
    case "fixed":
      return piece.word === word.value ? "surely" : "no";
    case "value":
      if (word.unknown === true) return "maybe";
      return piece.value.accepts === undefined ? "maybe" : piece.value.accepts(word) ? "surely" : "no";
    case "maybe":
      return accepts(piece.pieces, word);
    case "either": {
      const all = piece.options.map((option) => accepts(option, word));
      return all.includes("surely") ? "surely" : all.includes("maybe") ? "maybe" : "no";
    }
  }
}

/** Lets the last part say what is wrong with words that it does not take. */
function leftover(pieces: readonly Piece[], reader: Reader): boolean {
  const last = pieces.at(-1);
  if (last?.kind === "maybe") return leftover(last.pieces, reader);
  return last?.kind === "value" && last.value.leftover?.(reader) === true;
}

function suggestions({ piece, before, after }: Expected, context: SuggestContext): readonly Suggestion[] {
  if (piece.kind === "value") return piece.value.suggest?.(before, context) ?? [];
  if (piece.since !== undefined && !atLeast(context.version, piece.since)) return [];
  const [next] = after;
  // What must follow is asked for at once.
  const goesOn = next === undefined || mayBeEmpty(next) ? {} : { insert: `${piece.word} `, again: true };
  return [{ label: piece.word, kind: "option", ...goesOn, ...(piece.doc === undefined ? {} : { doc: piece.doc }) }];
}

/** A reader over words that are there already; what they say is no longer of interest. */
function replay(words: readonly Word[], context: SuggestContext): Reader {
  let next = 0;
  return {
    peek: () => words[next],
    next: () => words[next++],
    left: () => words.slice(next),
    bind: () => undefined,
    values: [],
    report: () => undefined,
    edit: (range, replacement) => ({
      source: { uri: "", section: { text: "", lineStarts: [0] } },
      ...range,
      text: replacement,
    }),
    rawLeft: () => ({
      text: words
        .slice(next)
        .map((word) => word.raw)
        .join(" "),
      start: words[next]?.start ?? 0,
    }),
    version: context.version,
    block: context.block,
    get last() {
      return words[next - 1];
    },
  };
}

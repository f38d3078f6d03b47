/**
 * Lays the nodes of YAML onto our tree: a mapping is a block, a field a statement whose words are its name and its
 * value, an entry of a list a statement of one word.
 */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Block, Item, Statement, Tree, Word } from "../../../syntax/ast.ts";
import { hasGap } from "../template.ts";
import { type Found, kind, rangeOf, readYaml } from "./read.ts";

/** The tree of a section: one block for the configuration in it, if there is one. */
export function parse(text: string): Tree {
  return { items: readYaml(text).found.flatMap((found) => new Builder(text, found.offset).root(found) ?? []) };
}

/** A plain scalar that says "no value" (go-yaml v2, resolve.go). */
const noValue = /^(?:|~|null|Null|NULL)$/;

class Builder {
  readonly #text: string;
  readonly #offset: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  /** The whole configuration: the value of its field `kind` is the keyword, the other fields are what stands inside. */
  root({ fields }: Found): Statement | undefined {
    const own = fields.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === "kind");
    const head = isScalar(own?.value) ? this.#word(own.value) : undefined;
    if (head === undefined || head.value !== kind) return undefined;
    const block = this.#fields(fields, own);
    return {
      ...this.#around(head, block),
      kind: "statement",
      form: "plain",
      condition: undefined,
      words: [head],
      block,
    };
  }

  #fields(node: YAMLMap, except?: Pair): Block {
    const items = node.items.flatMap((pair) => (pair === except ? [] : this.#field(pair)));
    return this.#block(node, items);
  }

  #field(pair: Pair): readonly Item[] {
    const { key, value } = pair;
    if (!isScalar(key)) return [];
    const head = this.#word(key);
    // A merge of another mapping: what it brings is not followed.
    const isMerge = head.value === "<<";
    const words = [isMerge ? { ...head, unknown: true } : head];
    const block = isMerge ? undefined : this.#blockOf(value);
    if (block === undefined) words.push(...this.#value(value));
    return [this.#statement(words, block)];
  }

  #list(node: YAMLSeq): Block {
    const items = node.items.flatMap((entry): readonly Item[] => {
      const block = this.#blockOf(entry);
      const [word = block === undefined ? this.#place(entry) : gapAt(block.start)] = this.#value(entry);
      return word === undefined ? [] : [this.#statement([word], block)];
    });
    return { ...this.#block(node, items), list: true };
  }

  #blockOf(node: unknown): Block | undefined {
    if (isMap(node)) return this.#fields(node);
    return isSeq(node) ? this.#list(node) : undefined;
  }

  #block(node: YAMLMap | YAMLSeq, items: readonly Item[]): Block {
    const [written, end] = this.#rangeOf(node);
    // The library calls a pair without braces in a list a flow mapping, too.
    const isFlow = node.flow === true && /[[{]/.test(this.#text[written] ?? "");
    // Where a colon is missing, the library sees a mapping begin behind its first key.
    const from = isFlow ? written : Math.min(written, items[0]?.start ?? written);
    const isClosed = isFlow && end > from + 1 && /[\]}]/.test(this.#text[end - 1] ?? "");
    const last = items.at(-1)?.end ?? from;
    return {
      start: from,
      end: isFlow ? end : Math.max(from, last),
      open: { start: from, end: isFlow ? from + 1 : from },
      close: isClosed ? { start: end - 1, end } : undefined,
      items,
      implied: true,
    };
  }

  /** The word of a value; none where the field has none. */
  #value(node: unknown): readonly Word[] {
    if (isScalar(node)) {
      const word = this.#word(node);
      return !word.quoted && word.unknown !== true && noValue.test(word.value) ? [] : [word];
    }
    const place = isAlias(node) ? this.#place(node) : undefined;
    return place === undefined ? [] : [place];
  }

  /** A word for a node whose value is not looked at. */
  #place(node: unknown): Word | undefined {
    if (!isAlias(node) && !isMap(node) && !isSeq(node)) return undefined;
    const [start, end] = this.#rangeOf(node);
    const raw = this.#text.slice(start, end);
    return { start, end, raw, value: raw, quoted: false, closed: true, ...(isAlias(node) ? { unknown: true } : {}) };
  }

  #word(node: Scalar): Word {
    const [start, end] = this.#rangeOf(node);
    const value = typeof node.value === "string" ? node.value : "";
    const isUnknown = hasGap(value) || node.tag !== undefined;
    return {
      start,
      end,
      raw: this.#text.slice(start, end),
      value,
      quoted: node.type !== Scalar.PLAIN,
      closed: true,
      ...(isUnknown ? { unknown: true } : {}),
    };
  }

  #statement(words: readonly Word[], block: Block | undefined): Statement {
    const [head] = words;
    const start = head?.start ?? 0;
    const end = Math.max(words.at(-1)?.end ?? start, block?.end ?? start);
    return { start, end, kind: "statement", form: "plain", condition: undefined, words, block };
  }

  #around(head: Word, block: Block) {
    return { start: Math.min(head.start, block.start), end: Math.max(head.end, block.end) };
  }

  #rangeOf(node: Node): readonly [start: number, end: number] {
    const [start, end] = rangeOf(node);
    const limit = this.#text.length;
    return [Math.min(start + this.#offset, limit), Math.min(end + this.#offset, limit)];
  }
}

/** What stands before a block that is an entry of a list. */
function gapAt(at: number): Word {
  return { start: at, end: at, raw: "", value: "", quoted: false, closed: true };
}

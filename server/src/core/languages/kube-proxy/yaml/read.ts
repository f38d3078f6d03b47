/**
 * Finds the configuration in a YAML document: the document itself, or the text of a ConfigMap's entry. The syntax is
 * the library's; what is said here is where in the outer text everything stands.
 */
import {
  type Document,
  isMap,
  isScalar,
  type Node,
  parseAllDocuments,
  Scalar,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { Range } from "../../../text/range.ts";
import { fillGaps } from "../template.ts";

/** A configuration that was found. */
export interface Found {
  readonly fields: YAMLMap;
  /** What is added to the positions of its nodes to get those of the text. */
  readonly offset: number;
}

export interface SyntaxFault {
  readonly code: YAMLError["code"];
  readonly start: number;
  /** It is about brackets. */
  readonly inBrackets: boolean;
}

export interface ReadYaml {
  readonly found: readonly Found[];
  /** Only of texts that certainly hold a configuration of kube-proxy. */
  readonly errors: readonly SyntaxFault[];
}

export const kind = "KubeProxyConfiguration";

/** What says what a document is, in lines or in braces. */
export const kindLine =
  /(?:^|[{,])[ \t]*(["']?)kind\1[ \t]*:[ \t]*(["']?)KubeProxyConfiguration\2[ \t]*(?:[,}#]|\r?$)/m;

/** Nothing in these files stands deeper; what does is left alone, so that no text can fill the stack. */
const deepest = 200;

const nothing: ReadYaml = { found: [], errors: [] };

/** The text that was read last: a tree and the problems of syntax are asked for one after the other. */
let last: { readonly text: string; readonly read: ReadYaml } | undefined;

/** The configurations in the text of a section. */
export function readYaml(text: string): ReadYaml {
  if (last?.text !== text) last = { text, read: kindLine.test(text) && !isTooDeep(text) ? find(text) : nothing };
  return last.read;
}

function find(text: string): ReadYaml {
  const filled = fillGaps(text);
  const document = parseFirst(filled);
  if (document === undefined) return nothing;
  const own = document.contents;
  if (isConfiguration(own)) return { found: [{ fields: own, offset: 0 }], errors: errorsOf(document, 0) };
  const inner = isMap(own) ? innerTexts(own).map((range) => findInner(filled, range)) : [];
  const found = inner.flatMap((one) => one.found);
  return { found, errors: [...errorsOf(document, 0), ...inner.flatMap((one) => one.errors)] };
}

/** The texts of a ConfigMap's entries: block scalars whose lines stand as they are. */
function innerTexts(document: YAMLMap): readonly Range[] {
  const data = document.get("data");
  if (!isMap(data)) return [];
  return data.items.flatMap(({ value }) => {
    if (!isScalar(value) || value.type !== Scalar.BLOCK_LITERAL || !hasKind(value)) return [];
    const [start, end] = rangeOf(value);
    return [{ start, end }];
  });
}

function hasKind({ value }: Scalar): boolean {
  return typeof value === "string" && kindLine.test(value);
}

/**
 * Lines that are all indented by as much are YAML of their own, so they are read where they stand. The header of the
 * block scalar, `|-`, is no part of them.
 */
function findInner(text: string, { start, end }: Range): ReadYaml {
  const from = text.indexOf("\n", start) + 1;
  if (from === 0 || from > end) return nothing;
  for (const part of documentsIn(text.slice(from, end), from)) {
    const document = parseFirst(part.text);
    const own = document?.contents;
    if (document === undefined || !kindLine.test(part.text)) continue;
    if (!isConfiguration(own)) return { found: [], errors: errorsOf(document, part.start) };
    return { found: [{ fields: own, offset: part.start }], errors: errorsOf(document, part.start) };
  }
  return nothing;
}

/** The documents of an inner text, which lines of indented dashes divide. */
function documentsIn(text: string, start: number): readonly { readonly text: string; readonly start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let at = 0;
  for (const marker of text.matchAll(/^[ \t]*---[ \t]*\r?$\n?/gm)) {
    parts.push({ text: text.slice(at, marker.index), start: start + at });
    at = marker.index + marker[0].length;
  }
  return [...parts, { text: text.slice(at), start: start + at }];
}

function parseFirst(text: string): Document | undefined {
  const documents = parseAllDocuments(text, {
    // Scalars stay as they are written: what they are is told by the rules of the daemon's own library.
    schema: "failsafe",
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  return Array.isArray(documents) ? documents[0] : undefined;
}

function isConfiguration(node: unknown): node is YAMLMap {
  return isMap(node) && String(node.get("kind") ?? "") === kind;
}

function errorsOf(document: Document, offset: number): readonly SyntaxFault[] {
  return document.errors.map(({ code, pos: [start], message }) => ({
    code,
    start: start + offset,
    inBrackets: message.startsWith("Flow "),
  }));
}

/** Where a node stands: its first character and the one behind its value. */
export function rangeOf({ range }: Node): readonly [start: number, end: number] {
  return range === undefined || range === null ? [0, 0] : [range[0], range[1]];
}

/**
 * Counts what opens, also the signs at the beginning of a line; indentation of that depth would be a line of as many
 * blanks. A loop, for a regular expression that counts so far fills the stack itself.
 */
function isTooDeep(text: string): boolean {
  let brackets = 0;
  let signs = 0;
  let blanks = 0;
  let isAtStart = true;
  for (const character of text) {
    if (character === "[" || character === "{") brackets++;
    else if (character === "]" || character === "}") brackets = Math.max(0, brackets - 1);
    if (character === "\n") {
      signs = 0;
      blanks = 0;
      isAtStart = true;
    } else if (isAtStart && character === " ") blanks++;
    else if (isAtStart && /[-?:]/.test(character)) signs++;
    else isAtStart = false;
    if (brackets > deepest || signs >= deepest || blanks >= deepest * 4) return true;
  }
  return false;
}

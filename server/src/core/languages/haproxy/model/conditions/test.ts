/** One test of a condition: what it looks at and what it wants to see there. */
import type { Word } from "../../../../syntax/ast.ts";
import type { Criterion } from "../../values/criterion.ts";
import { networkPattern, type Pattern, rangePattern, type StringMethod } from "./patterns.ts";
import { type Subject, subjectOf } from "./subjects.ts";

export interface Test {
  /** The fetch's name as the table has it; empty where it is not known. */
  readonly fetch: string;
  /** Absent where nothing may be concluded: it may say something else the next time. */
  readonly subject: Subject | undefined;
  /** Holds, or never does, whatever the request is. */
  readonly constant?: boolean;
  /** `found` and `bool` look at no patterns. */
  readonly method: string;
  /** One of them must match. Absent where some are not understood; then only `key` tells what it is. */
  readonly patterns: readonly Pattern[] | undefined;
  /** Files with further patterns. */
  readonly files: readonly string[];
  readonly ignoreCase: boolean;
  /** Equal for tests that always say the same. */
  readonly key: string;
}

const strings: ReadonlySet<string> = new Set(["str", "beg", "end", "sub", "dir", "dom", "reg", "regm"]);

/** The test that a criterion is; `words` are all words of it. */
export function testOf(criterion: Criterion, words: readonly Word[]): Test {
  const { tree, fetch, method, files, ignoreCase } = criterion;
  const name = fetch?.name ?? "";
  const isKnown = fetch !== undefined && method !== undefined && words.every((word) => word.unknown !== true);
  const subject = isKnown ? subjectOf(tree, name) : undefined;
  const patterns = subject === undefined ? undefined : patternsOf(criterion);
  const written = criterion.patterns.map((word, index) => `${criterion.operators[index] ?? ""} ${word.value}`).sort();
  return {
    fetch: name,
    subject: subject === undefined || files.length === 0 ? subject : { ...subject, reads: [...subject.reads, "files"] },
    ...constantOf(name, criterion),
    method: method?.name ?? "",
    patterns,
    files: files.map((word) => word.value),
    ignoreCase,
    key: JSON.stringify([subject?.key, method?.name, ignoreCase, written, files.map((word) => word.value).sort()]),
  };
}

/** A test without a criterion: what is known to be the case. */
export function fact(subject: Subject, method: string, patterns: readonly Pattern[]): Test {
  const key = JSON.stringify([subject.key, "fact", method, patterns.map((one) => textOf(one))]);
  return { fetch: "", subject, method, patterns, files: [], ignoreCase: false, key };
}

function textOf(pattern: Pattern): string {
  return JSON.stringify(pattern, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

function constantOf(fetch: string, { tree, method, patterns }: Criterion): { readonly constant?: boolean } {
  if (fetch !== "always_true" && fetch !== "always_false") return {};
  const isPlain = tree.converters.length === 0 && method?.name === "bool" && patterns.length === 0;
  return isPlain ? { constant: fetch === "always_true" } : {};
}

function patternsOf(criterion: Criterion): readonly Pattern[] | undefined {
  const { method, ignoreCase, keyword } = criterion;
  if (method === undefined || (keyword !== undefined && own.has(keyword.name))) return undefined;
  if (method.patterns === "none") return criterion.patterns.length === 0 ? [] : undefined;
  const found: Pattern[] = [];
  for (const [index, word] of criterion.patterns.entries()) {
    const pattern = readPattern(method.name, word.value, criterion.operators[index] ?? "eq", ignoreCase);
    if (pattern === undefined) return undefined;
    found.push(pattern);
  }
  return found;
}

/** Versions and users are compared in their own way. */
const own: ReadonlySet<string> = new Set(["req.ssl_ver", "req_ssl_ver", "http_auth_group"]);

/** A pattern as a match method reads it; undefined where it is not understood. */
export function readPattern(method: string, text: string, operator: string, ignoreCase: boolean): Pattern | undefined {
  if (strings.has(method)) return { kind: "string", method: method as StringMethod, text, ignoreCase };
  if (method === "int") return rangePattern(text, operator);
  if (method === "ip") return networkPattern(text);
  const range = method === "len" ? rangePattern(text, "eq") : undefined;
  return range === undefined ? undefined : { kind: "length", range };
}

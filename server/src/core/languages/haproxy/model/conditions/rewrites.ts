/** What is known of a request after a rule has changed it. */
import type { Bound } from "../../../../schema/bound.ts";
import type { StringPattern } from "./patterns.ts";
import { plainSubject } from "./subjects.ts";
import { fact, type Test } from "./test.ts";

export interface Rewrite {
  /** Holds afterwards, whatever was before. */
  readonly result: Test;
  /** Tests that held before and do not afterwards, beside those that `result` contradicts. */
  readonly removes?: (test: Test) => boolean;
}

/** What a rule leaves behind; undefined where it changes nothing or it is not known into what. */
export function rewriteOf(rule: Bound): Rewrite | undefined {
  const read = readers[rule.keyword?.name ?? ""];
  return rule.statement.words.some((word) => word.unknown === true) ? undefined : read?.(rule);
}

const readers: Readonly<Record<string, (rule: Bound) => Rewrite | undefined>> = {
  "http-request set-path": (rule) => newPath(textOf(rule, "fmt")),
  "http-request replace-path": replacedPath,
  "http-request set-header": newHeader,
  "http-request del-header": removedHeader,
  "http-request set-method": (rule) => {
    const method = textOf(rule, "fmt");
    return method === undefined || method.includes("%") ? undefined : about("method", undefined, "str", method);
  },
};

function textOf(rule: Bound, name: string): string | undefined {
  const data = rule.value(name)?.data;
  return typeof data === "string" ? data : undefined;
}

function newPath(format: string | undefined): Rewrite | undefined {
  const [, , expression, , replacement] =
    /^%\[path,regsub\(("?)([^,"]+)\1,("?)([^,"]*)\3\)\]$/.exec(format ?? "") ?? [];
  if (expression !== undefined && replacement !== undefined) return cutPath(expression, replacement);
  const literal = /^[^%?]*/.exec(format ?? "")?.[0] ?? "";
  if (format === undefined || literal.length < 2) return undefined;
  return about("path", undefined, literal === format ? "str" : "beg", literal);
}

function replacedPath(rule: Bound): Rewrite | undefined {
  const [expression, replacement] = rule.statement.words.slice(rule.named.length).map((word) => word.value);
  return expression === undefined || replacement === undefined ? undefined : cutPath(expression, replacement);
}

/** `replace-path /api/(.*) /\1`: where the expression wants a prefix that the replacement does not give back. */
function cutPath(expression: string, replacement: string): Rewrite | undefined {
  const subject = plainSubject("path");
  if (subject === undefined) return undefined;
  const cut = literalPrefix(expression);
  const put = /^[^\\%]*/.exec(replacement)?.[0] ?? "";
  // Behind "/" or nothing comes the rest of the path; behind more of the prefix it may all come back.
  const mayComeBack = cut === undefined || put.startsWith(cut) || (put.length > 1 && cut.startsWith(put));
  if (mayComeBack) return undefined;
  return {
    result: fact(subject, "found", []),
    removes: ({ subject: other, patterns, method }) =>
      other?.key === subject.key &&
      (method === "beg" || method === "str") &&
      patterns !== undefined &&
      patterns.length > 0 &&
      patterns.every((pattern) => pattern.kind === "string" && isCut(pattern, cut, put)),
  };
}

/** Whether paths that the pattern matches lose the beginning that it wants. */
function isCut({ text }: StringPattern, cut: string, put: string): boolean {
  const isConcerned = text.startsWith(cut) || (text.length > 1 && `${text}/` === cut);
  return isConcerned && !put.startsWith(text);
}

/** The text that all matches begin with: `^/api/(.*)`, `/api(/.*)?$`; undefined for less than a part of a path. */
function literalPrefix(expression: string): string | undefined {
  const [, written = ""] = /^\^?((?:[\w/~%-]|\\[./-])*)/.exec(expression) ?? [];
  const behind = expression.slice(expression.startsWith("^") ? written.length + 1 : written.length);
  const shorter = /^[?*{]/.test(behind) ? written.replace(/\\?.$/, "") : written;
  const literal = shorter.replaceAll("\\", "");
  return literal.startsWith("/") && literal.length > 2 && !behind.includes("|") ? literal : undefined;
}

function newHeader(rule: Bound): Rewrite | undefined {
  const name = textOf(rule, "name");
  const value = textOf(rule, "fmt");
  const isOne = name !== undefined && value !== undefined && /^[^%,]+$/.test(value);
  return isOne ? about("req.hdr", name, "str", value.trim()) : undefined;
}

function removedHeader(rule: Bound): Rewrite | undefined {
  const name = textOf(rule, "name")?.toLowerCase();
  const made = name === undefined || rule.value("choice") !== undefined ? undefined : about("req.hdr", name, "found");
  const found = /^req\.(?:f?hdr|hdr_ip|hdr_val|cook)\(/;
  if (made === undefined) return undefined;
  return {
    result: made.result,
    removes: ({ subject, constant }) =>
      constant === undefined &&
      subject !== undefined &&
      found.test(subject.key) &&
      subject.reads.includes(`header ${name}`),
  };
}

/** A value is known, or that there is one. */
function about(
  fetch: string,
  argument: string | undefined,
  method: "str" | "beg" | "found",
  value = "",
): Rewrite | undefined {
  const subject = plainSubject(fetch, argument);
  if (subject === undefined) return undefined;
  const patterns = method === "found" ? [] : [{ kind: "string" as const, method, text: value, ignoreCase: false }];
  // A header that was set has one value.
  return { result: fact({ ...subject, single: true }, method, patterns) };
}

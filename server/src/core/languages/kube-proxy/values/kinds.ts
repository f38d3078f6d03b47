/**
 * What a scalar is to kube-proxy, which turns YAML into JSON first: go-yaml v2 decides by the way it is written
 * (resolve.go), and the decoder of JSON takes no text for a number and no number for a text.
 */
import type { Fix } from "../../../schema/problem.ts";
import type { Reader } from "../../../schema/value.ts";
import type { Word } from "../../../syntax/ast.ts";
import { fill, type Text, text } from "../../../text/localized.ts";

export type ScalarKind = "text" | "number" | "flag" | "flag-or-text";

const titles = {
  quote: text("Write {0}", "改写为 {0}"),
};

/** What the library makes of a word. Of `y` and `n` its versions make different things. */
export function kindOf({ quoted, value }: Word): ScalarKind {
  if (quoted) return "text";
  if (/^(?:[yY]es|YES|[nN]o|NO|[tT]rue|TRUE|[fF]alse|FALSE|[oO]n|ON|[oO]ff|OFF)$/.test(value)) return "flag";
  if (/^[yYnN]$/.test(value)) return "flag-or-text";
  const isNumber =
    /^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|0o?[0-7_]+|\d[\d_]*)$/.test(value) ||
    /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(value) ||
    /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(value);
  return isNumber ? "number" : "text";
}

/** Whether a word is of a kind. */
export function isKind(word: Word, kind: "text" | "number" | "flag"): boolean {
  const own = kindOf(word);
  return own === kind || (own === "flag-or-text" && kind !== "number");
}

/** Says that a word is of the wrong kind; `meant` is how it would be right. */
export function reportKind(reader: Reader, word: Word, message: Text, meant?: string): void {
  reader.report({
    code: "invalid-value",
    start: word.start,
    end: word.end,
    message: fill(message, word.raw.split("\n")[0] ?? "", meant ?? ""),
    ...(meant === undefined ? {} : { fixes: [rewrite(reader, word, meant, "safe")] }),
  });
}

export function rewrite(reader: Reader, word: Word, written: string, safety: Fix["safety"]): Fix {
  return { title: fill(titles.quote, written), safety, edits: [reader.edit(word, written)] };
}

/** What rewritten lines are put together from: words in the form that a line wants, and what else stands in a section. */
import type { NewLine, OldLine, Rewrite } from "../../../schema/spec.ts";
import type { Word } from "../../../syntax/ast.ts";

export const safe = (text: string): NewLine => ({ text, safety: "safe" });
export const unsafe = (text: string): NewLine => ({ text, safety: "unsafe" });

/** The line is to go: newer versions do by themselves what it says. */
export const gone: Rewrite = () => safe("");

/** The line is to go, but somebody has to look at what it did. */
export const goneWithCare: Rewrite = () => unsafe("");

/** Words as they stand in the file. */
export function raw(words: readonly Word[]): string {
  return words.map((word) => word.raw).join(" ");
}

/** The first `count` words of a line become `name`; the rest stays as it is. */
export function renamed(count: number, name: string): Rewrite {
  return ({ words }) => safe(raw(words.slice(count)) === "" ? name : `${name} ${raw(words.slice(count))}`);
}

/** A text as one word of a line, quoted where it has to be (src/tools.c: parse_line). */
export function word(value: string): string {
  if (value !== "" && !/[\s"'#]|\\[\\ #'"tnrx]|\\$/.test(value)) return value;
  if (!value.includes("'")) return `'${value}'`;
  return `"${value.replace(/(["\\$])/g, "\\$1")}"`;
}

/** A text where the daemon expects a log format, in which a percent sign begins a variable. */
export function format(value: string): string {
  return word(value.replaceAll("%", "%%"));
}

/** Whether all words are known here; of others no pattern can be told. */
export function areKnown(words: readonly Word[]): boolean {
  return words.every((one) => one.unknown !== true);
}

/** The kind of the section that the line stands in, with what it is called. */
export function sectionOf({ block }: OldLine): { readonly kind: string; readonly name: string } {
  return { kind: block?.keyword?.name ?? "", name: block?.name ?? "" };
}

/** The words of the other lines of the section that begin like this, above and below the line. */
export function siblings({ block, words }: OldLine, ...begin: readonly string[]) {
  const here = words[0]?.start ?? 0;
  const lines = (block?.statement.block?.items ?? []).flatMap((item) => (item.kind === "statement" ? [item] : []));
  const alike = lines.filter((line) => begin.every((value, at) => line.words[at]?.value === value));
  return {
    above: alike.filter((line) => line.start < here).map((line) => line.words),
    below: alike.filter((line) => line.start > here).map((line) => line.words),
  };
}

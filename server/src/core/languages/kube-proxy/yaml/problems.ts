/** What the YAML library cannot read, in our words: only faults that go-yaml, which kube-proxy reads with, refuses too. */
import type { Problem, Source } from "../../../schema/problem.ts";
import { type Text, text } from "../../../text/localized.ts";
import { readYaml, type SyntaxFault } from "./read.ts";

const indent = text("This line is not indented like the lines that it belongs to", "此行的缩进与同级各行不一致");
const unclosed = text("A bracket or a quote is not closed here", "此处的括号或引号没有结束");
const unexpected = text("This cannot stand here in YAML", "YAML 中此处不能这样写");

const messages: Readonly<Partial<Record<SyntaxFault["code"], Text>>> = {
  TAB_AS_INDENT: text("A tab cannot indent a line in YAML: write blanks", "YAML 不能用制表符缩进，请改用空格"),
  BAD_INDENT: indent,
  BLOCK_AS_IMPLICIT_KEY: text("A value cannot begin on the line of another one", "一行中不能再开始另一个值"),
  MULTILINE_IMPLICIT_KEY: text("The name of a field ends with a colon on its line", "字段名应在同一行以冒号结束"),
  MISSING_CHAR: unclosed,
  UNEXPECTED_TOKEN: unexpected,
  BAD_SCALAR_START: text("A value that begins with this character needs quotes", "以此字符开头的值需要加引号"),
};

/** The first fault; those behind it mostly follow from it. */
export function checkText(source: Source): readonly Problem[] {
  const { text: written } = source.section;
  for (const { code, inBrackets, start } of readYaml(written).errors) {
    const message = inBrackets ? unclosed : messages[code];
    if (message === undefined) continue;
    const from = Math.min(start, Math.max(0, written.length - 1));
    // The word that begins there is enough to see where it is.
    const { length } = /^\S*/.exec(written.slice(from, from + 80))?.[0] ?? "";
    const to = Math.min(from + Math.max(1, length), written.length);
    return [{ code: "kube-proxy/invalid-yaml", severity: "error", message, source, start: from, end: to }];
  }
  return [];
}

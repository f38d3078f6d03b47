import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

const long = "x".repeat(1030);

/** lib/parser.c: read_line, MAXBUF. */
export const lineTooLong: BindingRule = {
  id: "keepalived/line-too-long",
  severity: "error",
  scope: "binding",
  summary: text("A line of more than 1022 bytes.", "一行超过 1022 字节。"),
  why: text(
    "keepalived reads lines into a buffer of 1024 bytes. What does not fit is taken for the next line, so that the end of a long comment becomes a keyword.",
    "keepalived 用 1024 字节的缓冲区读取每一行，放不下的部分会被当作下一行，于是长注释的末尾就成了关键字。",
  ),
  bad: [`\n# ${long}\n#${" ".repeat(1021)}${"^".repeat(10)} longer than 1022 bytes\nglobal_defs {\n}\n`],
  good: [`\n# ${long.slice(0, 1000)}\nglobal_defs {\n}\n`],
};

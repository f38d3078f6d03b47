import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/cfgparse.c knows no byte order mark. */
export const byteOrderMark: BindingRule = {
  id: "haproxy/byte-order-mark",
  severity: "error",
  scope: "binding",
  summary: text("A byte order mark in front of a word.", "单词前有字节顺序标记（BOM）。"),
  why: text(
    "Some editors write this invisible character at the start of a file, and joining files moves it further down. HAProxy takes it for a letter of the first word, which is then unknown.",
    "有些编辑器会在文件开头写入这个不可见字符，拼接文件时它会跑到中间。HAProxy 把它当成第一个单词的一部分，于是该词无法识别。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    \uFEFFoption httplog
#   ^ The file begins with a byte order mark
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    option forwardfor
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

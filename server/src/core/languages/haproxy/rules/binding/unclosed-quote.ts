import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/tools.c: parse_line, PARSE_ERR_QUOTE. */
export const unclosedQuote: BindingRule = {
  id: "haproxy/unclosed-quote",
  severity: "error",
  scope: "binding",
  summary: text("A quoted text without its closing quote.", "引号没有闭合。"),
  why: text(
    "A quote must end on its own line. HAProxy refuses the file. A quote that is meant as such needs a backslash.",
    "引号必须在同一行内闭合，否则 HAProxy 会拒绝整个文件。要写字面的引号，请在前面加反斜杠。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Team "web and app
#                                  ^^^^^^^^^^^^ Missing closing quote
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Team "web and app"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

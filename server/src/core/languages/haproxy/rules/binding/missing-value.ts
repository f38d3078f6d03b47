import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgparse.c: alertif_too_many_args and the parsers of single keywords. */
export const missingValue: BindingRule = {
  id: "haproxy/missing-value",
  severity: "error",
  scope: "binding",
  summary: text("A keyword without the value that it needs.", "关键字缺少必需的值。"),
  why: text(
    "HAProxy cannot read the line and refuses the file. An empty word, or a variable that is not set, leaves a value out as well.",
    "HAProxy 无法读取该行，会拒绝整个文件。写了空单词或未设置的变量，也等于缺少值。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    timeout http-request
#           ^^^^^^^^^^^^ "http-request" needs a value: TIME (30s)
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}${front}backend app
    server s2 192.0.2.12:8080 check inter
#                                   ^^^^^ "inter" needs a value: TIME
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    http-request set-var txn.path path
#                ^^^^^^^ "set-var" needs parentheses: set-var(SCOPE.NAME)
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    timeout http-request 10s
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

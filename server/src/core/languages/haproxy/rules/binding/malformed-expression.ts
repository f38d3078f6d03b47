import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/sample.c: sample_parse_expr; src/log.c: parse_logformat_string. */
export const malformedExpression: BindingRule = {
  id: "haproxy/malformed-expression",
  severity: "error",
  scope: "binding",
  summary: text("An expression that is not put together as HAProxy reads it.", "写法不符合 HAProxy 规则的表达式。"),
  why: text(
    "A parenthesis or a bracket is not closed, a name is missing before or behind a comma, or `%[…]` stands where only its inside belongs. HAProxy refuses the file. A blank ends a word even in brackets, unless it is quoted.",
    "括号没有闭合，逗号前后缺少名称，或者只应写内部表达式的地方写了 `%[…]`。HAProxy 会拒绝整个文件。即使在括号内，未加引号的空格也会结束单词。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Client %[src
#                                    ^^^^^ Missing "]"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    http-request set-var(txn.client) %[src]
#                                    ^^^^^^ An expression stands here without
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-var(txn.client) src
    http-request set-header X-Client %[var(txn.client)]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

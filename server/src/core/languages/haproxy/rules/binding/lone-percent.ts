import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/log.c: parse_logformat_string. */
export const lonePercent: BindingRule = {
  id: "haproxy/lone-percent",
  severity: "error",
  scope: "binding",
  summary: text("A percent sign that begins nothing.", "没有引出任何内容的百分号。"),
  why: text(
    "In a log format, and in most values of headers and redirects, `%` begins an alias or an expression. HAProxy refuses the file; a percent sign is written twice.",
    "在日志格式以及多数头部值、重定向地址中，`%` 用来引出别名或表达式。单独的百分号会使 HAProxy 拒绝整个文件，字面的百分号要写两次。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Load "90% full"
#                                     ^ A lone "%" must be written "%%"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Load "90%% full"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

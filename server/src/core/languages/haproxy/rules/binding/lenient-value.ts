import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/tools.c: parse_time_err; `atol` in the parsers of single keywords. */
export const lenientValue: BindingRule = {
  id: "haproxy/lenient-value",
  severity: "warning",
  scope: "binding",
  summary: text("A value of which HAProxy reads only the beginning.", "HAProxy 只读取开头部分的值。"),
  why: text(
    "Many numbers are read up to the first character that is no digit, and nothing is said about the rest: `1k` is 1, and a word is 0. What follows the unit of a time is cut off with a warning.",
    "很多数字只读到第一个非数字字符为止，其余部分不作任何提示：`1k` 就是 1，单词就是 0。时间单位之后的内容会被截掉并给出警告。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    maxconn 2k
#           ^^ "2k" is no whole number; it is read as 2
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    timeout client 30sec
#                  ^^^^^ What follows the unit in "30sec" is ignored
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    maxconn 2000
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

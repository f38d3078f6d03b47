import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/regex.c: regex_comp. */
export const invalidRegex: BindingRule = {
  id: "haproxy/invalid-regex",
  severity: "error",
  scope: "binding",
  summary: text("A regular expression that is not one.", "不合法的正则表达式。"),
  why: text(
    "A group or a class is not closed, or there is nothing to repeat. HAProxy compiles all expressions when it starts, and refuses the file. Parentheses and brackets that are meant as such need a backslash, which in turn must be written twice outside of quotes.",
    "分组或字符类没有闭合，或量词前没有可重复的内容。HAProxy 启动时会编译所有表达式，因此会拒绝整个文件。字面的括号需要加反斜杠；在引号之外，反斜杠本身要写两次。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request replace-path (/old/.* /new
#                             ^^^^^^^^ The group that begins with "(" is not closed
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request replace-path /old/(.*) /new/\\1
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

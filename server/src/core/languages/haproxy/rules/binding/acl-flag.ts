import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c: parse_acl_expr. */
export const aclFlag: BindingRule = {
  id: "haproxy/acl-flag",
  severity: "error",
  scope: "binding",
  summary: text("A flag of an ACL that does not exist, or without its value.", "ACL 中不存在或缺少值的选项。"),
  why: text(
    "Words with a dash between the criterion and its patterns are flags. HAProxy refuses the file if it does not know one; a pattern that begins with a dash needs `--` before it.",
    "条件与模式之间以减号开头的单词是选项，不认识的选项会使 HAProxy 拒绝整个文件。以减号开头的模式前要加 `--`。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl hidden path_beg -private
#                       ^^^^^^^^ "-private" is no flag; put "--" before a pattern with a dash
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl hidden path_beg -- -private
    http-request deny if hidden
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

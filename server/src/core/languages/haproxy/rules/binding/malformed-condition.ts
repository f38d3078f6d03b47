import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c: parse_acl_cond; src/cfgcond.c: cfg_parse_cond_expr. */
export const malformedCondition: BindingRule = {
  id: "haproxy/malformed-condition",
  severity: "error",
  scope: "binding",
  summary: text("A condition that is not put together as HAProxy reads it.", "写法不符合 HAProxy 规则的条件。"),
  why: text(
    "A condition begins with `if` or `unless`. ACLs side by side must all hold, `or` parts alternatives, `!` negates, and anonymous ACLs stand in braces with blanks around them. Any other word is taken for the name of an ACL, and HAProxy refuses the file.",
    "条件以 `if` 或 `unless` 开头。并列的 ACL 须同时成立，`or` 分隔不同的可能，`!` 表示取反，匿名 ACL 写在两侧带空格的花括号中。其他单词都会被当作 ACL 名称，HAProxy 会拒绝整个文件。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request deny if { path /a } and { method POST }
#                                    ^^^ "and" is no operator: ACLs side by side must all hold
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    http-request deny if {path /a}
#                        ^^^^^ A blank is missing behind "{"
#                              ^^^ A blank is missing before "}"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    http-request deny { path /a }
#                     ^ Missing "if" before "{"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request deny if { path /a } { method POST } or { path /b }
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c: build_acl_cond, acl_exec_cond. */
export const emptyCondition: BindingRule = {
  id: "haproxy/empty-condition",
  severity: "warning",
  scope: "binding",
  summary: text("An `if` or `unless` with nothing behind it.", "`if` 或 `unless` 之后没有条件。"),
  why: text(
    "HAProxy says nothing about it. A condition without any test does not hold, so a rule with a bare `if` is never used, and one with a bare `unless` always.",
    "HAProxy 对此不作提示。没有任何测试的条件视为不成立，因此只有 `if` 的规则永远不会生效，只有 `unless` 的规则始终生效。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request deny if
#                     ^^ Nothing is tested behind "if", so it never holds
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request deny if { path /a }
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

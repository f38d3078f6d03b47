import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c: parse_acl_expr; src/pattern.c: pattern_exec_match. */
export const aclNoPattern: BindingRule = {
  id: "haproxy/acl-no-pattern",
  severity: "warning",
  scope: "binding",
  summary: text("An ACL that has nothing to compare with.", "ACL 没有可比较的模式。"),
  why: text(
    "HAProxy compares the value with the patterns, and without any it never matches. To ask whether there is a value at all takes `-m found`.",
    "HAProxy 会将值与模式比较，没有模式就永远不会匹配。要判断值是否存在，请用 `-m found`。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl session req.cook(sid)
#               ^^^^^^^^^^^^^ Without a pattern "req.cook(sid)" never matches
    http-request deny unless session
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl session req.cook(sid) -m found
    http-request deny unless session
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

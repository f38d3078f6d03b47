import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c: parse_acl_expr. */
export const aclParenthesis: BindingRule = {
  id: "haproxy/acl-parenthesis",
  severity: "warning",
  scope: "binding",
  summary: text("A blank between a criterion and its argument.", "条件与其参数之间有空格。"),
  why: text(
    "The argument must follow at once. Behind a blank it is a pattern, and the criterion has no argument: `hdr (host)` looks for the text `(host)` in all headers.",
    "参数必须紧跟其后。隔着空格时它会成为模式，而条件没有参数：`hdr (host)` 会在所有头部中查找文本 `(host)`。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl shop req.hdr (host) shop.example
#                    ^^^^^^ The blank before "(host)" makes it a pattern, no argument of "req.hdr"
    http-request deny unless shop
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl shop req.hdr(host) shop.example
    http-request deny unless shop
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

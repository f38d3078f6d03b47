import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/pattern.c: pat_match_nothing and `found`. */
export const ignoredPattern: BindingRule = {
  id: "haproxy/ignored-pattern",
  severity: "warning",
  scope: "binding",
  summary: text("Patterns behind a method that does not look at them.", "匹配方式不看的模式。"),
  why: text(
    "The methods `found` and `bool` ask only whether there is a value, or whether it is true. HAProxy reads the words behind them and never uses them.",
    "`found` 和 `bool` 只判断值是否存在或是否为真。HAProxy 会读取后面的单词，但从不使用。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl session req.cook(sid) -m found yes
#                                      ^^^ "found" looks at no patterns
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

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/log.c: parse_logformat_tag_args. */
export const logFlag: BindingRule = {
  id: "haproxy/log-flag",
  severity: "warning",
  scope: "binding",
  summary: text("A flag of a log format that does nothing.", "日志格式中不起作用的标志。"),
  why: text(
    "HAProxy does not look at flags that it does not know, nor at those without a `+` or `-`, and says nothing.",
    "HAProxy 不理会不认识的标志，也不理会没有 `+` 或 `-` 的标志，且不作提示。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Client "%{+Z}ci"
#                                       ^^ "+Z" is no flag and is ignored
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Client "%{+Q}ci"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

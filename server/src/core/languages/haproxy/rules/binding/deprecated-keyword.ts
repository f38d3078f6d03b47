import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** The releases of HAProxy; see `deprecated` in the tables. */
export const deprecatedKeyword: BindingRule = {
  id: "haproxy/deprecated-keyword",
  severity: "information",
  scope: "binding",
  since: "3.0",
  summary: text("Something that HAProxy, or its manual, counts as outdated.", "HAProxy 或其手册认为已过时的内容。"),
  why: text(
    "It still works, but a later version may drop it. Where HAProxy itself warns of it, so do we.",
    "目前仍可使用，但以后的版本可能移除。HAProxy 自身会发出警告的，这里也报告为警告。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-tos 0x20
#   ^^^^^^^^^^^^^^^^^^^^ "http-request set-tos" is deprecated, use set-fc-tos
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-fc-tos 0x20
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/log.c: logformat_tags. */
export const unknownAlias: BindingRule = {
  id: "haproxy/unknown-alias",
  severity: "error",
  scope: "binding",
  summary: text("A `%` with a name that HAProxy does not know.", "`%` 之后的名称 HAProxy 不认识。"),
  why: text(
    "Log formats have short names such as `%ci`, and expressions in brackets such as `%[src]`. HAProxy refuses the file for any other; a percent sign is written twice.",
    "日志格式可以使用 `%ci` 之类的短名称，或 `%[src]` 这样带方括号的表达式；其他写法 HAProxy 会拒绝整个文件。字面的百分号要写两次。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Client %cip
#                                     ^^^ Unknown alias "%cip", did you mean "%ci"?
    http-request set-header X-Host %req.hdr(host)
#                                  ^^^^^^^^^^^^^^ a sample is written "%[req.hdr(host)]"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Client %ci
    http-request set-header X-Host %[req.hdr(host)]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/sample.c: sample_parse_expr_cnv. */
export const unknownConverter: BindingRule = {
  id: "haproxy/unknown-converter",
  severity: "error",
  scope: "binding",
  summary: text("A converter that HAProxy does not know.", "HAProxy 不认识的转换器。"),
  why: text(
    "What stands behind the comma of an expression must be the name of a converter. HAProxy refuses the file.",
    "表达式中逗号之后必须是转换器的名称，否则 HAProxy 会拒绝整个文件。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Host %[req.hdr(host),lowercase]
#                                                  ^^^^^^^^^ Unknown converter "lowercase", did you mean "lower"?
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Host %[req.hdr(host),lower]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/tools.c: parse_line. */
export const malformedWord: BindingRule = {
  id: "haproxy/malformed-word",
  severity: "error",
  scope: "binding",
  summary: text("An escape or a variable that HAProxy cannot read.", "HAProxy 无法解析的转义或变量。"),
  why: text(
    "In double quotes a dollar sign begins a variable, and `\\x` must be followed by two digits. HAProxy refuses the file. In single quotes both stand for themselves.",
    "双引号内的美元符号表示变量；`\\x` 之后必须是两位十六进制数。否则 HAProxy 会拒绝整个文件。单引号内两者都按字面处理。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Price "5$"
#                                     ^ in double quotes needs a name behind it
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Price '5$'
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

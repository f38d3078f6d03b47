import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c, src/log.c: `smp->val` against SMP_VAL_*. */
export const sampleStage: BindingRule = {
  id: "haproxy/sample-stage",
  severity: "error",
  scope: "binding",
  summary: text("A sample at a stage where it has no value.", "取样函数在该阶段没有值。"),
  why: text(
    "A response header is not there yet while the request is handled. In an expression HAProxy refuses the file; in an ACL it warns, and the condition never holds.",
    "处理请求时还没有响应头。写在表达式中时 HAProxy 会拒绝整个文件；写在 ACL 中时给出警告，条件永远不成立。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Code %[status]
#                                    ^^^^^^ "status" is not available in HTTP requests
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    http-request deny if { status 404 }
#                          ^^^^^^ warning: "status" is not available in HTTP requests
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-response set-header X-Code %[status]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

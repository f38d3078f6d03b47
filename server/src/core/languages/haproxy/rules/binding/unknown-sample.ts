import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/sample.c: sample_parse_expr; src/acl.c: parse_acl_expr. */
export const unknownSample: BindingRule = {
  id: "haproxy/unknown-sample",
  severity: "error",
  scope: "binding",
  summary: text("A sample or an ACL criterion that HAProxy does not know.", "HAProxy 不认识的取样函数或 ACL 条件。"),
  why: text(
    "HAProxy refuses the file. Words of ACLs such as `path_beg` are known only in ACLs; elsewhere `path` and a converter do the same.",
    "HAProxy 会拒绝整个文件。`path_beg` 之类的词只能用在 ACL 中，其他地方请用 `path` 加转换器。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Client %[srcc]
#                                      ^^^^ Unknown sample "srcc", did you mean "src"?
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    acl api path_begins /api
#           ^^^^^^^^^^^ Unknown sample "path_begins", did you mean "path_beg"?
    http-request deny if api
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-header X-Client %[src]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

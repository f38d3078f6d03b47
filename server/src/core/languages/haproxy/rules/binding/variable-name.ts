import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/vars.c: vars_hash_name. */
export const variableName: BindingRule = {
  id: "haproxy/variable-name",
  severity: "error",
  scope: "binding",
  summary: text("A name that a variable cannot have.", "变量不能使用的名称。"),
  why: text(
    "A variable lives as long as its scope, which is the first part of its name: `proc`, `sess`, `txn`, `req` or `res`. Letters, digits, `_` and `.` follow. HAProxy refuses the file for other names.",
    "变量名的第一部分是作用域，决定变量的生命周期：`proc`、`sess`、`txn`、`req` 或 `res`，其后是字母、数字、`_` 和 `.`。其他名称会使 HAProxy 拒绝整个文件。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    http-request set-var(client) src
#                        ^^^^^^ "client" must begin with a scope and a dot
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    http-request set-var(txn.client-ip) src
#                        ^^^^^^^^^^^^^ "txn.client-ip" may hold letters, digits
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    http-request set-var(txn.client_ip) src
    http-request set-header X-Client %[var(txn.client_ip)]
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

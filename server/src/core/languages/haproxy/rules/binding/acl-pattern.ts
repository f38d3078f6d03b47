import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/pattern.c: pat_parse_int, pat_parse_ip and others. */
export const aclPattern: BindingRule = {
  id: "haproxy/acl-pattern",
  severity: "error",
  scope: "binding",
  summary: text(
    "A pattern that its match method cannot read, or that is no pattern.",
    "匹配方式无法解析的模式，或本不是模式的单词。",
  ),
  why: text(
    "Numbers are compared with `lt`, `le`, `eq`, `ge`, `gt` or as ranges, addresses may have a mask. HAProxy refuses the file for others. It takes operators between texts for patterns like the rest: an ACL tests only one thing.",
    "数字用 `lt`、`le`、`eq`、`ge`、`gt` 或区间比较，地址可以带掩码，其他写法 HAProxy 会拒绝。文本之间的运算符会和其他单词一样被当作模式：一个 ACL 只测试一项内容。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl few nbsrv(app) < 2
#                      ^ "<" is no operator here: write "lt"
    http-request deny if few
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    acl office src 192.0.2.0/33
#                  ^^^^^^^^^^^^ "192.0.2.0/33" has a mask that is too long
    http-request deny unless office
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    acl api path /a or path /b
#                   ^^ warning: "or" is a pattern here
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
    acl few nbsrv(app) lt 2
    acl office src 192.0.2.0/24
    http-request deny if few !office
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

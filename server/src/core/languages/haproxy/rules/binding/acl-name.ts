import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c: parse_acl; src/cfgparse-listen.c. */
export const aclName: BindingRule = {
  id: "haproxy/acl-name",
  severity: "error",
  scope: "binding",
  summary: text("A name that an ACL cannot have, or should not.", "ACL 不能或不宜使用的名称。"),
  why: text(
    "Names are letters, digits and `. : _ -`, and `or` is an operator. An ACL called like one that is always there takes its place in this section, which surprises who knows the manual.",
    "名称只能由字母、数字和 `. : _ -` 组成，`or` 是运算符。与预定义 ACL 同名时，会在本段内取代它，容易让熟悉手册的人误解。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl from/office src 192.0.2.0/24
#       ^^^^^^^^^^^ "from/office" may hold letters, digits and . : _ - only
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    acl LOCALHOST src 10.0.0.0/8
#       ^^^^^^^^^ information: "LOCALHOST" takes the place of the ACL that is always there
    http-request deny unless LOCALHOST
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl from-office src 192.0.2.0/24
    http-request deny unless from-office
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** The releases of HAProxy; see `since` in the tables. */
export const tooNew: BindingRule = {
  id: "haproxy/too-new",
  severity: "error",
  scope: "binding",
  until: "2.6",
  summary: text("Something that the chosen version does not have.", "所选版本没有的内容。"),
  why: text(
    "An older HAProxy takes it for an unknown word and refuses the file. Raise the version in the settings if the hosts run a newer one.",
    "旧版 HAProxy 会把它当成未知内容而拒绝整个文件。如果主机运行的版本更新，请在设置中提高版本。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    default_backend app
backend app
    server s1 192.0.2.11:8080 init-state up
#                             ^^^^^^^^^^ "init-state" needs version 3.1; version 2.6 is set
`,
    `${http}
frontend web
    bind :8080
    acl busy act_conn gt 100
#            ^^^^^^^^ "act_conn" needs version 2.9; version 2.6 is set
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl busy fe_conn gt 100
    http-request deny if busy
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

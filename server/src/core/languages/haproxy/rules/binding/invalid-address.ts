import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/tools.c: str2sa_range; src/cfgparse.c: str2listener. */
export const invalidAddress: BindingRule = {
  id: "haproxy/invalid-address",
  severity: "error",
  scope: "binding",
  summary: text("An address that HAProxy cannot use.", "HAProxy 无法使用的地址。"),
  why: text(
    "The port is missing, wrong or one too many, or what stands before it is no address. HAProxy refuses the file. A port alone is written with its colon: `:80`.",
    "端口缺失、无效或多余，或者前面的部分不是地址。HAProxy 会拒绝整个文件。只写端口时要带冒号：`:80`。",
  ),
  bad: [
    `${http}
frontend web
    bind 8080
#        ^^^^ "8080" is no address; a port alone is written ":8080"
    bind 192.0.2.300:80
#        ^^^^^^^^^^^ "192.0.2.300" is no IP address
    bind :99999
#         ^^^^^ "99999" is no port: 1 to 65535
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    bind 127.0.0.1:8081
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/acl.c: parse_acl_expr; src/pattern.c: pat_match_types. */
export const aclMethod: BindingRule = {
  id: "haproxy/acl-method",
  severity: "error",
  scope: "binding",
  summary: text(
    "A match method that does not exist, does not fit or undoes another.",
    "匹配方式不存在、不适用，或覆盖了另一个。",
  ),
  why: text(
    "The criterion brings a method of its own, or its type does; `-m` puts another in its place. HAProxy refuses methods that cannot look at the type. Where `-m` undoes what the name of the criterion promises, as in `path_beg -m end`, only newer versions warn.",
    "条件自带匹配方式，或由其类型决定；`-m` 会取而代之。HAProxy 会拒绝不适用于该类型的方式；而像 `path_beg -m end` 这样 `-m` 抵消条件名称含义的写法，只有新版本会给出警告。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl api path -m begin /api
#                   ^^^^^ "begin" is no match method
    http-request deny if api
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    acl api path_beg -m end /api
#                       ^^^ warning: "-m end" takes the place of what "path_beg" stands for
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
    acl api path -m beg /api
    http-request deny if api
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

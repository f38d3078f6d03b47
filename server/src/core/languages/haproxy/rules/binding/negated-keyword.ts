import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile, `kwm`; the parsers that reject it. */
export const negatedKeyword: BindingRule = {
  id: "haproxy/negated-keyword",
  severity: "error",
  scope: "binding",
  summary: text("A `no` or `default` before a keyword that takes none.", "不能取反的关键字前写了 `no` 或 `default`。"),
  why: text(
    "Only options and a few other switches can be turned off that way. Before anything else the word makes HAProxy refuse the file.",
    "只有选项和少数开关可以这样关闭；写在其他关键字前，HAProxy 会拒绝整个文件。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    no bind :8081
#   ^^ "no" cannot stand before "bind"
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    no option dontlognull
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

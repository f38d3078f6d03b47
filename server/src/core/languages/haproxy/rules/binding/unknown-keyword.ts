import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile; src/cfgparse-listen.c: cfg_parse_listen. */
export const unknownKeyword: BindingRule = {
  id: "haproxy/unknown-keyword",
  severity: "error",
  scope: "binding",
  summary: text("A word that HAProxy does not know at the start of a line.", "行首是 HAProxy 不认识的关键字。"),
  why: text(
    "HAProxy refuses the whole file because of one such line. If the word should open a section, the lines below it are read as part of the section before, and more errors follow.",
    "只要有一行这样的内容，HAProxy 就会拒绝整个文件。如果该词本应开始一个段，它下面的各行会被当作上一段的内容，引发更多错误。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    optoin httplog
#   ^^^^^^ Unknown keyword "optoin", did you mean "option"?
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    timeout clinet 10s
#           ^^^^^^ Unknown keyword "timeout clinet", did you mean "timeout client"?
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    tcp-request accept
#               ^^^^^^ "tcp-request" does not go on with "accept"; possible: connection
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    timeout client 10s
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgparse-listen.c: warnifnotcap, failifnotcap; the parsers of the other sections. */
export const misplacedKeyword: BindingRule = {
  id: "haproxy/misplaced-keyword",
  severity: "error",
  scope: "binding",
  summary: text("A keyword in a section that does not take it.", "关键字写在了不接受它的段里。"),
  why: text(
    "Some keywords belong to the side of the clients, others to that of the servers. HAProxy refuses most of those on the wrong side, and ignores the others with a warning, so that the setting is simply not there.",
    "有些关键字只属于客户端一侧，有些只属于服务器一侧。写错地方时，HAProxy 大多直接拒绝，其余的给出警告后忽略，等于没写。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    server s1 192.0.2.11:8080
#   ^^^^^^ "server" is not allowed in "frontend"; it belongs in backend, listen
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
    `${http}
frontend web
    bind :8080
    balance leastconn
#   ^^^^^^^ warning: "balance" does nothing in "frontend"; it belongs in defaults, backend, listen
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}${front}backend app
    balance leastconn
    server s1 192.0.2.11:8080
`,
  ],
};

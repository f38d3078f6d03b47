import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/server.c: srv_parse_kw; src/cfgparse-listen.c: bind_parse_args_list. */
export const unknownOption: BindingRule = {
  id: "haproxy/unknown-option",
  severity: "error",
  scope: "binding",
  summary: text("A setting that a `bind` or `server` line does not know.", "`bind` 或 `server` 行中不认识的设置项。"),
  why: text(
    "HAProxy refuses the file. A word too many on such a line is read as a setting, too: conditions cannot stand there.",
    "HAProxy 会拒绝整个文件。这类行上多余的单词同样会被当作设置项读取；这里也不能写条件。",
  ),
  bad: [
    `${http}${front}backend app
    server s2 192.0.2.12:8080 chek
#                             ^^^^ Unknown option "chek", did you mean "check"?
    server s1 192.0.2.11:8080
`,
    `${http}${front}backend app
    acl api path_beg /api
    server s2 192.0.2.12:8080 if api
#                             ^^^^^^ "server" takes no condition
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}${front}backend app
    server s1 192.0.2.11:8080 check
    server s2 192.0.2.12:8080 check
`,
  ],
};

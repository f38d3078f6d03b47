import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile. */
export const emptyWord: BindingRule = {
  id: "haproxy/empty-word",
  severity: "error",
  scope: "binding",
  since: "3.3",
  summary: text("An empty word, which ends the line.", "空单词会使该行提前结束。"),
  why: text(
    "For HAProxy a line ends at its first empty word: what follows is not read. Since 3.3 it refuses the file, since 3.2 it warns, before that it says nothing. Mostly a variable of the environment is not set.",
    "HAProxy 读到第一个空单词就认为该行结束，后面的内容不再读取。3.3 版起会拒绝整个文件，3.2 版给出警告，更早的版本不作提示。多半是环境变量没有设置。",
  ),
  bad: [
    `${http}
frontend web
    bind :8080
    acl internal src 10.0.0.0/8 "" 192.168.0.0/16
#                               ^^ The line ends for HAProxy at this empty word
    http-request deny unless internal
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `${http}
frontend web
    bind :8080
    acl internal src 10.0.0.0/8 192.168.0.0/16
    http-request deny unless internal
    default_backend app
backend app
    server s1 192.0.2.11:8080
`,
  ],
};

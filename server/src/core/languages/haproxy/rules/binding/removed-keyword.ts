import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** The releases of HAProxy; see `removed` in the tables. */
export const removedKeyword: BindingRule = {
  id: "haproxy/removed-keyword",
  severity: "error",
  scope: "binding",
  since: "2.5",
  summary: text("Something that the chosen version no longer has.", "所选版本已移除的内容。"),
  why: text(
    "HAProxy gave it up and refuses the file. Where another keyword does the same, the message names it and a fix puts it there.",
    "HAProxy 已取消它，会拒绝整个文件。如果有功能相同的关键字，提示中会指出，并提供替换的修复。",
  ),
  bad: [
    `
global
    nbproc 4
#   ^^^^^^ "nbproc" is gone since version 2.5, use nbthread
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
    `${http}${front}backend app
    reqadd X-Proxy:\\ lb1
#   ^^^^^^ "reqadd" is gone since version 2.1, use http-request add-header
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `
global
    nbthread 1
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};

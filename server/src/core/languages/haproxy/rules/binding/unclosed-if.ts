import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile, `nested_cond_lvl`. */
export const unclosedIf: BindingRule = {
  id: "haproxy/unclosed-if",
  severity: "error",
  scope: "binding",
  summary: text("An `.if` without its `.endif`.", "`.if` 没有对应的 `.endif`。"),
  why: text(
    "Every condition of the preprocessor must end in the file in which it begins. HAProxy refuses the file.",
    "预处理条件必须在其所在的文件内结束，否则 HAProxy 会拒绝整个文件。",
  ),
  bad: [
    `
global
.if version_atleast(2.4)
    maxconn 1000
#   ^^^^^^^ Missing ".endif"
`,
  ],
  good: [
    `
global
.if version_atleast(2.4)
    maxconn 1000
.endif
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile, `nested_cond_lvl`. */
export const strayDirective: BindingRule = {
  id: "haproxy/stray-directive",
  severity: "error",
  scope: "binding",
  summary: text(
    "An `.elif`, `.else` or `.endif` to which no `.if` belongs.",
    "`.elif`、`.else` 或 `.endif` 没有对应的 `.if`。",
  ),
  why: text(
    "HAProxy refuses the file. An `.else` can stand only once, and no `.elif` behind it.",
    "HAProxy 会拒绝整个文件。每个 `.if` 只能有一个 `.else`，其后不能再有 `.elif`。",
  ),
  bad: [
    `
global
    maxconn 1000
.endif
#<^^^^ ".endif" without an ".if" before it
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
    `
global
.if version_atleast(2.4)
    maxconn 1000
.else
    maxconn 500
.else
#<^^^ ".else" cannot follow ".else"
    maxconn 100
.endif
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `
global
.if version_atleast(2.4)
    maxconn 1000
.else
    maxconn 500
.endif
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgcond.c: cfg_lookup_cond_pred. */
export const unknownCondition: BindingRule = {
  id: "haproxy/unknown-condition",
  severity: "error",
  scope: "binding",
  summary: text("A condition of the preprocessor that HAProxy does not know.", "HAProxy 不认识的预处理条件。"),
  why: text(
    "Behind `.if` and `.elif` only the few functions of the preprocessor can stand, such as `feature(…)` or `version_atleast(…)`; ACLs and samples cannot. HAProxy refuses the file.",
    "`.if` 与 `.elif` 之后只能使用预处理器的少数函数，例如 `feature(…)`、`version_atleast(…)`，不能使用 ACL 或取样函数。否则 HAProxy 会拒绝整个文件。",
  ),
  bad: [
    `
global
.if version(2.4)
#   ^^^^^^^ Unknown condition "version"
    maxconn 1000
.endif
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `
global
.if version_atleast(2.4) && !defined(SMALL)
    maxconn 1000
.endif
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};

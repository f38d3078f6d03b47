import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { front, http } from "../examples.ts";

/** src/cfgparse.c: readcfgfile, `.alert`. */
export const alertDirective: BindingRule = {
  id: "haproxy/alert-directive",
  severity: "error",
  scope: "binding",
  summary: text("An `.alert` that HAProxy reaches.", "HAProxy 会执行到的 `.alert`。"),
  why: text(
    "It is there to stop the start with a message. Mostly it stands within a condition; this one holds for the version that is set.",
    "它用于显示消息并中止启动，一般写在条件之内；对当前设定的版本，此处的条件成立。",
  ),
  bad: [
    `
.if version_atleast(2.6)
.alert "This file is for older versions"
#<^^^^ HAProxy stops here: This file is for older versions
.endif
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
  good: [
    `
.if version_before(2.6)
.alert "This file needs HAProxy 2.6"
.endif
${http}${front}backend app
    server s1 192.0.2.11:8080
`,
  ],
};

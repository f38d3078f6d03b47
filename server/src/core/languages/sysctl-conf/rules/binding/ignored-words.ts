import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

export const ignoredWords: BindingRule = {
  id: "sysctl-conf/ignored-words",
  scope: "binding",
  severity: "warning",
  summary: text("Words behind the value are ignored.", "值之后的内容会被忽略。"),
  why: text(
    "The kernel reads as many numbers as the key has and leaves the rest. A comment stands on a line of its own: behind a value it is no comment, and other keys refuse it.",
    "内核只读取该键所需数量的数字，其余忽略。注释必须单独成行：写在值后面并不是注释，有些键会因此被拒绝。",
  ),
  bad: [
    `
net.ipv4.ip_forward = 1 # router
#                       ^^^^^^^^ are ignored
`,
  ],
  good: [
    `
# router
net.ipv4.ip_forward = 1
`,
  ],
};

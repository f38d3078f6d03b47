import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

export const removedKeyword: BindingRule = {
  id: "sysctl-conf/removed-keyword",
  scope: "binding",
  severity: "error",
  summary: text("The kernel no longer has this key.", "内核已没有这个键。"),
  why: text("The line fails, for there is no such file below /proc/sys.", "/proc/sys 下没有对应的文件，该行会失败。"),
  bad: [
    `
net.ipv4.tcp_tw_recycle = 1
#<^^^^^^^^^^^^^^^^^^^^^ is gone since version 4.12
`,
  ],
  good: [
    `
net.ipv4.tcp_tw_reuse = 1
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

export const tooNew: BindingRule = {
  id: "sysctl-conf/too-new",
  scope: "binding",
  severity: "error",
  summary: text("The kernel of the version that is set does not have this key yet.", "所设版本的内核还没有这个键。"),
  why: text("The line fails, for there is no such file below /proc/sys.", "/proc/sys 下没有对应的文件，该行会失败。"),
  until: "5.15",
  bad: [
    `
net.ipv4.vs.est_nice = 5
#<^^^^^^^^^^^^^^^^^^ needs version 6.2
`,
  ],
  good: [
    `
net.ipv4.vs.expire_nodest_conn = 1
`,
  ],
};

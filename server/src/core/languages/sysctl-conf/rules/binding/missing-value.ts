import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

export const missingValue: BindingRule = {
  id: "sysctl-conf/missing-value",
  scope: "binding",
  severity: "error",
  summary: text("A key has no value.", "键没有值。"),
  why: text(
    'The kernel refuses an empty value for a number; a line without "=" is dropped.',
    '内核拒绝空的数值；没有"="的行会被丢弃。',
  ),
  bad: [
    `
net.ipv4.ip_forward =
#<^^^^^^^^^^^^^^^^^^^ needs a value
`,
    `
net.ipv4.conf.all.rp_filter
#<^^^^^^^^^^^^^^^^^^^^^^^^^ needs a value
`,
  ],
  good: [
    `
net.ipv4.ip_forward = 0
-net.ipv4.conf.eth0.rp_filter
net.ipv4.conf.*.rp_filter = 2
`,
  ],
};

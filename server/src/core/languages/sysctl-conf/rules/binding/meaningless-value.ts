import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

export const meaninglessValue: BindingRule = {
  id: "sysctl-conf/meaningless-value",
  scope: "binding",
  severity: "warning",
  summary: text("The kernel takes the value, and nothing is meant by it.", "内核接受该值，但它没有意义。"),
  why: text(
    "Many keys take any number. One that the code does not tell apart counts as another one, mostly as the least or the greatest.",
    "许多键接受任意数字。代码不区分的值会被当作另一个值，多半是最小或最大的那个。",
  ),
  bad: [
    `
net.ipv4.conf.all.arp_ignore = 9
#                              ^ has no meaning
`,
    `
net.ipv4.tcp_fin_timeout = -1
#                          ^^ makes no sense
`,
    `
net.ipv4.tcp_keepalive_time = 0600
#                             ^^^^ octal for 384
`,
  ],
  good: [
    `
net.ipv4.conf.all.arp_ignore = 8
net.ipv4.tcp_fin_timeout = 30
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

export const invalidValue: BindingRule = {
  id: "sysctl-conf/invalid-value",
  scope: "binding",
  severity: "error",
  summary: text("The kernel refuses the value.", "内核拒绝该值。"),
  why: text(
    "Numbers are decimal, 0x… or octal, without a unit. What is outside of the range that the kernel checks is refused, and the key keeps what it was.",
    "数字可以是十进制、0x… 或八进制，不带单位。超出内核检查范围的值会被拒绝，该键保持原值。",
  ),
  bad: [
    `
net.ipv4.ip_forward = yes
#                     ^^^ Expected a whole number
`,
    `
net.ipv4.ip_nonlocal_bind = 256
#                           ^^^ not in the range 0 to 255
net.ipv4.ip_local_port_range = 65535 1024
#                              ^^^^^^^^^^ ends at
`,
    `
net.ipv4.tcp_keepalive_time = 5m
#                             ^^ Expected a whole number
`,
  ],
  good: [
    `
net.ipv4.ip_forward = 1
net.ipv4.conf.all.arp_ignore = 0x1
net.ipv4.ip_local_port_range = 1024 65535
`,
  ],
};

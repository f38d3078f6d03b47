import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_new_dest. */
export const notUnicast: BindingRule = {
  id: "ipvsadm/not-unicast",
  severity: "error",
  scope: "binding",
  summary: text("A server at an address that no host has.", "服务器地址不是单播地址。"),
  why: text(
    "The kernel refuses the line; ipvsadm says so and reads on, and its exit status may be 0 all the same.",
    "内核拒绝这一行，ipvsadm 报错后继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 224.0.0.5 -m
#                     ^^^^^^^^^ The kernel takes no such address for a server: "224.0.0.5"
`,
    `-A -t [2001:db8::1]:80
-a -t [2001:db8::1]:80 -r [fe80::1]:80
#                         ^^^^^^^^^^^^ warning: The kernel takes "fe80::1" only where the host itself has it
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -m
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_add_service. */
export const unknownEngine: BindingRule = {
  id: "ipvsadm/unknown-engine",
  severity: "error",
  scope: "binding",
  summary: text("A persistence engine that the kernel does not have.", "内核没有的持久引擎。"),
  why: text(
    "The kernel refuses the line; ipvsadm says so and reads on, and its exit status may be 0 all the same.",
    "内核拒绝这一行，ipvsadm 报错后继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -u 192.0.2.1:80 -p --pe http
#                          ^^^^ Unknown persistence engine "http"
`,
  ],
  good: [
    `-A -u 192.0.2.1:5060 -p --pe sip
`,
  ],
};

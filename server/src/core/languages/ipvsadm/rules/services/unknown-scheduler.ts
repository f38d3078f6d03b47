import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_add_service. */
export const unknownScheduler: BindingRule = {
  id: "ipvsadm/unknown-scheduler",
  severity: "error",
  scope: "binding",
  summary: text("A scheduler that the kernel does not have.", "内核没有的调度算法。"),
  why: text(
    "The kernel refuses the line; ipvsadm says so and reads on, and its exit status may be 0 all the same.",
    "内核拒绝这一行，ipvsadm 报错后继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s wr
#                     ^^ Unknown scheduler "wr", did you mean "rr"?
`,
    `-A -t 192.0.2.1:80 -s roundrobin
#                     ^^^^^^^^^^ Unknown scheduler "roundrobin", did you mean "rr"?
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s wrr
`,
  ],
};

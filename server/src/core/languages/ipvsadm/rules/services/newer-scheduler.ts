import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** net/netfilter/ipvs/ip_vs_twos.c. */
export const newerScheduler: BindingRule = {
  id: "ipvsadm/newer-scheduler",
  severity: "information",
  scope: "binding",
  summary: text("A scheduler that older kernels do not have.", "较旧内核没有的调度算法。"),
  why: text("A kernel without it refuses the line.", "没有该算法的内核会拒绝这一行。"),
  bad: [
    `-A -t 192.0.2.1:80 -s twos
#                     ^^^^ Scheduler "twos" needs Linux 5.12 or newer
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s mh
`,
  ],
};

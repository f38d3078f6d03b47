import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** net/netfilter/ipvs/ip_vs_ctl.c: ip_vs_add_dest. */
export const thresholdOrder: BindingRule = {
  id: "ipvsadm/threshold-order",
  severity: "error",
  scope: "binding",
  summary: text("A lower threshold above the upper one.", "下限大于上限。"),
  why: text(
    "Without `-x` the upper threshold is 0. The kernel refuses the line; ipvsadm says so and reads on.",
    "不写 `-x` 时上限为 0。内核拒绝这一行，ipvsadm 报错后继续读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -x 5 -y 10
#                                        ^^ The lower threshold 10 is above the upper threshold 5
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -x 10 -y 5
`,
  ],
};

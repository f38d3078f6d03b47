import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_sched_flags. */
export const schedulerFlag: BindingRule = {
  id: "ipvsadm/scheduler-flag",
  severity: "error",
  scope: "binding",
  summary: text("A flag that the scheduler does not have.", "调度算法没有的标志。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr -b sh-port
#                           ^^^^^^^ Flag "sh-port" is for the scheduler "sh", not for "rr"
`,
    `-A -t 192.0.2.1:80 -s sh -b sh-prt
#                           ^^^^^^ Flag "sh-prt" is none of sh-fallback, sh-port, mh-fallback, mh-port
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s sh -b sh-port,sh-fallback
`,
  ],
};

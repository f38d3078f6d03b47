import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: generic_opt_check. */
export const missingOption: BindingRule = {
  id: "ipvsadm/missing-option",
  severity: "error",
  scope: "binding",
  summary: text("A command without its service or its server.", "命令缺少服务或服务器。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `ipvsadm -A -s rr
#       ^^ "-A" needs a service: "-t", "-u", "--sctp-service" or "-f"
`,
    `ipvsadm -A -t 192.0.2.1:80 -s rr
ipvsadm -a -t 192.0.2.1:80 -m
#       ^^ "-a" needs a server: "-r"
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -m
`,
  ],
};

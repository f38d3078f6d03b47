import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: generic_opt_check. */
export const illegalOption: BindingRule = {
  id: "ipvsadm/illegal-option",
  severity: "error",
  scope: "binding",
  summary: text("An option that does not belong to the command.", "选项不属于该命令。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -s rr
#                                ^^ "-s" does not go with "-a"
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11
`,
  ],
};

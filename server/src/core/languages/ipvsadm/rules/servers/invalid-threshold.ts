import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const invalidThreshold: BindingRule = {
  id: "ipvsadm/invalid-threshold",
  severity: "error",
  scope: "binding",
  summary: text("A threshold that is no number of the range.", "阈值不是范围内的数字。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -x 10k
#                                   ^^^ "10k" is not within 0–2147483647
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -x 10
`,
  ],
};

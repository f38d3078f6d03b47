import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_service. */
export const invalidAddress: BindingRule = {
  id: "ipvsadm/invalid-address",
  severity: "error",
  scope: "binding",
  summary: text("An address or a port that cannot be read.", "无法读取的地址或端口。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.300:80
#     ^^^^^^^^^^^ "192.0.2.300" is not an address
`,
    `-A -t 192.0.2.1:70000
#               ^^^^^ Port "70000" is not within 0–65535
`,
    `-A -t [2001:db8::1]
#                 ^ ":" and a port must stand behind the bracket
`,
    `-A -t 80 -s rr
#     ^^ "80" is only a number: an address must stand here
`,
  ],
  good: [
    `-A -t 192.0.2.1:80
-A -t [2001:db8::1]:80
`,
  ],
};

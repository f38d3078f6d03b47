import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_netmask. */
export const invalidNetmask: BindingRule = {
  id: "ipvsadm/invalid-netmask",
  severity: "error",
  scope: "binding",
  summary: text("A mask of persistence that cannot be read.", "无法读取的持久性掩码。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -p -M /24
#                        ^^^ "/24" is not a mask
`,
    `-A -t [2001:db8::1]:80 -p -M 129
#                            ^^^ Prefix length "129" is not within 1–128
`,
  ],
  good: [
    `-A -t [2001:db8::1]:80 -p -M 64
`,
  ],
};

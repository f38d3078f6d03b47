import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const ipv6Flag: BindingRule = {
  id: "ipvsadm/ipv6-flag",
  severity: "error",
  scope: "binding",
  summary: text("`-6` where no firewall mark stands before it.", "`-6` 之前没有防火墙标记。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -6 -f 1
#  ^^ "-6" is for firewall marks: it must stand behind "-f"
`,
  ],
  good: [
    `-A -f 1 -6
`,
  ],
};

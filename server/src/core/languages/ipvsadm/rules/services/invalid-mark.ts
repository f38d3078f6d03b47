import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_fwmark. */
export const invalidMark: BindingRule = {
  id: "ipvsadm/invalid-mark",
  severity: "error",
  scope: "binding",
  summary: text("A firewall mark that is no number of the range.", "防火墙标记不是范围内的数字。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -f 0
#     ^ Mark "0" is not within 1–4294967295
`,
  ],
  good: [
    `-A -f 1
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options; popt's POPT_ERROR_NOARG. */
export const missingValue: BindingRule = {
  id: "ipvsadm/missing-value",
  severity: "error",
  scope: "binding",
  summary: text("An option at the end of a line whose value is missing.", "行末的选项缺少值。"),
  why: text(
    "ipvsadm complains, leaves the line out and reads on; its exit status may be 0 all the same.",
    "ipvsadm 报错、丢弃这一行并继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s
#                  ^^ "-s" lacks its value
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -p
`,
  ],
};

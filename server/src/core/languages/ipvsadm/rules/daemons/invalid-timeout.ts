import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const invalidTimeout: BindingRule = {
  id: "ipvsadm/invalid-timeout",
  severity: "error",
  scope: "binding",
  summary: text("Timeouts that are not three numbers of seconds.", "超时时间不是三个秒数。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `--set 900 120
#         ^^^ "--set" takes three numbers of seconds
`,
    `--set 15m 120 300
#     ^^^ "15m" is not within 0–2678400 seconds
`,
  ],
  good: [
    `--set 900 120 300
`,
  ],
};

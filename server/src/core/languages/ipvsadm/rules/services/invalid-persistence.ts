import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_timeout. */
export const invalidPersistence: BindingRule = {
  id: "ipvsadm/invalid-persistence",
  severity: "error",
  scope: "binding",
  summary: text("A time of persistence that is out of range.", "持久时间超出范围。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -p 0
#                     ^ "0" is not within 1–2678400 seconds
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -p 300
`,
  ],
};

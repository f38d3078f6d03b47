import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: process_options. */
export const onePacket: BindingRule = {
  id: "ipvsadm/one-packet",
  severity: "error",
  scope: "binding",
  summary: text("One-packet scheduling for what is not UDP.", "对非 UDP 服务使用单包调度。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -o
#                  ^^ "-o" is only for UDP services and for marks
`,
  ],
  good: [
    `-A -u 192.0.2.1:53 -o
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const secondCommand: BindingRule = {
  id: "ipvsadm/second-command",
  severity: "error",
  scope: "binding",
  summary: text("A second command in one line.", "一行中出现第二个命令。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -D
#                  ^^ A rule has one command: "-D" is a second one
`,
  ],
  good: [
    `-A -t 192.0.2.1:80
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options; tryhelp_exit. */
export const unknownCommand: BindingRule = {
  id: "ipvsadm/unknown-command",
  severity: "error",
  scope: "binding",
  summary: text("A line that begins with no command of ipvsadm.", "行首不是 ipvsadm 的命令。"),
  why: text(
    "ipvsadm prints how to get help and leaves with status 255: this line and all behind it are not read.",
    "ipvsadm 提示如何获取帮助并以状态 255 退出：这一行及其后的所有行都不会被读取。",
  ),
  bad: [
    `--add-servce -t 192.0.2.1:80
#<^^^^^^^^^^ "--add-servce" is not a command, did you mean "--add-service"?
`,
    `ipvsadm A -t 192.0.2.1:80
#       ^ "A" is not a command, did you mean "-A"?
`,
  ],
  good: [
    `--add-service -t 192.0.2.1:80
`,
  ],
};

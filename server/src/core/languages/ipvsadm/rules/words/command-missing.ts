import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options; tryhelp_exit. */
export const commandMissing: BindingRule = {
  id: "ipvsadm/command-missing",
  severity: "error",
  scope: "binding",
  summary: text("A line that begins with an option instead of a command.", "行首是选项而不是命令。"),
  why: text(
    "The command must come first. ipvsadm prints how to get help and leaves with status 255: nothing behind is read.",
    "命令必须写在最前面。否则 ipvsadm 提示如何获取帮助并以状态 255 退出，其后的内容不会被读取。",
  ),
  bad: [
    `ipvsadm -t 192.0.2.1:80 -A
#       ^^ A rule begins with its command, such as "-A": "-t" is an option
`,
  ],
  good: [
    `-A -t 192.0.2.1:80
`,
  ],
};

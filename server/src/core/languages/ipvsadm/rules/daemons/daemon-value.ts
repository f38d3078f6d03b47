import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const daemonValue: BindingRule = {
  id: "ipvsadm/daemon-value",
  severity: "error",
  scope: "binding",
  summary: text("A value of a synchronization daemon that cannot be read.", "无法读取的同步守护进程选项值。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `--start-daemon both
#              ^^^^ "both" is neither "master" nor "backup"
`,
    `--start-daemon master --syncid 256
#                              ^^^ "256" is not within 0–255
`,
  ],
  good: [
    `--start-daemon master --syncid 255
`,
  ],
};

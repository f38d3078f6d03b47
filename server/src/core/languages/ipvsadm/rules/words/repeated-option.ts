import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: set_option. */
export const repeatedOption: BindingRule = {
  id: "ipvsadm/repeated-option",
  severity: "error",
  scope: "binding",
  summary: text("One thing set twice in a line.", "同一行中重复设置同一项。"),
  why: text(
    "That holds also for options of one kind, such as `-g` and `-m`. ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "同类选项（例如 `-g` 与 `-m`）也算重复。ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -g -m
#                                   ^^ "-m" sets what "-g" has set already
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -m
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const unexpectedWord: BindingRule = {
  id: "ipvsadm/unexpected-word",
  severity: "error",
  scope: "binding",
  summary: text("A word that belongs to no option.", "不属于任何选项的单词。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A 192.0.2.1:80 -s rr -t 192.0.2.1:80
#  ^^^^^^^^^^^^ "192.0.2.1:80" belongs to no option
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
`,
  ],
};

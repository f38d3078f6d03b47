import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options; restore_table. */
export const leaves: BindingRule = {
  id: "ipvsadm/leaves",
  severity: "error",
  scope: "binding",
  summary: text("A command among the rules that ends the reading.", "规则中出现会终止读取的命令。"),
  why: text(
    "It prints something and ipvsadm leaves: the lines behind it are not read.",
    "它只输出内容，随后 ipvsadm 退出：其后的行不会被读取。",
  ),
  bad: [
    `ipvsadm -R
#       ^^ "-R" ends the reading of the rules
`,
  ],
  good: [
    `-L -n
`,
  ],
};

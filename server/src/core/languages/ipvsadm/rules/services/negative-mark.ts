import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: print_service_entry. */
export const negativeMark: BindingRule = {
  id: "ipvsadm/negative-mark",
  severity: "warning",
  scope: "binding",
  summary: text("A firewall mark that cannot be saved.", "无法保存的防火墙标记。"),
  why: text(
    "The rule works, but `ipvsadm -S` prints marks above 2147483647 as negative numbers, at which `ipvsadm -R` leaves.",
    "规则可以工作，但 `ipvsadm -S` 会把大于 2147483647 的标记输出为负数，`ipvsadm -R` 读到它就会退出。",
  ),
  bad: [
    `-A -f 2147483648
#     ^^^^^^^^^^ Mark "2147483648" is saved as -2147483648, which cannot be read again
`,
  ],
  good: [
    `-A -f 2147483647
`,
  ],
};

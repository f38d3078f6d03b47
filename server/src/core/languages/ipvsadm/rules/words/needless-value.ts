import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options; popt's POPT_ERROR_UNWANTEDARG. */
export const needlessValue: BindingRule = {
  id: "ipvsadm/needless-value",
  severity: "error",
  scope: "binding",
  summary: text("A value for an option that takes none.", "给不带值的选项写了值。"),
  why: text(
    "ipvsadm complains, leaves the line out and reads on; its exit status may be 0 all the same.",
    "ipvsadm 报错、丢弃这一行并继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -u 192.0.2.1:53 --ops=1
#                  ^^^^^^^ "--ops" takes no value
`,
  ],
  good: [
    `-A -u 192.0.2.1:53 --ops
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options; popt's POPT_ERROR_BADOPT. */
export const unknownOption: BindingRule = {
  id: "ipvsadm/unknown-option",
  severity: "error",
  scope: "binding",
  summary: text("An option that ipvsadm does not know.", "ipvsadm 不认识的选项。"),
  why: text(
    "ipvsadm complains, leaves the line out and reads on; its exit status may be 0 all the same.",
    "ipvsadm 报错、丢弃这一行并继续读取，退出状态仍可能为 0。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 --schedular rr
#                  ^^^^^^^^^^^ Unknown option "--schedular", did you mean "--scheduler"?
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 --scheduler rr
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

export const byteOrderMark: BindingRule = {
  id: "sysctl-conf/byte-order-mark",
  scope: "binding",
  severity: "error",
  summary: text("The file begins with a byte order mark.", "文件以字节顺序标记（BOM）开头。"),
  why: text("It becomes part of the first key, which then names nothing.", "它会成为第一个键的一部分，使其失效。"),
  bad: [
    `
  \uFEFFnet.ipv4.ip_forward = 1
# ^ byte order mark
`,
  ],
  good: [
    `
net.ipv4.ip_forward = 1
`,
  ],
};

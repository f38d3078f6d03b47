import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_service; inet_aton(3). */
export const lenientAddress: BindingRule = {
  id: "ipvsadm/lenient-address",
  severity: "warning",
  scope: "binding",
  summary: text("An IPv4 address that is read as another one.", "会被读作另一个地址的 IPv4 地址。"),
  why: text(
    "With fewer than four parts the last one fills what is left, and a leading zero makes a part octal: packets would go to a stranger.",
    "少于四段时最后一段会填满其余部分，以 0 开头的段按八进制读取：流量会发往别的主机。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.168.16
#                     ^^^^^^^^^^ "192.168.16" is read as 192.168.0.16
`,
    `-A -t 010.0.0.1:80
#     ^^^^^^^^^ "010.0.0.1" is read as 8.0.0.1
`,
  ],
  good: [
    `-A -t 10.0.0.1:80
`,
  ],
};

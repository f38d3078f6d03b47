import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: process_options. */
export const mixedFamily: BindingRule = {
  id: "ipvsadm/mixed-family",
  severity: "error",
  scope: "binding",
  summary: text("A server of the other IP version without a tunnel.", "未使用隧道却采用另一种 IP 版本的服务器。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r [2001:db8::11]:80 -m
#                     ^^^^^^^^^^^^^^^^^ Only with "-i" may a server be of the other IP version
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r [2001:db8::11]:80 -i
`,
  ],
};

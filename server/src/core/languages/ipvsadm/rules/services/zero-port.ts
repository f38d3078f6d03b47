import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: process_options. */
export const zeroPort: BindingRule = {
  id: "ipvsadm/zero-port",
  severity: "error",
  scope: "binding",
  summary: text("A service without a port that is not persistent.", "没有端口且不是持久服务。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1 -s rr
#     ^^^^^^^^^ "192.0.2.1" has no port, which only a persistent service may lack: "-p"
`,
    `-A -t 2001:db8::1:80 -s rr
#     ^^^^^^^^^^^^^^ "2001:db8::1:80" is an address without a port; with one it is "[2001:db8::1]:80"
`,
  ],
  good: [
    `-A -t 192.0.2.1 -s rr -p
-A -t [2001:db8::1]:80 -s rr
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: tunnel_opt_check. */
export const tunnelOption: BindingRule = {
  id: "ipvsadm/tunnel-option",
  severity: "error",
  scope: "binding",
  summary: text("An option of a tunnel that does not fit.", "不适用的隧道选项。"),
  why: text(
    "ipvsadm leaves at this line with status 2: the lines behind it are not read.",
    "ipvsadm 会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -i --tun-type gue
#                                   ^^^^^^^^^^ Tunnel type "gue" needs "--tun-port"
`,
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -m --tun-csum
#                                   ^^^^^^^^^^ "--tun-csum" goes with "-i" only
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -i --tun-type gue --tun-port 6080
`,
  ],
};

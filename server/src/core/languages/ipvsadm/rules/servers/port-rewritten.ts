import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: process_options. */
export const portRewritten: BindingRule = {
  id: "ipvsadm/port-rewritten",
  severity: "warning",
  scope: "binding",
  summary: text(
    "A port of a server that is not that of its service, without masquerading.",
    "未使用地址转换而服务器端口与服务不同。",
  ),
  why: text(
    "Direct routing and tunnels hand packets on as they are, so ipvsadm puts the port of the service in, and says nothing.",
    "直接路由和隧道原样转发数据包，因此 ipvsadm 会改用服务的端口，且没有任何提示。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11:8080 -g
#                                ^^^^ Port 8080 becomes 80: with "-g" a server has the port of the service
`,
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11:8080
#                                ^^^^ Port 8080 becomes 80: without "-m" a server has the port of the service
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11:8080 -m
`,
  ],
};

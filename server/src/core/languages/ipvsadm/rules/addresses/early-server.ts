import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options. */
export const earlyServer: BindingRule = {
  id: "ipvsadm/early-server",
  severity: "warning",
  scope: "binding",
  summary: text("A server without a port that stands before its service.", "写在服务之前且没有端口的服务器。"),
  why: text(
    "The server takes the port that is known when `-r` is read: none yet, so it gets port 0.",
    "服务器采用读到 `-r` 时已知的端口；此时还没有，于是得到端口 0。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -r 192.0.2.11 -t 192.0.2.1:80 -m
#     ^^^^^^^^^^ Without a port it gets port 0: "-r" stands before the service
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11 -m
`,
  ],
};

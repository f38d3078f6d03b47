import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_service. */
export const lostPort: BindingRule = {
  id: "ipvsadm/lost-port",
  severity: "warning",
  scope: "binding",
  summary: text("A port behind an IPv4 address in brackets.", "方括号中的 IPv4 地址之后的端口。"),
  why: text(
    "Brackets are for IPv6. Around an IPv4 address they make ipvsadm forget the port; a server gets that of its service.",
    "方括号用于 IPv6。写在 IPv4 地址两侧会使 ipvsadm 丢失端口，服务器将采用服务的端口。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r [192.0.2.11]:8080 -m
#                                  ^^^^ Port "8080" is not read behind an IPv4 address in brackets
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
-a -t 192.0.2.1:80 -r 192.0.2.11:8080 -m
`,
  ],
};

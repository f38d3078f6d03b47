import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_netmask; inet_aton(3). */
export const strangeNetmask: BindingRule = {
  id: "ipvsadm/strange-netmask",
  severity: "warning",
  scope: "binding",
  summary: text("A mask of persistence that takes no network for one client.", "持久性掩码划不出网络。"),
  why: text(
    "For IPv4 the mask stands in dots: a length is read as an address, and clients share a server by odd bits.",
    "IPv4 的掩码须写成点分形式：长度会被读作地址，客户端将按零散的位共享服务器。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -p -M 24
#                        ^^ "24" is read as the mask 0.0.0.24
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -p -M 255.255.255.0
`,
  ],
};

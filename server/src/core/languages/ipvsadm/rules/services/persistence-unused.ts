import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** net/netfilter/ipvs/ip_vs_core.c: ip_vs_schedule. */
export const persistenceUnused: BindingRule = {
  id: "ipvsadm/persistence-unused",
  severity: "information",
  scope: "binding",
  summary: text("A setting of persistence for a service that is not persistent.", "为非持久服务设置持久性选项。"),
  why: text(
    "The kernel looks at the mask and the engine only where `-p` is given; `ipvsadm -S` does not save the mask either.",
    "只有写了 `-p` 时内核才使用掩码和引擎，`ipvsadm -S` 也不会保存掩码。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -M 255.255.255.0
#                  ^^ "-M" does nothing without "-p"
`,
    `-A -u 192.0.2.1:5060 --pe sip
#                    ^^^^ warning: "--pe" does nothing without "-p"
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -p -M 255.255.255.0
`,
  ],
};

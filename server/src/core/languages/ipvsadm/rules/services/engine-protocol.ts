import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** net/netfilter/ipvs/ip_vs_pe_sip.c: ip_vs_sip_fill_param. */
export const engineProtocol: BindingRule = {
  id: "ipvsadm/engine-protocol",
  severity: "warning",
  scope: "binding",
  summary: text("The persistence engine `sip` for a service that is not UDP.", "对非 UDP 服务使用持久引擎 `sip`。"),
  why: text(
    "The engine finds no Call-ID in anything but UDP, and the kernel drops what it finds none in.",
    "该引擎只在 UDP 中查找 Call-ID，找不到时内核会丢弃数据包。",
  ),
  bad: [
    `-A -t 192.0.2.1:5060 -p --pe sip
#                            ^^^ Persistence engine "sip" reads UDP only: the service would drop everything
`,
  ],
  good: [
    `-A -u 192.0.2.1:5060 -p --pe sip
`,
  ],
};

import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { serviceOf } from "../../model/lvs.ts";

const message = text("The virtual server has no real servers", "该虚拟服务器没有真实服务器");

/** keepalived/check/check_parser.c: vs_end_handler; before 2.2.8 check_data.c: validate_check_config. */
export const virtualServerEmpty: ConfigurationRule<Globals> = {
  id: "keepalived/virtual-server-empty",
  severity: "error",
  scope: "configuration",
  reads: ["virtual_server", "virtual_server_group"],
  summary: text("A virtual server without real servers.", "虚拟服务器中没有真实服务器。"),
  why: text(
    "There is nowhere to send the traffic to, so keepalived drops the whole service. A `sorry_server` alone is not enough.",
    "流量无处可送，keepalived 会丢弃整个服务。只写 `sorry_server` 是不够的。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
#<^^^^^^^^^^^^ no real servers
    lb_algo rr
    lb_kind NAT
    protocol TCP
    sorry_server 198.51.100.99 80
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check(configuration, { report, version }) {
    for (const service of configuration.all("virtual_server")) {
      if (service.has("real_server") || mayHoldMore(service)) continue;
      // Older versions first drop a service whose group is missing or does not fit, and never look at its servers.
      if (!atLeast(version, "2.2.8") && serviceOf(configuration, service) === undefined) continue;
      report({ at: service.at(service.head), message });
    }
  },
};

import { removeStatement } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { isMark, type Service, services } from "../../model/lvs.ts";

const message = text(
  '"ha_suspend" does not work in a service with a firewall mark',
  '"ha_suspend"不能用于防火墙标记服务',
);
const mark = text("The firewall mark", "防火墙标记");

/** keepalived/check/check_data.c: validate_check_config. */
export const haSuspendFwmark: PartRule<Service, Globals> = {
  id: "keepalived/ha-suspend-fwmark",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text("`ha_suspend` in a service with a firewall mark.", "防火墙标记服务中写了 `ha_suspend`。"),
  why: text(
    "`ha_suspend` stops the checks while this node does not hold the address of the service. A firewall mark has no address, so keepalived clears the setting.",
    "`ha_suspend` 在本节点不持有服务地址时停止检查。防火墙标记没有地址，因此 keepalived 会清除该设置。",
  ),
  bad: [
    `
virtual_server fwmark 5 {
    lb_algo rr
    lb_kind NAT
    ha_suspend
#   ^^^^^^^^^^ does not work
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    ha_suspend
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check({ bound, group }, { report }) {
    const suspend = bound.find("ha_suspend");
    const marked = (group?.entries ?? [bound]).find(isMark);
    if (suspend === undefined || marked === undefined) return;
    report({
      at: suspend.at(suspend.head),
      message,
      related: [{ ...marked.at(marked.nameWord), message: mark }],
      fixes: [removeStatement(suspend, "safe")],
    });
  },
};

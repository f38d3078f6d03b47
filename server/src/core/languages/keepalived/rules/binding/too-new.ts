import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** The releases of keepalived; see `since` in the table. */
export const tooNew: BindingRule = {
  id: "keepalived/too-new",
  severity: "error",
  scope: "binding",
  until: "2.2",
  summary: text("A keyword that the chosen version does not have.", "所选版本没有的关键字。"),
  why: text(
    "An older keepalived takes it for an unknown word. Raise the version in the settings if the hosts run a newer one.",
    "旧版 keepalived 会把它当成未知关键字。如果主机运行的版本更新，请在设置中提高版本。",
  ),
  bad: [
    `
global_defs {
    vrrp_delay_after_boot 10
#   ^^^^^^^^^^^^^^^^^^^^^ "vrrp_delay_after_boot" needs version 2.4.0
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
global_defs {
    vrrp_startup_delay 10
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** `deprecated` in the table; the sources mark most of these keywords. */
export const deprecatedKeyword: BindingRule = {
  id: "keepalived/deprecated-keyword",
  severity: "information",
  scope: "binding",
  summary: text("An old name or an outdated keyword.", "旧名称或已过时的关键字。"),
  why: text(
    "keepalived still accepts most of them, but may drop them some day. A few it reports already, and then its configuration test fails; these are errors.",
    "多数旧名称 keepalived 仍然接受，但将来可能移除。少数已经会被报告，配置检查因此失败，此时为错误。",
  ),
  bad: [
    `
vrrp_track_file drain {
#<^^^^^^^^^^^^^ information: "vrrp_track_file" is deprecated, use track_file
    file /etc/drain
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    lvs_sync_daemon_interface eth1
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ error: "lvs_sync_daemon_interface" is deprecated
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
track_file drain {
    file /etc/drain
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

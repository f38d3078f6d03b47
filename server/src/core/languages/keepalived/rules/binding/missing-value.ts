import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: strvec_slot. */
export const missingValue: BindingRule = {
  id: "keepalived/missing-value",
  severity: "error",
  scope: "binding",
  summary: text("A keyword without the value that it needs.", "关键字缺少必需的值。"),
  why: text(
    "keepalived cannot read the line. With some keywords its configuration test ends right there, so that nothing further down is checked.",
    "keepalived 无法读取该行；对某些关键字，配置检查会就此结束，后面的内容都不再检查。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority
#   ^^^^^^^^ "priority" needs a value: 1-255
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24 dev
#                     ^^^ "dev" needs a value
    }
}
`,
  ],
  good: [
    `
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

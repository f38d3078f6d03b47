import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: replace_param. */
export const definitionCycle: BindingRule = {
  id: "keepalived/definition-cycle",
  severity: "error",
  scope: "binding",
  summary: text("A definition that contains itself.", "定义包含了自身。"),
  why: text(
    "Its value grows without end: keepalived hangs when it reads the line, even in its configuration test.",
    "其值会无限展开：keepalived 读到该行时会卡死，配置检查也是如此。",
  ),
  bad: [
    `
$LINES= \\
    priority 100 \\
    $LINES
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    $LINES
#   ^^^^^^ The definition goes in a circle
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
$LINES= \\
    priority 100 \\
    advert_int 2
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    $LINES
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: replace_param. */
export const undefinedVariable: BindingRule = {
  id: "keepalived/undefined-variable",
  severity: "warning",
  scope: "binding",
  summary: text("A `$NAME` that nothing above defines.", "使用了前面没有定义的 `$NAME`。"),
  why: text(
    "keepalived leaves the text as it stands, dollar sign and all, and only some keywords complain about it. The definition has to come first.",
    "keepalived 会原样保留这段文字（包括美元符号），只有部分关键字会报错。定义必须写在前面。",
  ),
  bad: [
    `
global_defs {
    router_id $NODE
#             ^^^^^ "$NODE" is not defined before this line
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
    `
global_defs {
    router_id host-\${NODE}
#             ^^^^^^^^^^^^ error: "\${NODE}" is no defined variable; its braces are taken for those of a block
}
`,
  ],
  good: [
    `
$NODE=lb1
global_defs {
    router_id $NODE
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

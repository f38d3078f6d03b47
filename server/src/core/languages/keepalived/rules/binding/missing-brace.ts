import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: process_stream, read_value_block. */
export const missingBrace: BindingRule = {
  id: "keepalived/missing-brace",
  severity: "error",
  scope: "binding",
  summary: text("A block without its opening brace.", "块缺少左花括号。"),
  why: text(
    "keepalived reports it and reads on as if the brace were there; where the block is a list, its closing brace is then one too many.",
    "keepalived 会报告，并当作花括号存在继续读取；如果该块是列表，其右花括号就会多出一个。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress
#   ^^^^^^^^^^^^^^^^^ Missing "{" after "virtual_ipaddress"
        192.0.2.10/24
    }
}
`,
    `
global_defs {
}
static_routes # the last line
#<^^^^^^^^^^^ warning: Missing "{" after "static_routes"
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress
    {
        192.0.2.10/24
    }
}
`,
  ],
};

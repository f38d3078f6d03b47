import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: process_stream looks only at the keywords of the open block. */
export const misplacedKeyword: BindingRule = {
  id: "keepalived/misplaced-keyword",
  severity: "error",
  scope: "binding",
  summary: text("A keyword in a block where it does not belong.", "关键字写在了不属于它的块中。"),
  why: text(
    "Every block has keywords of its own. In a wrong place keepalived does not know the word and leaves the line out; often a closing brace is missing or too many above.",
    "每个块都有自己的关键字。位置不对时 keepalived 不认识该词，会忽略这一行；常见原因是前面少写或多写了右花括号。",
  ),
  bad: [
    `
priority 100
#<^^^^^^ "priority" is not allowed outside of any block
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
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    router_id lb1
#   ^^^^^^^^^ "router_id" is not allowed in "vrrp_instance"; it belongs in global_defs
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
global_defs {
    router_id lb1
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

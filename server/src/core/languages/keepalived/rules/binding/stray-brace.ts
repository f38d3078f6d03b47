import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: process_stream, skip_block. */
export const strayBrace: BindingRule = {
  id: "keepalived/stray-brace",
  severity: "error",
  scope: "binding",
  summary: text("A brace that fits nothing.", "没有对应关系的花括号。"),
  why: text(
    "One closing brace too many ends a block early, and everything after it is read in the wrong place. An opening brace without a keyword is ignored, but its partner then closes the block around it.",
    "多出的右花括号会提前结束块，其后的内容都在错误的位置被读取；没有关键字的左花括号会被忽略，与之配对的右花括号却会关闭外层的块。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    {
#   ^ "priority" takes no block
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    }
#   ^ Unexpected "}": it closes "vrrp_instance" too early
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
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

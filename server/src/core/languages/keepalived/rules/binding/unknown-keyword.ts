import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: process_stream. */
export const unknownKeyword: BindingRule = {
  id: "keepalived/unknown-keyword",
  severity: "error",
  scope: "binding",
  summary: text("A word that keepalived does not know.", "keepalived 不认识的关键字。"),
  why: text(
    "keepalived reports the line and goes on without it, so the setting is simply not there. If the word opens a block, the lines in it are read as if they stood outside, and more errors follow.",
    "keepalived 报告该行后继续，相应的设置等于没写。如果该词后面是一个块，块内各行会被当作写在块外，引发更多错误。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    prioritty 100
#   ^^^^^^^^^ Unknown keyword "prioritty", did you mean "priority"?
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instnace VI_1 {
#<^^^^^^^^^^^ Unknown keyword "vrrp_instnace", did you mean "vrrp_instance"?
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

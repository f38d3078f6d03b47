import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: alloc_strvec_r, alloc_strvec_quoted_escaped. */
export const unclosedQuote: BindingRule = {
  id: "keepalived/unclosed-quote",
  severity: "error",
  scope: "binding",
  summary: text("A quoted text without its closing quote.", "引号没有闭合。"),
  why: text(
    "The rest of the line is lost. In the `script` line of a `vrrp_script` it even makes keepalived crash.",
    "该行剩余的内容会丢失；写在 `vrrp_script` 的 `script` 行中甚至会使 keepalived 崩溃。",
  ),
  bad: [
    `
global_defs {
    router_id "lb1
#             ^^^^ Missing closing quote
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
    router_id "lb1"
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

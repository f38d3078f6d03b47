import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: check_include. */
export const includeCycle: BindingRule = {
  id: "keepalived/include-cycle",
  severity: "error",
  scope: "binding",
  summary: text("A file that includes itself.", "文件包含了自身。"),
  why: text(
    "keepalived reads the file again and again until it runs out of open files.",
    "keepalived 会一遍遍读取该文件，直到打开的文件数达到上限。",
  ),
  bad: [
    `
include keepalived.conf
#       ^^^^^^^^^^^^^^^ This file includes itself
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
include web.conf
#- web.conf
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

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** vrrp_ipaddress.c, vrrp_track.c and the other readers of lines. */
export const unknownOption: BindingRule = {
  id: "keepalived/unknown-option",
  severity: "error",
  scope: "binding",
  summary: text("An option that keepalived does not know.", "keepalived 不认识的选项。"),
  why: text(
    "The options of a line are read one after the other. keepalived reports one that it does not know; then the option, or the whole line, has no effect.",
    "一行中的选项依次读取。遇到不认识的选项时 keepalived 会报告，该选项乃至整行都不起作用。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24 device eth0
#                     ^^^^^^ Unknown option "device"
#                            ^^^^ Unknown option "eth0"
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_interface {
        eth1 wieght 10
#            ^^^^^^ Unknown option "wieght", did you mean "weight"?
    }
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
        192.0.2.10/24 dev eth0
    }
}
`,
  ],
};

import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: read_unsigned_strvec and its like; vrrp_parser.c and the other parsers. */
export const invalidValue: BindingRule = {
  id: "keepalived/invalid-value",
  severity: "error",
  scope: "binding",
  summary: text("A value that keepalived does not accept.", "keepalived 不接受的值。"),
  why: text(
    "The value is out of its range, misspelt or of the wrong kind. keepalived reports it and uses a default, the nearest limit, or nothing at all.",
    "值超出范围、拼写错误或类型不对。keepalived 会报告，并改用默认值、最接近的极限值，或完全忽略。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 300
#            ^^^ "300" is not in the range 1 to 255
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    state SLAVE
#         ^^^^^ "SLAVE" is not one of MASTER, BACKUP
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
    virtual_ipaddress {
        192.0.2.300/24
#       ^^^^^^^^^^^ is not an IP address
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

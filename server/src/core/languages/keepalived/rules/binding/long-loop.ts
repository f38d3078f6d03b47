import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: add_seq. */
export const longLoop: BindingRule = {
  id: "keepalived/long-loop",
  severity: "information",
  scope: "binding",
  summary: text("A loop with very many rounds.", "轮数非常多的循环。"),
  why: text(
    "keepalived runs all of them; here only the first ones are checked, as the others would say the same.",
    "keepalived 会执行全部轮次；此处只检查前面一部分，其余的结果相同。",
  ),
  bad: [
    `
~SEQ(n, 1, 1000) vrrp_track_process p$n { process worker$n }
#<^^^^^^^^^^^^^^ The loop runs 1000 times; the first 256 are checked
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
~SEQ(n, 1, 10) vrrp_track_process p$n { process worker$n }
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

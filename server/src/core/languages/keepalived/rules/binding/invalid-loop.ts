import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: add_seq, add_lst. */
export const invalidLoop: BindingRule = {
  id: "keepalived/invalid-loop",
  severity: "error",
  scope: "binding",
  summary: text("A `~SEQ` or `~LST` that keepalived cannot read.", "keepalived 无法读取的 `~SEQ` 或 `~LST`。"),
  why: text(
    "A loop needs a name and numbers that lead from the start to the end, or a list of values. keepalived reports a wrong one and leaves the line out.",
    "循环需要一个名称，以及能从起始走到结束的数值，或一组取值。写错时 keepalived 会报告并忽略该行。",
  ),
  bad: [
    `
~SEQ(n, 5, 1, 3) vrrp_track_process p$n { process worker$n }
#<^^^^^^^^^^^^^^ is not a valid loop
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
~SEQ(n, 1, 1, 3) vrrp_track_process p$n { process worker$n }
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

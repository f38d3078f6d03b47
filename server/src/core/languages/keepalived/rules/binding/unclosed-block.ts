import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: read_conf_file. */
export const unclosedBlock: BindingRule = {
  id: "keepalived/unclosed-block",
  severity: "error",
  scope: "binding",
  summary: text("A block without its closing brace.", "块没有右花括号。"),
  why: text(
    "keepalived notices only at the end of the file and does not say which block it is. Up to there it has read all that follows as part of this block.",
    "keepalived 到文件末尾才发现，并且不说明是哪一个块；在此之前，后面的所有内容都被当成该块的一部分。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
#   ^^^^^^^^^^^^^^^^^ the block "virtual_ipaddress" is not closed
        192.0.2.10/24
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

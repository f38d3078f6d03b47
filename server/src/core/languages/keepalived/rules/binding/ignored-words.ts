import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** The handlers of single keywords in vrrp_parser.c, global_parser.c and check_parser.c. */
export const ignoredWords: BindingRule = {
  id: "keepalived/ignored-words",
  severity: "warning",
  scope: "binding",
  summary: text("Words that keepalived ignores.", "会被 keepalived 忽略的单词。"),
  why: text(
    "Most keywords read their value and never look at what follows. A second setting on the same line is lost, and so is a comment without its sign.",
    "多数关键字只读取自己的值，不看后面的内容。写在同一行的第二项设置会丢失，缺少注释符号的注释也是如此。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100 advert_int 2
#                ^^^^^^^^^^^^ Words after "100" are ignored
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
    priority 100 # of 255
    advert_int 2
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
};

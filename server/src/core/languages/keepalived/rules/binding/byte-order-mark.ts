import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c knows no byte order mark. */
export const byteOrderMark: BindingRule = {
  id: "keepalived/byte-order-mark",
  severity: "error",
  scope: "binding",
  summary: text("A byte order mark in front of a word.", "单词前有字节顺序标记（BOM）。"),
  why: text(
    "Some editors write this invisible character at the start of a file, and joining files moves it further down. keepalived takes it as a letter of the first word, which is then unknown.",
    "有些编辑器会在文件开头写入这个不可见字符，拼接文件时它会跑到中间。keepalived 把它当成第一个单词的一部分，于是该词无法识别。",
  ),
  bad: [
    `
global_defs {
    \uFEFFrouter_id lb1
#   ^ The file begins with a byte order mark
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
    router_id lb1
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

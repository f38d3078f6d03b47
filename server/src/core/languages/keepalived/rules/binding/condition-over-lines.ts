import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** lib/parser.c: read_line; a condition drops its own line and nothing else. */
export const conditionOverLines: BindingRule = {
  id: "keepalived/condition-over-lines",
  severity: "error",
  scope: "binding",
  summary: text("A condition before a block of several lines.", "条件写在跨多行的块之前。"),
  why: text(
    "`@id` keeps or drops one line. On a host that it leaves out, only the line with the opening brace goes; the lines inside are read as if they stood outside, and the closing brace is one too many. Put the condition before each line, or the block into a file that a conditional `include` reads.",
    "`@id` 只决定一行的取舍。在不匹配的主机上，只有带左花括号的那一行被丢弃，块内各行会被当作块外内容读取，右花括号也成了多余的。应在每一行前写条件，或把整个块放到由条件 `include` 读入的文件中。",
  ),
  bad: [
    `
@lb1 vrrp_script chk {
#<^^ The condition covers only this line
    script "/usr/bin/true"
}
@lb2 global_defs { router_id lb2 }
`,
  ],
  good: [
    `
global_defs {
    @lb1 router_id lb1
    @lb2 router_id lb2
}
@lb1 track_file drain { file /run/drain }
@lb2 include lb2.conf
`,
  ],
};

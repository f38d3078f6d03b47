import type { BindingRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

/** ipvsadm.c: parse_options; config_stream.c: config_stream_read. */
export const trailingComment: BindingRule = {
  id: "ipvsadm/trailing-comment",
  severity: "error",
  scope: "binding",
  summary: text("A comment behind a rule.", "规则之后的注释。"),
  why: text(
    "Its words are taken for arguments. ipvsadm leaves at this line with status 2, also when run by ipvsadm-restore: the lines behind it are not read.",
    "注释中的单词会被当作参数。ipvsadm（包括由 ipvsadm-restore 运行时）会在这一行以状态 2 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr # web
#                        ^^^^^ A comment cannot stand behind a rule
`,
  ],
  good: [
    `-A -t 192.0.2.1:80 -s rr
`,
  ],
};

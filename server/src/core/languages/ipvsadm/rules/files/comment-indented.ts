import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import { lineStartOf } from "../../../../text/lines.ts";
import { text } from "../../../../text/localized.ts";
import { commentLines } from "../../model/comments.ts";

const message = text(
  "A comment must begin its line: ipvsadm-restore does not take this one out",
  "注释必须从行首开始，否则 ipvsadm-restore 不会去掉它",
);
const title = text("Remove the blanks before it", "删除前面的空白");

/** ipvsadm-restore: grep -v '^#'. */
export const commentIndented: ConfigurationRule<null> = {
  id: "ipvsadm/comment-indented",
  severity: "error",
  scope: "configuration",
  reads: anything,
  summary: text("A comment with blanks before it.", "前面有空白的注释。"),
  why: text(
    "ipvsadm-restore takes out only lines whose first character is `#`. At any other comment ipvsadm leaves with status 255: the lines behind it are not read.",
    "ipvsadm-restore 只会去掉首字符为 `#` 的行。遇到其他注释 ipvsadm 会以状态 255 退出，其后的行不会被读取。",
  ),
  bad: [
    `-A -t 192.0.2.1:80 -s rr
  # servers
# ^^^^^^^^^ A comment must begin its line: ipvsadm-restore does not take this one out
`,
  ],
  good: ["-A -t 192.0.2.1:80 -s rr\n# servers\n"],
  check(configuration, { report }) {
    for (const { at, isIndented } of commentLines(configuration)) {
      if (!isIndented) continue;
      const edit = { source: at.source, start: lineStartOf(at.source.section.text, at.start), end: at.start, text: "" };
      report({ at, message, fixes: [{ title, safety: "safe", edits: [edit] }] });
    }
  },
};

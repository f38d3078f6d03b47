import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { commentLines } from "../../model/comments.ts";

const message = text(
  '"ipvsadm -R" leaves at a comment; only ipvsadm-restore takes comments out',
  '"ipvsadm -R"遇到注释会退出，只有 ipvsadm-restore 会去掉注释',
);

/** ipvsadm-restore; config_stream.c: config_stream_read. */
export const commentStops: ConfigurationRule<null> = {
  id: "ipvsadm/comment-stops",
  severity: "information",
  scope: "configuration",
  reads: anything,
  summary: text("A comment in a file of rules.", "规则文件中的注释。"),
  why: text(
    "ipvsadm-restore takes lines that begin with `#` out before it hands the rest on. `ipvsadm -R` itself knows no comments: it prints how to get help and leaves.",
    "ipvsadm-restore 会先去掉以 `#` 开头的行再交给 ipvsadm。`ipvsadm -R` 本身不识别注释：它会提示如何获取帮助并退出。",
  ),
  bad: [
    `# web
#<^^^ "ipvsadm -R" leaves at a comment; only ipvsadm-restore takes comments out
-A -t 192.0.2.1:80 -s rr
# again
`,
  ],
  good: ["-A -t 192.0.2.1:80 -s rr\n"],
  check(configuration, { report }) {
    const first = commentLines(configuration).find(({ isIndented }) => !isIndented);
    if (first !== undefined) report({ at: first.at, message });
  },
};

import { anything, type ConfigurationRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";

const message = text(
  '"ipvsadm -R" does not read a last line that ends with blanks instead of a line break',
  '最后一行以空白而不是换行结尾时，"ipvsadm -R"不会读取该行',
);
const title = text("End the line with a line break", "在行末加上换行");

/** config_stream.c: config_stream_read gives up where the file ends between words. */
export const lastLineLost: ConfigurationRule<null> = {
  id: "ipvsadm/last-line-lost",
  severity: "warning",
  scope: "configuration",
  reads: anything,
  summary: text("A last line that ends with several blanks and no line break.", "最后一行以多个空白结尾且没有换行。"),
  why: text(
    "Where the file ends while blanks are skipped, `ipvsadm -R` drops the line without a word. ipvsadm-restore adds the line break.",
    "在跳过空白时遇到文件末尾，`ipvsadm -R` 会不加提示地丢弃这一行。ipvsadm-restore 会补上换行。",
  ),
  bad: ["-A -t 192.0.2.1:80 -s rr  \n#                       ^^ a last line that ends with blanks"],
  good: ["-A -t 192.0.2.1:80 -s rr\n", "-A -t 192.0.2.1:80 -s rr  \n"],
  check({ sections }, { report }) {
    const source = sections.at(-1)?.source;
    if (source === undefined) return;
    const { text: content } = source.section;
    // One blank goes with the word before it.
    const found = /[^ \t\r\n]([ \t\r]{2,})$/.exec(content)?.[1];
    const line = content.slice(content.lastIndexOf("\n") + 1).trimStart();
    if (found === undefined || line.startsWith("#")) return;
    const start = content.length - found.length;
    const edits = [{ source, start, end: content.length, text: "\n" }];
    report({ at: { source, start, end: content.length }, message, fixes: [{ title, safety: "safe", edits }] });
  },
};

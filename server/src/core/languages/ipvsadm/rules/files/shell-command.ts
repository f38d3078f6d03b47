import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { isShellLine } from "../../model/shell.ts";
import { tableOf } from "../../model/table.ts";

const message = text('"{0}" is for a shell: "ipvsadm -R" leaves at it', '"{0}"是 shell 命令，"ipvsadm -R"遇到会退出');
const title = text('Remove "{0}" from all lines', '从所有行中删除"{0}"');

/** config_stream.c: config_stream_read. */
export const shellCommand: ConfigurationRule<null> = {
  id: "ipvsadm/shell-command",
  severity: "information",
  scope: "configuration",
  reads: (configuration) => [tableOf(configuration)],
  summary: text("Rules that are written as commands of a shell.", "写成 shell 命令的规则。"),
  why: text(
    "`ipvsadm -R` skips the word `ipvsadm` and nothing else: a path or `sudo` before it is a word too many. In a script that a shell runs it is right.",
    "`ipvsadm -R` 只会跳过单词 `ipvsadm`，前面的路径或 `sudo` 都是多余的单词。在由 shell 运行的脚本中则没有问题。",
  ),
  bad: [
    `sudo ipvsadm -A -t 192.0.2.1:80 -s rr
#<^^^^^^^^^^ "sudo ipvsadm" is for a shell: "ipvsadm -R" leaves at it
sudo ipvsadm -a -t 192.0.2.1:80 -r 192.0.2.11
`,
  ],
  good: ["ipvsadm -A -t 192.0.2.1:80 -s rr\nipvsadm -a -t 192.0.2.1:80 -r 192.0.2.11\n"],
  check(configuration, { report }) {
    const lines = tableOf(configuration).outcomes.filter(({ bound }) => isShellLine(bound.statement));
    const [first] = lines;
    const prefix = first?.bound.statement.condition;
    if (first === undefined || prefix === undefined) return;
    const edits = lines.flatMap(({ bound }) => {
      const { condition, words } = bound.statement;
      const [head] = words;
      if (condition === undefined || head === undefined) return [];
      return [{ source: bound.source, start: condition.start, end: head.start, text: "" }];
    });
    const fix = { title: fill(title, prefix.raw), safety: "unsafe" as const, edits };
    report({ at: first.bound.at(prefix), message: fill(message, prefix.raw), fixes: [fix] });
  },
};

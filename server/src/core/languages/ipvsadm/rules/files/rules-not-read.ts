import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { isShellLine } from "../../model/shell.ts";
import { tableOf } from "../../model/table.ts";

const one = text(
  '"ipvsadm -R" leaves here: the rule below is not read',
  '"ipvsadm -R"会在此退出，下面的规则不会被读取',
);
const many = text(
  '"ipvsadm -R" leaves here: the {0} rules below are not read',
  '"ipvsadm -R"会在此退出，下面的 {0} 条规则不会被读取',
);

/** ipvsadm.c: restore_table; fail. */
export const rulesNotRead: ConfigurationRule<null> = {
  id: "ipvsadm/rules-not-read",
  severity: "warning",
  scope: "configuration",
  reads: (configuration) => [tableOf(configuration)],
  summary: text("A line at which the reading of the rules ends.", "使规则读取终止的行。"),
  why: text(
    "At most mistakes ipvsadm itself makes out it leaves at once, with what stands above carried out already. What the kernel refuses costs one line only.",
    "ipvsadm 自己发现的错误大多会使其立即退出，而前面的行已经执行。内核拒绝的行只影响其自身。",
  ),
  bad: [
    `ipvsadm -A -t 192.0.2.1:80 -s rr
ipvsadm -a -t 192.0.2.1:80 -r 192.0.2.300
#       ^^ "ipvsadm -R" leaves here: the 2 rules below are not read
ipvsadm -a -t 192.0.2.1:80 -r 192.0.2.12
ipvsadm -a -t 192.0.2.1:80 -r 192.0.2.13
`,
  ],
  good: ["-A -t 192.0.2.1:80 -s rr\n-a -t 192.0.2.1:80 -r 192.0.2.11\n-a -t 192.0.2.1:80 -r 192.0.2.12\n"],
  check(configuration, { report }) {
    const { outcomes } = tableOf(configuration);
    const at = outcomes.findIndex(
      ({ effect, dialect, bound }) => effect === "stops" && !dialect && !isShellLine(bound.statement),
    );
    const stop = outcomes[at]?.bound;
    const left = outcomes.length - at - 1;
    if (stop === undefined || left === 0) return;
    report({ at: stop.at(stop.head), message: left === 1 ? one : fill(many, left) });
  },
};

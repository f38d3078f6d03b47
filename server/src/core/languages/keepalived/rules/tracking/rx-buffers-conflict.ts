import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('"{0}" and "{1}" exclude each other; "{2}" is ignored', '"{0}"与"{1}"互斥，"{2}"会被忽略');
const before = text("The other policy", "另一种策略");

/** global_parser.c: vrrp_rx_bufs_policy_handler, where all lines add up. */
export const rxBuffersConflict: ConfigurationRule<Globals> = {
  id: "keepalived/rx-buffers-conflict",
  severity: "error",
  scope: "configuration",
  reads: ["global_defs"],
  summary: text("More than one policy in `vrrp_rx_bufs_policy`.", "`vrrp_rx_bufs_policy` 设定了多种策略。"),
  why: text(
    "The size of the receive buffers follows the MTU, the adverts or a number. A number beats both, and MTU beats ADVERT; keepalived reports what it drops.",
    "接收缓冲区大小只能取决于 MTU、通告或固定数值之一。固定数值优先于两者，MTU 优先于 ADVERT；keepalived 会报告被丢弃的策略。",
  ),
  bad: [
    `
global_defs {
    vrrp_rx_bufs_policy MTU
    vrrp_rx_bufs_policy ADVERT
#                       ^^^^^^ "MTU" and "ADVERT" exclude each other; "ADVERT" is ignored
}
`,
    `
global_defs {
    vrrp_rx_bufs_policy 65536 MTU
#                             ^^^ "65536" and "MTU" exclude each other; "MTU" is ignored
}
`,
  ],
  good: [
    `
global_defs {
    vrrp_rx_bufs_policy MTU
}
`,
  ],
  check(configuration, { report }) {
    const policies = configuration
      .all("global_defs")
      .flatMap((block) => block.all("vrrp_rx_bufs_policy"))
      .flatMap((statement) => statement.values.map((value) => ({ statement, value, name: nameOf(value) })));
    const [first] = policies;
    const second = policies.find((one) => first !== undefined && one.name !== first.name);
    if (first === undefined || second === undefined) return;
    if ([first, second].some(({ value }) => value.word.unknown === true || value.data === "")) return;
    const loser = rank(first.value) > rank(second.value) ? second : first;
    report({
      at: second.statement.at(second.value.word),
      message: fill(message, first.value.word.value, second.value.word.value, loser.value.word.value),
      related: [{ ...first.statement.at(first.value.word), message: before }],
      fixes: isAlone(loser.statement) ? [removeStatement(loser.statement, "unsafe")] : [],
    });
  },
};

function nameOf({ name, data }: BoundValue): string {
  return name === "size" ? "size" : String(data).toUpperCase();
}

function rank(value: BoundValue): number {
  return ["ADVERT", "MTU", "size"].indexOf(nameOf(value));
}

function isAlone(statement: Bound): boolean {
  return statement.values.length === 1;
}

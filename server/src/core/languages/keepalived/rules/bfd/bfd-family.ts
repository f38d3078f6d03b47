import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { endsOf, neighborOf } from "../../model/bfd.ts";

const message = text(
  '"{0}" is IPv{1} but the neighbour is IPv{2}: the instance is dropped',
  '"{0}"为 IPv{1}，而邻居为 IPv{2}，该实例会被丢弃',
);
const neighbour = text("The neighbour", "邻居");

/** keepalived/bfd/bfd_parser.c: bfd_end_handler. */
export const bfdFamily: BlockRule<Globals> = {
  id: "keepalived/bfd-family",
  severity: "error",
  scope: "block",
  on: ["bfd_instance"],
  summary: text("A `source_ip` of another address family than the neighbour.", "`source_ip` 与邻居的地址族不同。"),
  why: text(
    "Packets cannot run from IPv4 to IPv6, so keepalived drops the instance, and what tracks it never hears of a failure.",
    "报文不能从 IPv4 发往 IPv6，keepalived 会丢弃该实例，跟踪它的配置永远收不到故障通知。",
  ),
  bad: [
    `
bfd_instance bfd1 {
    neighbor_ip 192.0.2.254
    source_ip 2001:db8::5
#             ^^^^^^^^^^^ is IPv6 but the neighbour is IPv4
}
`,
  ],
  good: [
    `
bfd_instance bfd1 {
    neighbor_ip 2001:db8::254
    source_ip 2001:db8::5
}
`,
  ],
  check(instance, { report }) {
    const { neighbor, source } = endsOf(instance);
    const statement = instance.find("source_ip");
    const other = neighborOf(instance);
    if (neighbor === undefined || source === undefined || statement === undefined || other === undefined) return;
    if (neighbor.family === source.family) return;
    report({
      at: statement.at(statement.nameWord),
      message: fill(message, statement.name, source.family, neighbor.family),
      related: [{ ...other.at(other.nameWord), message: neighbour }],
    });
  },
};

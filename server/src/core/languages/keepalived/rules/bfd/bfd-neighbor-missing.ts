import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { neighborOf } from "../../model/bfd.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const message = text('"{0}" has no "neighbor_ip" and is dropped', '"{0}"没有"neighbor_ip"，会被丢弃');

/** keepalived/bfd/bfd_parser.c: bfd_end_handler. */
export const bfdNeighborMissing: BlockRule<Globals> = {
  id: "keepalived/bfd-neighbor-missing",
  severity: "error",
  scope: "block",
  on: ["bfd_instance"],
  summary: text("A `bfd_instance` without `neighbor_ip`.", "`bfd_instance` 没有写 `neighbor_ip`。"),
  why: text(
    "A session needs a neighbour, so keepalived drops the instance. What tracks it then never hears of a failure.",
    "会话必须有邻居，否则 keepalived 会丢弃该实例，跟踪它的配置也就永远收不到故障通知。",
  ),
  bad: [
    `
bfd_instance bfd1 {
#            ^^^^ has no "neighbor_ip"
    source_ip 192.0.2.5
}
`,
  ],
  good: [
    `
bfd_instance bfd1 {
    neighbour_ip 192.0.2.254
    source_ip 192.0.2.5
}
`,
  ],
  check(instance, { report }) {
    if (neighborOf(instance) !== undefined || mayHoldMore(instance)) return;
    report({ at: instance.at(instance.nameWord), message: fill(message, instance.name) });
  },
};

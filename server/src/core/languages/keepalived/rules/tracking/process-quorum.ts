import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('"quorum" {0} is more than "quorum_max" {1}', '"quorum" {0} 大于"quorum_max" {1}');
const other = text("The other limit", "另一个限值");

/** vrrp_parser.c: vrrp_tprocess_quorum_handler, vrrp_tprocess_quorum_max_handler. */
export const processQuorum: BlockRule<Globals> = {
  id: "keepalived/process-quorum",
  severity: "error",
  scope: "block",
  on: ["vrrp_track_process"],
  summary: text("A `quorum` above `quorum_max`.", "`quorum` 大于 `quorum_max`。"),
  why: text(
    "No number of processes could fulfil both, so keepalived ignores the later of the two lines.",
    "没有任何进程数量能同时满足两者，keepalived 会忽略后出现的一行。",
  ),
  bad: [
    `
vrrp_track_process worker {
    process nginx
    quorum 4
    quorum_max 2
#              ^ "quorum" 4 is more than "quorum_max" 2
}
`,
    `
vrrp_track_process worker {
    process nginx
    quorum_max 0
    quorum 1
#          ^ "quorum" 1 is more than "quorum_max" 0
}
`,
  ],
  good: [
    `
vrrp_track_process worker {
    process nginx
    quorum 2
    quorum_max 2
}
`,
    `
vrrp_track_process worker {
    process nginx
    quorum 1
    quorum_max 0
}
`,
  ],
  check(block, { report }) {
    const quorum = block.find("quorum");
    const most = block.find("quorum_max");
    if (quorum === undefined || most === undefined) return;
    if (block.all("quorum").length > 1 || block.all("quorum_max").length > 1) return;
    const [low, high] = [quorum.values[0], most.values[0]];
    if (low === undefined || high === undefined || low.word.unknown === true || high.word.unknown === true) return;
    const isLater = block.children.indexOf(most) > block.children.indexOf(quorum);
    const isRefused = Number(low.data) > Number(high.data) && !(isLater && high.data === 0 && low.data === 1);
    if (!isRefused || Number(low.data) > 65_535) return;
    const [second, first] = isLater ? [most, quorum] : [quorum, most];
    report({
      at: second.at(second.nameWord),
      message: fill(message, Number(low.data), Number(high.data)),
      related: [{ ...first.at(first.nameWord), message: other }],
    });
  },
};

import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text(
  '"{0}" names the same FIFO as "notify_fifo" and is ignored',
  '"{0}"与"notify_fifo"是同一个 FIFO，会被忽略',
);
const general = text("The FIFO for all events", "用于全部事件的 FIFO");

/** global_data.c: init_global_data, which only writes to the log. */
export const fifoShared: ConfigurationRule<Globals> = {
  id: "keepalived/fifo-shared",
  severity: "warning",
  scope: "configuration",
  reads: ["global_defs"],
  summary: text(
    "The FIFO for VRRP or LVS events is the one for all events.",
    "VRRP 或 LVS 事件的 FIFO 与全部事件的 FIFO 相同。",
  ),
  why: text(
    "All events go to `notify_fifo` already, so keepalived ignores the second name together with its script.",
    "全部事件已经写入 `notify_fifo`，因此 keepalived 会忽略第二个名称及其脚本。",
  ),
  bad: [
    `
global_defs {
    notify_fifo /run/keepalived.fifo
    vrrp_notify_fifo /run/keepalived.fifo
#                    ^^^^^^^^^^^^^^^^^^^^ "vrrp_notify_fifo" names the same FIFO
}
`,
  ],
  good: [
    `
global_defs {
    notify_fifo /run/keepalived.fifo
    vrrp_notify_fifo /run/keepalived-vrrp.fifo
}
`,
  ],
  check(configuration, { report }) {
    const first = (keyword: string): Bound | undefined => configuration.all(keyword)[0];
    const all = first("notify_fifo");
    if (all === undefined || all.nameWord.unknown === true) return;
    for (const keyword of ["vrrp_notify_fifo", "lvs_notify_fifo"]) {
      const other = first(keyword);
      if (other === undefined || other.name === "" || other.name !== all.name) continue;
      report({
        at: other.at(other.nameWord),
        message: fill(message, keyword),
        related: [{ ...all.at(all.nameWord), message: general }],
        fixes: [removeStatement(other, "unsafe")],
      });
    }
  },
};

import { insertInto, removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('"timer_expired_backup" needs "nopreempt"', '"timer_expired_backup"需要"nopreempt"');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const timerExpiredBackupUnused: BlockRule<Globals> = {
  id: "keepalived/timer-expired-backup-unused",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`timer_expired_backup` without `nopreempt`.", "没有 `nopreempt` 却写了 `timer_expired_backup`。"),
  why: text(
    "It makes a master that was held up step down, so that it does not preempt the node that took over. Where preemption is allowed this means nothing, and keepalived drops it.",
    "它让被长时间阻塞的 MASTER 退为 BACKUP，避免抢占已经接管的节点。允许抢占时没有意义，keepalived 会丢弃它。",
  ),
  since: "2.2.8",
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    timer_expired_backup
#   ^^^^^^^^^^^^^^^^^^^^ needs "nopreempt"
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    nopreempt
    timer_expired_backup
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const statement = block.find("timer_expired_backup");
    if (statement === undefined || !atLeast(version, "2.2.8") || mayHoldMore(block)) return;
    if (readInstance(block, globals, version).nopreempt !== undefined) return;
    const fixes = [removeStatement(statement, "safe"), insertInto(block, "nopreempt", "unsafe")];
    report({ at: statement.at(statement.head), message, fixes });
  },
};

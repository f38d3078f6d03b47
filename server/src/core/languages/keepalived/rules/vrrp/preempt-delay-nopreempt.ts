import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text('"preempt_delay" has no effect with "nopreempt"', '有"nopreempt"时"preempt_delay"不起作用');
const began = text('"nopreempt" is set here', '"nopreempt"在此处设定');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const preemptDelayNopreempt: BlockRule<Globals> = {
  id: "keepalived/preempt-delay-nopreempt",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`preempt_delay` together with `nopreempt`.", "`preempt_delay` 与 `nopreempt` 同写。"),
  why: text(
    "One waits before it takes over from a lower priority, the other never does. keepalived drops the delay.",
    "一个是等待一段时间后再抢占，另一个是从不抢占。keepalived 会丢弃延迟设置。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    nopreempt
    preempt_delay 60
#   ^^^^^^^^^^^^^ no effect with "nopreempt"
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    preempt_delay 60
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { nopreempt, preemptDelay, starts, priority, strict } = readInstance(block, globals, version);
    // Strict mode drops the delay before.
    if (nopreempt === undefined || preemptDelay === undefined || strict) return;
    if (starts !== "BACKUP" || priority === owner) return;
    report({
      at: preemptDelay.at(preemptDelay.head),
      message,
      related: [{ ...nopreempt.at(nopreempt.head), message: began }],
      fixes: [removeStatement(preemptDelay, "safe")],
    });
  },
};

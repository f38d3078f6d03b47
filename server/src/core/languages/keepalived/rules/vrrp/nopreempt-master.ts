import { removeStatement, replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { type Instance, owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text('"{0}" has no effect with "{1}"', '"{0}"与"{1}"同时使用时不起作用');
const began = text("The state follows from this", "状态由此处决定");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const nopreemptMaster: BlockRule<Globals> = {
  id: "keepalived/nopreempt-master",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "`nopreempt` or `preempt_delay` in an instance that starts as MASTER.",
    "以 MASTER 启动的实例中使用了 `nopreempt` 或 `preempt_delay`。",
  ),
  why: text(
    "Both tell a node that comes up to wait for the current master. A node that starts as MASTER does not wait, so keepalived drops the setting. Let every node start as BACKUP; the priority decides.",
    "这两项都要求启动的节点让当前 MASTER 继续工作；以 MASTER 启动的节点不会等待，keepalived 会丢弃该设置。应让所有节点以 BACKUP 启动，由优先级决定主备。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 150
    nopreempt
#   ^^^^^^^^^ no effect with "state MASTER"
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 255
    preempt_delay 60
#   ^^^^^^^^^^^^^ no effect with "priority 255"
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
    priority 150
    nopreempt
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 150
    preempt_delay 0
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const instance = readInstance(block, globals, version);
    const { starts, strict, state, priorityFrom, preemptDelay } = instance;
    // In strict mode the priority decides, where there is one.
    const from = strict ? (priorityFrom ?? state) : (state ?? priorityFrom);
    if (starts !== "MASTER" || from === undefined) return;
    const cause = `${from.head.value} ${from.nameWord.value}`;
    for (const statement of [nopreempt(instance), preemptDelay]) {
      if (statement === undefined) continue;
      const removal = removeStatement(statement, "safe");
      report({
        at: statement.at(statement.head),
        message: fill(message, statement.head.value, cause),
        related: [{ ...from.at(from.nameWord), message: began }],
        fixes: from === state ? [replace(state, state.nameWord, "BACKUP", "unsafe"), removal] : [removal],
      });
    }
  },
};

/** With priority 255 it is gone before the state is looked at. */
function nopreempt({ nopreempt: statement, priority }: Instance): Bound | undefined {
  return priority === owner ? undefined : statement;
}

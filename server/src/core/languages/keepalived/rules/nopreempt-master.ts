import { removeStatement, replace } from "../../../rules/fixes.ts";
import type { BlockRule } from "../../../rules/rule.ts";
import { fill, text } from "../../../text/localized.ts";
import type { Globals } from "../globals.ts";

const message = text(
  '"{0}" has no effect with "state MASTER"',
  '"{0}"与"state MASTER"同时使用时不起作用',
);
const began = text("The state is set here", "状态在此处设定");

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
  ],
  check(instance, { report }) {
    const state = instance.find("state");
    const word = state?.values[0]?.word;
    if (state === undefined || word?.value !== "MASTER") return;
    for (const keyword of ["nopreempt", "preempt_delay"]) {
      const statement = instance.find(keyword);
      if (statement === undefined || statement.values[0]?.data === 0) continue;
      report({
        at: statement.at(statement.head),
        message: fill(message, keyword),
        related: [{ ...state.at(word), message: began }],
        fixes: [replace(state, word, "BACKUP", "unsafe"), removeStatement(statement, "safe")],
      });
    }
  },
};

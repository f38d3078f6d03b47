import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text('"nopreempt" has no effect with priority 255', '优先级为 255 时"nopreempt"不起作用');
const began = text("The priority is set here", "优先级在此处设定");
const derived = text('Without "priority" this state means priority 255', '没有"priority"时，该状态意味着优先级 255');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const nopreemptOwner: BlockRule<Globals> = {
  id: "keepalived/nopreempt-owner",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`nopreempt` in an instance with priority 255.", "优先级为 255 的实例中写了 `nopreempt`。"),
  why: text(
    "Priority 255 means that the node owns the addresses, and an owner always takes over. keepalived drops `nopreempt`. Mind that `state MASTER` without a priority gives 255 too.",
    "优先级 255 表示该节点是地址拥有者，必定会接管。keepalived 会丢弃 `nopreempt`。注意：`state MASTER` 而不写优先级时，优先级也是 255。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 255
    nopreempt
#   ^^^^^^^^^ no effect with priority 255
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
    nopreempt
#   ^^^^^^^^^ no effect with priority 255
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
    priority 254
    nopreempt
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
    nopreempt
    preempt
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { nopreempt, priority, priorityFrom, state } = readInstance(block, globals, version);
    if (nopreempt === undefined || priority !== owner) return;
    const from = priorityFrom ?? state;
    report({
      at: nopreempt.at(nopreempt.head),
      message,
      related:
        from === undefined
          ? []
          : [{ ...from.at(from.nameWord), message: priorityFrom === undefined ? derived : began }],
      fixes: [removeStatement(nopreempt, "safe")],
    });
  },
};

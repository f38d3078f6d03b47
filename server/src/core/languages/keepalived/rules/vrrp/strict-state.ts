import { replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  'In strict mode "state {0}" does not go with priority {1}',
  '严格模式下"state {0}"与优先级 {1} 不符',
);
const began = text("The priority is set here", "优先级在此处设定");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const strictState: BlockRule<Globals> = {
  id: "keepalived/strict-state",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("A state in strict mode that does not follow from the priority.", "严格模式下的状态与优先级不符。"),
  why: text(
    "In the standard only the owner of the addresses, with priority 255, starts as MASTER, and it always does. keepalived takes the state that belongs to the priority.",
    "按标准，只有优先级为 255 的地址拥有者以 MASTER 启动，且必定如此。keepalived 会改用与优先级相符的状态。",
  ),
  bad: [
    `
global_defs {
    vrrp_strict
}
vrrp_instance VI_1 {
    state MASTER
#         ^^^^^^ does not go with priority 150
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    strict_mode
    state BACKUP
#         ^^^^^^ does not go with priority 255
    interface eth0
    virtual_router_id 51
    priority 255
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
global_defs {
    vrrp_strict
}
vrrp_instance VI_1 {
    strict_mode off
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { strict, state, starts, priority, priorityFrom } = readInstance(block, globals, version);
    if (!strict || state === undefined || priorityFrom === undefined || priority === undefined) return;
    const word = state.nameWord;
    const fitting = priority === owner ? "MASTER" : "BACKUP";
    if (starts === undefined || word.value === fitting || !["MASTER", "BACKUP"].includes(word.value)) return;
    report({
      at: state.at(word),
      message: fill(message, word.value, priority),
      related: [{ ...priorityFrom.at(priorityFrom.nameWord), message: began }],
      fixes: [replace(state, word, fitting, "safe")],
    });
  },
};

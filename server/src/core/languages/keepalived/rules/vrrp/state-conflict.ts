import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('"state BACKUP" is ignored after "state MASTER"', '"state MASTER"之后的"state BACKUP"会被忽略');
const first = text("The state is set to MASTER here", "状态在此处设为 MASTER");

/** keepalived/vrrp/vrrp_parser.c: vrrp_state_handler. */
export const stateConflict: BlockRule<Globals> = {
  id: "keepalived/state-conflict",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`state BACKUP` after `state MASTER`.", "`state MASTER` 之后又写了 `state BACKUP`。"),
  why: text(
    "Of most settings the last one counts, but MASTER cannot be taken back: keepalived ignores the later BACKUP.",
    "多数设置以最后一次为准，但 MASTER 不能撤销：keepalived 会忽略后面的 BACKUP。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 100
    state BACKUP
#         ^^^^^^ ignored
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
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report }) {
    let master: Bound | undefined;
    for (const statement of block.all("state")) {
      const word = statement.nameWord;
      if (word.value === "MASTER") master ??= statement;
      else if (word.value === "BACKUP" && master !== undefined) {
        report({
          at: statement.at(word),
          message,
          related: [{ ...master.at(master.nameWord), message: first }],
          fixes: [removeStatement(statement, "safe")],
        });
      }
    }
  },
};

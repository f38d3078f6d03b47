import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { owner, readInstance, switchOf } from "../../model/vrrpInstance.ts";

const unused = text(
  '"owner_ignore_adverts" is ignored unless the priority is 255',
  '优先级不是 255 时"owner_ignore_adverts"会被忽略',
);
const forced = text("With priority 255 adverts are ignored in any case", "优先级为 255 时总会忽略收到的通告");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance, since 2.3.3. */
export const ownerIgnoreAdverts: BlockRule<Globals> = {
  id: "keepalived/owner-ignore-adverts",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`owner_ignore_adverts` that does not go with the priority.", "`owner_ignore_adverts` 与优先级不符。"),
  why: text(
    "The setting is about the owner of the addresses, which is the node with priority 255. keepalived drops it on any other node; and `off` on an owner is overruled, even where strict mode is not used.",
    "该设置只针对地址拥有者，即优先级为 255 的节点。其他节点上 keepalived 会丢弃它；在拥有者上写 `off` 也不会生效，即使没有使用严格模式。",
  ),
  since: "2.3.3",
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    owner_ignore_adverts
#   ^^^^^^^^^^^^^^^^^^^^ unless the priority is 255
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
    owner_ignore_adverts off
#   ^^^^^^^^^^^^^^^^^^^^ in any case
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
    priority 255
    owner_ignore_adverts
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const statement = block.find("owner_ignore_adverts");
    const { priority } = readInstance(block, globals, version);
    if (statement === undefined || priority === undefined || !atLeast(version, "2.3.3")) return;
    const on = switchOf(statement);
    if (on === undefined || on === (priority === owner)) return;
    const fixes = [removeStatement(statement, "safe")];
    report({ at: statement.at(statement.head), message: on ? unused : forced, fixes });
  },
};

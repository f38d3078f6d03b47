import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('"promote_secondaries" is superfluous with "{0}"', '使用"{0}"时无需"promote_secondaries"');
const began = text("The interface is made here", "在此处创建接口");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const promoteSecondariesUnused: BlockRule<Globals> = {
  id: "keepalived/promote-secondaries-unused",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "`promote_secondaries` with a virtual MAC or ipvlan interface.",
    "在虚拟 MAC 或 ipvlan 接口上使用 `promote_secondaries`。",
  ),
  why: text(
    "keepalived sets it on interfaces that it makes itself. It reports the line and ignores it.",
    "对自己创建的接口，keepalived 会自动设置它。这一行会被报出并忽略。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    use_vmac
    promote_secondaries
#   ^^^^^^^^^^^^^^^^^^^ superfluous with "use_vmac"
    virtual_router_id 51
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
    promote_secondaries
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const statement = block.find("promote_secondaries");
    const { vmac, ipvlan, unicastWords, interface: bound } = readInstance(block, globals, version);
    const maker = vmac ?? ipvlan;
    // A unicast instance without interface has lost them already.
    if (statement === undefined || maker === undefined || (bound === undefined && unicastWords.length > 0)) return;
    report({
      at: statement.at(statement.head),
      message: fill(message, maker.head.value),
      related: [{ ...maker.at(maker.head), message: began }],
      fixes: [removeStatement(statement, "safe")],
    });
  },
};

import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { lacks, readInstance } from "../../model/vrrpInstance.ts";

const message = text('"vmac_xmit_base" has no effect without "use_vmac"', '没有"use_vmac"时"vmac_xmit_base"不起作用');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const vmacXmitBaseUnused: BlockRule<Globals> = {
  id: "keepalived/vmac-xmit-base-unused",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`vmac_xmit_base` without `use_vmac`.", "没有 `use_vmac` 却写了 `vmac_xmit_base`。"),
  why: text(
    "Without a virtual MAC, adverts leave through the physical interface anyway. keepalived reports the setting and drops it.",
    "没有虚拟 MAC 时，通告本来就从物理接口发出。keepalived 会报出并丢弃该设置。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    vmac_xmit_base
#   ^^^^^^^^^^^^^^ no effect without "use_vmac"
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
    use_vmac
    vmac_xmit_base
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const statement = block.find("vmac_xmit_base");
    const { ipvlan, unicastWords } = readInstance(block, globals, version);
    if (statement === undefined || !lacks(block, "use_vmac")) return;
    // There the ipvlan itself is the mistake, which `vmac-unicast` tells.
    if (ipvlan !== undefined && unicastWords.length > 0) return;
    report({ at: statement.at(statement.head), message, fixes: [removeStatement(statement, "safe")] });
  },
};

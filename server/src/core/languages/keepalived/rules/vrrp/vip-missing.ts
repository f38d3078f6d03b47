import { insertInto } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { lacks, readInstance } from "../../model/vrrpInstance.ts";

const message = text('The instance has no address in "virtual_ipaddress"', '该实例的"virtual_ipaddress"中没有地址');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const vipMissing: BlockRule<Globals> = {
  id: "keepalived/vip-missing",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("An instance without a virtual address.", "实例没有虚拟地址。"),
  why: text(
    "The virtual addresses are what VRRP is for; version 3 and strict mode stop without one, version 2 reports it. Excluded addresses do not count. Since 2.2.8 `no_virtual_ipaddress` says that none is wanted.",
    "VRRP 就是为虚拟地址服务的：版本 3 和严格模式缺少它会停止，版本 2 会报出。excluded 中的地址不算数。自 2.2.8 起可以用 `no_virtual_ipaddress` 表明确实不需要。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
#             ^^^^ no address in "virtual_ipaddress"
    interface eth0
    virtual_router_id 51
    virtual_ipaddress_excluded {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    version 3
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
#   ^^^^^^^^^^^^^^^^^ no address
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    no_virtual_ipaddress
}
`,
  ],
  check(block, { report, globals, version }) {
    const { strict } = readInstance(block, globals, version);
    const mayDoWithout = atLeast(version, "2.2.8") && !strict;
    if (mayDoWithout && block.has("no_virtual_ipaddress")) return;
    const list = block.find("virtual_ipaddress");
    if (list === undefined ? !lacks(block, "virtual_ipaddress") : mayHoldMore(block)) return;
    const lists = block.all("virtual_ipaddress");
    if (lists.some((one) => one.children.length > 0 || mayHoldMore(one))) return;
    report({
      at: list === undefined ? block.at(block.nameWord) : list.at(list.head),
      message,
      fixes: mayDoWithout ? [insertInto(block, "no_virtual_ipaddress", "unsafe")] : [],
    });
  },
};

import { insertInto, removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { lacks, readInstance } from "../../model/vrrpInstance.ts";

const noInterface = text('"{0}" with unicast needs an "interface"', '单播实例使用"{0}"时必须指定"interface"');
const noXmitBase = text(
  '"use_vmac" with unicast needs "vmac_xmit_base"',
  '单播实例使用"use_vmac"时必须写"vmac_xmit_base"',
);
const noIpvlan = text('"use_ipvlan" cannot be used with unicast', '"use_ipvlan"不能用于单播实例');
const because = text("This makes the instance a unicast one", "这使该实例成为单播实例");

/** keepalived/vrrp/vrrp_parser.c: vrrp_end_handler; vrrp.c: vrrp_complete_instance. */
export const vmacUnicast: BlockRule<Globals> = {
  id: "keepalived/vmac-unicast",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "A virtual MAC or ipvlan interface in a unicast instance, without what that takes.",
    "单播实例使用了虚拟 MAC 或 ipvlan 接口，却缺少所需的设置。",
  ),
  why: text(
    "Unicast adverts must leave through the physical interface, so `use_vmac` needs that interface and `vmac_xmit_base`; keepalived adds the latter itself and reports it. For `use_ipvlan` there is no such setting: with unicast keepalived reports it in any case.",
    "单播通告必须从物理接口发出，所以 `use_vmac` 需要指定接口并写上 `vmac_xmit_base`；缺少后者时 keepalived 会自行加上并报出。`use_ipvlan` 没有对应设置，与单播同用时 keepalived 总会报出问题。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    use_vmac
#   ^^^^^^^^ needs "vmac_xmit_base"
    virtual_router_id 51
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    use_vmac
#   ^^^^^^^^ needs an "interface"
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    use_ipvlan 192.0.2.1/24
#   ^^^^^^^^^^ cannot be used with unicast
    virtual_router_id 51
    unicast_peer {
        192.0.2.2
    }
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
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { vmac, ipvlan, unicastWords, strict } = readInstance(block, globals, version);
    const statement = vmac ?? ipvlan;
    const [word] = unicastWords;
    if (statement === undefined || word === undefined) return;
    const at = statement.at(statement.head);
    const related = [{ ...word.at(word.head), message: because }];
    if (lacks(block, "interface")) {
      report({ at, message: fill(noInterface, statement.head.value), related });
    } else if (vmac === undefined) {
      report({ at, message: noIpvlan, related, fixes: [removeStatement(statement, "unsafe")] });
    } else if (lacks(block, "vmac_xmit_base")) {
      const fixes = [insertInto(block, "vmac_xmit_base", strict ? "unsafe" : "safe")];
      report({ at, message: noXmitBase, related, fixes });
    }
  },
};

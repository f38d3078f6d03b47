import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('"use_ipvlan" needs an address with IPv4', 'IPv4 实例的"use_ipvlan"必须写地址');

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const ipvlanAddressMissing: BlockRule<Globals> = {
  id: "keepalived/ipvlan-address-missing",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`use_ipvlan` without an address in an IPv4 instance.", "IPv4 实例的 `use_ipvlan` 没有写地址。"),
  why: text(
    "The new interface has no IPv4 address to send adverts from. keepalived reports it, and the instance stays in FAULT.",
    "新接口没有可用来发送通告的 IPv4 地址。keepalived 会报出，实例一直处于 FAULT。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    use_ipvlan ipvl.51
#   ^^^^^^^^^^ needs an address
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
    use_ipvlan ipvl.51 192.0.2.1/24
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    use_ipvlan
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { ipvlan, vmac, family, unicastWords, interface: bound } = readInstance(block, globals, version);
    if (ipvlan === undefined || vmac !== undefined || family !== 4) return;
    if (bound === undefined && unicastWords.length > 0) return;
    const unknown = ipvlan.statement.words.some((word) => word.unknown === true);
    if (unknown || ipvlan.value("address") !== undefined) return;
    report({ at: ipvlan.at(ipvlan.head), message });
  },
};

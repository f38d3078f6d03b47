import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const besideInterface = text('"vrf" is ignored beside "interface"', '写了"interface"时"vrf"会被忽略');
const withoutPeers = text('"vrf" is ignored without unicast peers', '没有单播对端时"vrf"会被忽略');
const bound = text("The interface is set here", "接口在此处指定");

/** keepalived/vrrp/vrrp_parser.c: vrrp_vrf_handler; vrrp.c: vrrp_complete_instance. */
export const vrfIgnored: BlockRule<Globals> = {
  id: "keepalived/vrf-ignored",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("`vrf` beside `interface`, or without unicast peers.", "`vrf` 与 `interface` 同写，或没有单播对端。"),
  why: text(
    "An instance with an interface is in the VRF of that interface. Only a unicast instance without one needs to be told; anywhere else keepalived drops the setting.",
    "指定了接口的实例就在该接口所属的 VRF 中。只有未指定接口的单播实例才需要写 `vrf`，其他情况下 keepalived 会丢弃它。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    vrf eth1
#   ^^^ ignored beside "interface"
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    vrf eth1
#   ^^^ ignored without unicast peers
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    vrf eth1
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
  ],
  check(block, { report, globals, version }) {
    const statement = block.find("vrf");
    if (statement === undefined) return;
    const instance = readInstance(block, globals, version);
    const at = statement.at(statement.head);
    const fixes = [removeStatement(statement, "safe")];
    if (instance.interface !== undefined) {
      const { interface: other } = instance;
      report({ at, message: besideInterface, related: [{ ...other.at(other.nameWord), message: bound }], fixes });
    } else if (instance.unicastWords.length > 0 && !instance.unicast && !mayHoldMore(block)) {
      report({ at, message: withoutPeers, fixes });
    }
  },
};

import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { lacks, readInstance } from "../../model/vrrpInstance.ts";

const none = text('The instance has no "interface"', '该实例没有"interface"');
const noneAtAll = text(
  'The instance has no "interface", which this version needs with unicast too',
  '该实例没有"interface"，此版本在单播时也必须指定',
);
const neither = text(
  'A unicast instance needs "interface" or "unicast_src_ip"',
  '单播实例必须有"interface"或"unicast_src_ip"',
);

/** keepalived/vrrp/vrrp.c: chk_min_cfg, vrrp_complete_instance. */
export const interfaceMissing: BlockRule<Globals> = {
  id: "keepalived/interface-missing",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "An instance that neither names its interface nor, with unicast, its source address.",
    "实例既没有指定接口，单播时也没有指定源地址。",
  ),
  why: text(
    "Adverts must leave through some interface. Only a unicast instance with `unicast_src_ip` may do without, and before 2.2.8 not even that one. keepalived stops all of VRRP otherwise.",
    "通告必须从某个接口发出。只有写了 `unicast_src_ip` 的单播实例可以不写接口，2.2.8 之前连这也不行。否则 keepalived 会停止全部 VRRP。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
#             ^^^^ no "interface"
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
    `
vrrp_instance VI_1 {
#             ^^^^ "interface" or "unicast_src_ip"
    virtual_router_id 51
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
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
    if (!lacks(block, "interface")) return;
    const { unicastWords } = readInstance(block, globals, version);
    const at = block.at(block.nameWord);
    if (unicastWords.length === 0) report({ at, message: none });
    else if (!atLeast(version, "2.2.8")) report({ at, message: noneAtAll });
    else if (["unicast_src_ip", "mcast_src_ip", "use_ipvlan"].every((keyword) => lacks(block, keyword))) {
      report({ at, message: neither });
    }
  },
};

import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('"mcast_dst_ip" is ignored with unicast peers', '有单播对端时"mcast_dst_ip"会被忽略');
const peer = text("This is a unicast peer", "这是单播对端");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const mcastDstIpUnused: BlockRule<Globals> = {
  id: "keepalived/mcast-dst-ip-unused",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("A multicast group in an instance with unicast peers.", "有单播对端的实例中写了组播地址。"),
  why: text(
    "An instance sends its adverts either to its peers or to a multicast group. keepalived keeps the peers and drops the group.",
    "实例的通告要么发给对端，要么发到组播组。keepalived 保留对端，丢弃组播地址。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    mcast_dst_ip 224.0.0.118
#   ^^^^^^^^^^^^ ignored with unicast peers
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
    virtual_router_id 51
    mcast_dst_ip 224.0.0.118
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { group, peers } = readInstance(block, globals, version);
    const [first] = peers;
    if (group === undefined || first === undefined) return;
    const { bound } = group;
    report({
      at: bound.at(bound.head),
      message,
      related: [{ ...first.bound.at(first.word), message: peer }],
      fixes: [removeStatement(bound, "safe")],
    });
  },
};

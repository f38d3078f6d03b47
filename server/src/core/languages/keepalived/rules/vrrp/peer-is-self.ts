import { sameAddress } from "../../../../net/address.ts";
import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('The peer "{0}" is this node itself', '对端"{0}"就是本机');
const own = text("This is the address of this node", "这是本机的地址");

/** keepalived.conf(5): unicast_peer lists the other nodes. */
export const peerIsSelf: BlockRule<Globals> = {
  id: "keepalived/peer-is-self",
  severity: "warning",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("A peer that is the source address of the same node.", "对端列表中包含本机的源地址。"),
  why: text(
    "The list is meant for the other nodes; adverts to itself tell a node nothing. Either the line is too much, or `unicast_src_ip` was copied from another node, which keeps the instance in FAULT.",
    "列表应只写其他节点，发给自己的通告没有意义。要么这一行多余，要么 `unicast_src_ip` 是从别的节点复制来的，后者会让实例一直处于 FAULT。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.1
#       ^^^^^^^^^ this node itself
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
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
        192.0.2.3
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { source, peers } = readInstance(block, globals, version);
    if (source === undefined) return;
    for (const { bound, word, address } of peers) {
      if (!sameAddress(address, source.address)) continue;
      report({
        at: bound.at(word),
        message: fill(message, word.value),
        related: [{ ...source.bound.at(source.word), message: own }],
        fixes: [removeStatement(bound, "unsafe")],
      });
    }
  },
};

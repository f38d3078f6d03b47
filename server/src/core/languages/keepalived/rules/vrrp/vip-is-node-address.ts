import { isLinkLocal6 } from "../../../../net/address.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, type Text, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import type { Named } from "../../model/instanceAddresses.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const isSource = text('The virtual address "{0}" is the own address of this node', '虚拟地址"{0}"是本机自己的地址');
const isPeer = text('The virtual address "{0}" is the address of a peer', '虚拟地址"{0}"是某个对端的地址');
const there = text("It is used here", "在此处使用");

/** keepalived/vrrp/vrrp_ipaddress.c: virtual addresses are removed when the node becomes BACKUP. */
export const vipIsNodeAddress: ConfigurationRule<Globals> = {
  id: "keepalived/vip-is-node-address",
  severity: "warning",
  scope: "configuration",
  reads: ["vrrp_instance"],
  summary: text("A virtual address that is also the own address of a node.", "虚拟地址同时是某个节点自己的地址。"),
  why: text(
    "A virtual address moves between the nodes. As BACKUP the node removes it, and with it the address that its adverts come from; as the address of a peer it is on two hosts at once. Take an address that no host has; only an owner with priority 255 uses its own.",
    "虚拟地址会在节点间迁移。节点转为 BACKUP 时会删除它，连同自己发送通告所用的地址；若是对端的地址，则会同时出现在两台主机上。应使用没有被任何主机占用的地址；只有优先级为 255 的拥有者才使用自己的地址。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.1/24
#       ^^^^^^^^^^^^ own address of this node
        192.0.2.2/24
#       ^^^^^^^^^^^^ address of a peer
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
    }
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
    mcast_src_ip 192.0.2.1
    virtual_ipaddress {
        192.0.2.1/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    const instances = configuration.all("vrrp_instance").map((block) => readInstance(block, globals, version));
    const taken = new Map<string, { named: Named; message: Text }>();
    for (const { source, peers } of instances) {
      for (const peer of peers) taken.set(keyOf(peer), { named: peer, message: isPeer });
      if (source !== undefined) taken.set(keyOf(source), { named: source, message: isSource });
    }
    for (const { listed, priority } of instances) {
      for (const vip of listed) {
        const found = taken.get(keyOf(vip));
        if (found === undefined || isLinkLocal6(vip.address)) continue;
        const { named, message } = found;
        if (message === isSource && priority === owner) continue;
        report({
          at: vip.bound.at(vip.word),
          message: fill(message, vip.word.value),
          related: [{ ...named.bound.at(named.word), message: there }],
        });
      }
    }
  },
};

function keyOf({ address }: Named): string {
  return address.bytes.join(".");
}

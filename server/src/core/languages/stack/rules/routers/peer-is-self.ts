import type { Host } from "../../../../model/cluster/host.ts";
import { sameAddress } from "../../../../net/address.ts";
import { removeStatement } from "../../../../rules/fixes.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { hosts } from "../../model/parts.ts";

const message = text('The peer "{0}" is {1} itself', '对端"{0}"就是 {1} 自己');
const own = text("This is an address of {0}", "这是 {0} 的地址");

/** keepalived.conf(5): unicast_peer lists the other nodes. What the instance's own file tells is judged there. */
export const peerIsSelf: ClusterRule<Host> = {
  id: "stack/peer-is-self",
  severity: "warning",
  scope: "cluster",
  parts: hosts,
  summary: text("A peer that is an address of the same host.", "对端列表中包含本机的地址。"),
  why: text(
    "The list is meant for the other nodes; adverts to itself tell a node nothing, and keepalived logs them as coming from a remote host with its own address. The address is known from `.ha-config.json`, from another file of the host or from its name.",
    "列表应只写其他节点，发给自己的通告没有意义，keepalived 还会在日志中把它们当作来自使用本机地址的远端主机。该地址由 `.ha-config.json`、该主机的其他文件或主机名得知。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    unicast_peer {
        192.0.2.1
#       ^^^^^^^^^ The peer "192.0.2.1" is lb1 itself
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    unicast_peer {
        192.0.2.1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- .ha-config.json
{
  "hosts": {
    "lb1": { "files": ["lb1/**"], "addresses": { "eth0": ["192.0.2.1/24"] } },
    "lb2": { "files": ["lb2/**"], "addresses": { "eth0": ["192.0.2.2/24"] } }
  }
}
`,
  ],
  good: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    unicast_peer {
        192.0.2.2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    unicast_peer {
        192.0.2.1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
#- .ha-config.json
{
  "hosts": {
    "lb1": { "files": ["lb1/**"], "addresses": { "eth0": ["192.0.2.1/24"] } },
    "lb2": { "files": ["lb2/**"], "addresses": { "eth0": ["192.0.2.2/24"] } }
  }
}
`,
  ],
  check(host, { report }) {
    for (const { peers, source } of host.facts.instances) {
      for (const { address, text: written, at, line } of peers) {
        // The source is in the same file, and a rule of that language has its say.
        if (source !== undefined && sameAddress(source.address, address)) continue;
        const found = host.addresses.find((one) => one.isGuess !== true && sameAddress(one.address, address));
        if (found === undefined) continue;
        report({
          at,
          message: fill(message, written, host.name),
          related: found.at === undefined ? [] : [{ ...found.at, message: fill(own, host.name) }],
          fixes: line === undefined ? [] : [removeStatement(line, "unsafe")],
        });
      }
    }
  },
};

import { removeStatement, replace } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const multicast = text(
  '"{0}" without peers in "unicast_peer": adverts are sent by multicast',
  '写了"{0}"但"unicast_peer"中没有对端：通告将以组播发送',
);
const fault = text(
  'Without peers in "unicast_peer" the instance stays in FAULT',
  '"unicast_peer"中没有对端，实例会一直处于 FAULT',
);

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance. */
export const unicastPeerMissing: BlockRule<Globals> = {
  id: "keepalived/unicast-peer-missing",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("An instance set up for unicast that lists no peers.", "实例按单播配置，却没有列出对端。"),
  why: text(
    "keepalived falls back to multicast and calls that deprecated. Clouds and many routed networks drop multicast, so every node then becomes MASTER. With `unicast_fault_no_peer` it stays in FAULT instead.",
    "keepalived 会退回组播，并提示这种用法已弃用。云环境和许多跨网段的网络会丢弃组播，结果各节点都成为 MASTER。写了 `unicast_fault_no_peer` 时则一直处于 FAULT。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_src_ip 192.0.2.1
#   ^^^^^^^^^^^^^^ sent by multicast
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_peer {
#   ^^^^^^^^^^^^ sent by multicast
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
    unicast_fault_no_peer
#   ^^^^^^^^^^^^^^^^^^^^^ warning: Without peers
    unicast_peer {
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
    mcast_src_ip 192.0.2.1
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const { unicastWords, unicast } = readInstance(block, globals, version);
    const word = unicastWords.find(({ head }) => head.value === "unicast_peer") ?? unicastWords[0];
    if (word === undefined || unicast || mayHoldMore(block)) return;
    const guard = block.find("unicast_fault_no_peer");
    if (guard !== undefined) {
      report({ at: guard.at(guard.head), message: fault, severity: "warning" });
      return;
    }
    const { head } = word;
    const plain = unicastWords.length === 1 && head.value === "unicast_src_ip";
    report({
      at: word.at(head),
      message: fill(multicast, head.value),
      fixes: [plain ? replace(word, head, "mcast_src_ip", "unsafe") : removeStatement(word, "unsafe")],
    });
  },
};

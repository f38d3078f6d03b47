import { sameAddress } from "../../../../net/address.ts";
import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import type { Named } from "../../model/instanceAddresses.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('The peer "{0}" is listed twice', '对端"{0}"写了两次');
const first = text("It is listed here", "已写在此处");

/** keepalived/vrrp/vrrp_data.c: alloc_vrrp_unicast_peer, since 2.3.3. */
export const peerDuplicate: BlockRule<Globals> = {
  id: "keepalived/peer-duplicate",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("A unicast peer listed twice.", "单播对端重复。"),
  why: text(
    "keepalived reports the second one and drops it; versions before 2.3.3 silently send each advert twice.",
    "keepalived 会报出并丢弃第二个；2.3.3 之前的版本会默默把每个通告发送两次。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    unicast_peer {
        192.0.2.2
        192.0.2.2
#       ^^^^^^^^^ listed twice
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
    const severity = atLeast(version, "2.3.3") ? "error" : "information";
    const seen: Named[] = [];
    for (const peer of readInstance(block, globals, version).peers) {
      const before = seen.find((other) => sameAddress(other.address, peer.address));
      if (before === undefined) {
        seen.push(peer);
        continue;
      }
      report({
        at: peer.bound.at(peer.word),
        message: fill(message, peer.word.value),
        severity,
        related: [{ ...before.bound.at(before.word), message: first }],
        fixes: [removeStatement(peer.bound, "safe")],
      });
    }
  },
};

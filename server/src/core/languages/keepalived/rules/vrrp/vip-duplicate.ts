import { sameAddress } from "../../../../net/address.ts";
import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import type { ListedVip } from "../../model/instanceAddresses.ts";
import { readInstance } from "../../model/vrrpInstance.ts";

const message = text('The address "{0}" is listed twice', '地址"{0}"写了两次');
const first = text("It is listed here", "已写在此处");

/** keepalived/vrrp/vrrp_data.c: vip_is_duplicate, since 2.3.3. */
export const vipDuplicate: BlockRule<Globals> = {
  id: "keepalived/vip-duplicate",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text("A virtual address listed twice in one instance.", "同一实例中虚拟地址重复。"),
  why: text(
    "keepalived reports the second one and drops it. Versions before 2.3.3 silently advertise it twice, and nodes whose lists differ by it drop each other's adverts.",
    "keepalived 会报出并丢弃第二个。2.3.3 之前的版本会默默通告两次，而列表因此不同的节点会丢弃彼此的通告。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.10/32 dev eth1
#       ^^^^^^^^^^^^^ listed twice
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        2001:db8::1/64
    }
    virtual_ipaddress_excluded {
        2001:db8:0::1/64
#       ^^^^^^^^^^^^^^^^ listed twice
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
    virtual_ipaddress_excluded {
        192.0.2.10/24 dev eth1
    }
}
`,
  ],
  check(block, { report, globals, version }) {
    const reported = atLeast(version, "2.3.3");
    const seen: ListedVip[] = [];
    for (const address of readInstance(block, globals, version).listed) {
      const before = seen.find((other) => isSame(other, address));
      if (before === undefined) {
        seen.push(address);
        continue;
      }
      report({
        at: address.bound.at(address.word),
        message: fill(message, address.word.value),
        severity: reported ? "error" : "warning",
        related: [{ ...before.bound.at(before.word), message: first }],
        fixes: [removeStatement(address.bound, reported ? "safe" : "unsafe")],
      });
    }
  },
};

/** Only where one of two is excluded the interface makes a difference. */
function isSame(before: ListedVip, later: ListedVip): boolean {
  if (!sameAddress(before.address, later.address)) return false;
  return (!before.excluded && !later.excluded) || deviceOf(before) === deviceOf(later);
}

function deviceOf({ bound }: ListedVip): string | undefined {
  return bound.value("dev")?.word.value;
}

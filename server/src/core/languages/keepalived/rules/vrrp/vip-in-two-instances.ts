import { isLinkLocal6 } from "../../../../net/address.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import type { ListedVip } from "../../model/instanceAddresses.ts";
import { type Instance, readInstance } from "../../model/vrrpInstance.ts";

const message = text('The address "{0}" also belongs to "{1}"', '地址"{0}"也属于"{1}"');
const first = text("It is listed here", "已写在此处");

/** keepalived/vrrp/vrrp_ipaddress.c: each instance adds and removes its addresses on its own. */
export const vipInTwoInstances: ConfigurationRule<Globals> = {
  id: "keepalived/vip-in-two-instances",
  severity: "warning",
  scope: "configuration",
  reads: ["vrrp_instance"],
  summary: text("One virtual address in two instances.", "同一个虚拟地址写在两个实例中。"),
  why: text(
    "The instances are elected independently, so two nodes can hold the address at the same time, and one that becomes BACKUP takes the address away from the other on the same node. List it once; a sync group keeps instances together.",
    "各实例独立选举，两个节点可能同时持有该地址；同一节点上，一个实例转为 BACKUP 时还会把另一个实例的地址删掉。地址只应写一次；需要同步切换时请用同步组。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    virtual_ipaddress {
        192.0.2.10/24
#       ^^^^^^^^^^^^^ also belongs to "VI_1"
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
        fe80::10/64
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 51
    virtual_ipaddress {
        fe80::10/64
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    const seen = new Map<string, { vip: ListedVip; block: Bound }>();
    for (const block of configuration.all("vrrp_instance")) {
      const instance = readInstance(block, globals, version);
      for (const vip of instance.listed) {
        const key = keyOf(vip, instance);
        const before = seen.get(key);
        if (before === undefined) seen.set(key, { vip, block });
        else if (before.block.name !== block.name) {
          report({
            at: vip.bound.at(vip.word),
            message: fill(message, vip.word.value, before.block.name),
            related: [{ ...before.vip.bound.at(before.vip.word), message: first }],
          });
        }
      }
    }
  },
};

/** Link-local addresses are apart on each interface. */
function keyOf({ bound, address }: ListedVip, instance: Instance): string {
  const bytes = address.bytes.join(".");
  if (!isLinkLocal6(address)) return bytes;
  return `${bytes}%${bound.value("dev")?.word.value ?? instance.interface?.nameWord.value ?? ""}`;
}

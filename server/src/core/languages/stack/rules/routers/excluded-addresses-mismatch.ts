import type { VirtualRouter } from "../../../../model/cluster/host.ts";
import type { ClusterRule } from "../../../../rules/rule.ts";
import { titles } from "../../../../schema/fixTitles.ts";
import { fill, text } from "../../../../text/localized.ts";
import { addFix, removeFix, without } from "../../model/addressLists.ts";
import { hostNames } from "../../model/compare.ts";
import { hearingRouters } from "../../model/parts.ts";

const message = text("{0} is not on {1}: it does not move there", "{1} 上没有 {0}：切换后该地址消失");
const addTitle = text("Add {0} on {1}", "在 {1} 上添加 {0}");

const lacks = text("{0} does not list it", "{0} 没有列出它");

/** keepalived.conf(5): virtual_ipaddress_excluded. Adverts do not carry these, so nothing compares them. */
export const excludedAddressesMismatch: ClusterRule<VirtualRouter> = {
  id: "stack/excluded-addresses-mismatch",
  severity: "information",
  scope: "cluster",
  parts: hearingRouters,
  summary: text("An excluded address that only some nodes have.", "只有部分节点配置了某个 excluded 地址。"),
  why: text(
    "Addresses in `virtual_ipaddress_excluded` are set and removed with the others, but adverts leave them out, so that no node can notice a difference. Where another node becomes MASTER that does not list the address, nobody has it any more.",
    "`virtual_ipaddress_excluded` 中的地址与其他地址一起设置和删除，但通告中不含它们，因此任何节点都发现不了差异。若成为 MASTER 的节点没有写这个地址，就再没有节点持有它。",
  ),
  bad: [
    `
#- lb1/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
    virtual_ipaddress_excluded {
        192.0.2.11/24
        192.0.2.12/24
#       ^^^^^^^^^^^^^ 192.0.2.12 is not on lb2: it does not move there
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
    virtual_ipaddress_excluded {
        192.0.2.11/24
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
    virtual_ipaddress {
        192.0.2.10/24
    }
    virtual_ipaddress_excluded {
        192.0.2.11/24
        192.0.2.12/24
    }
}
#- lb2/keepalived.conf
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
    virtual_ipaddress_excluded {
        192.0.2.12/24
        192.0.2.11/24
    }
}
`,
  ],
  check({ members }, { report }) {
    const known = members.filter(({ instance }) => !instance.isPartial && !instance.addressesAreUnknown);
    for (const { instance } of known) {
      for (const address of instance.addresses.filter((one) => one.isExcluded)) {
        // An address that another node advertises is a difference of the other lists.
        const lacking = known.filter((other) => without([address], other.instance.addresses).length > 0);
        if (lacking.length === 0) continue;
        const names = hostNames(lacking.map((member) => ({ member })));
        report({
          at: address.at,
          message: fill(message, address.text, names),
          related: lacking.map((other) => ({ ...other.instance.at, message: fill(lacks, other.host.name) })),
          fixes: [
            ...addFix(
              [address],
              lacking.map((other) => other.instance.addresses.filter((one) => one.isExcluded)),
              fill(addTitle, address.text, names),
            ),
            ...removeFix([address], fill(titles.remove, address.text)),
          ],
        });
      }
    }
  },
};

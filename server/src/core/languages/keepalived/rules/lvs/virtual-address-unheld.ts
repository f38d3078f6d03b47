import type { Configuration } from "../../../../model/configuration.ts";
import { addressKey } from "../../../../net/address.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { endpointOf } from "../../model/lvs.ts";

const message = text('No instance of this file holds "{0}"', '此配置中没有实例持有"{0}"');

const lists = ["virtual_ipaddress", "virtual_ipaddress_excluded", "static_ipaddress"];

export const virtualAddressUnheld: ConfigurationRule<Globals> = {
  id: "keepalived/virtual-address-unheld",
  severity: "information",
  scope: "configuration",
  reads: ["virtual_server", "virtual_server_group", ...lists],
  summary: text(
    "A virtual server on an address that no VRRP instance holds.",
    "虚拟服务器使用的地址不由任何 VRRP 实例持有。",
  ),
  why: text(
    "`virtual_server` does not set up its address. Packets only arrive if the node holds it, usually as a VIP of a `vrrp_instance`; a typing error in one of the two leaves the service unreachable. Ignore this if the address is set up elsewhere, or routed to the node.",
    "`virtual_server` 不会配置地址。节点持有该地址（通常是某个 `vrrp_instance` 的 VIP）时才会收到报文；两处只要有一处写错，服务就无法访问。若地址由其他方式配置或路由到本机，可忽略此提示。",
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
virtual_server 192.0.2.100 80 {
#              ^^^^^^^^^^^ No instance of this file holds "192.0.2.100"
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
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
}
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check(configuration, { report }) {
    if (configuration.incomplete) return;
    const held = heldAddresses(configuration);
    if (held === undefined || held.size === 0) return;
    const used = [...configuration.all("virtual_server"), ...configuration.all("virtual_server_group").flatMap(lines)];
    for (const bound of used) {
      const endpoint = endpointOf(bound);
      // A range is mostly routed to the node, not held by it.
      if (endpoint?.address === undefined || /[-/]/.test(endpoint.word.value)) continue;
      if (held.has(addressKey(endpoint.word.value))) continue;
      report({ at: bound.at(endpoint.word), message: fill(message, endpoint.word.value) });
    }
  },
};

/** All addresses that instances hold; undefined where some cannot be known. */
function heldAddresses(configuration: Configuration): ReadonlySet<string> | undefined {
  const entries = lists.flatMap((list) => configuration.all(list).flatMap(lines));
  const words = entries.flatMap((entry) => entry.value("address")?.word ?? []);
  if (words.some((word) => word.unknown === true)) return undefined;
  return new Set(words.map((word) => addressKey(word.value.replace(/\/.*$/, ""))));
}

function lines(block: Bound): readonly Bound[] {
  return block.children;
}

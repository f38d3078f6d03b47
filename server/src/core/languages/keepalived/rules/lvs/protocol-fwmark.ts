import { removeStatement } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { hasAddress, type Service, services } from "../../model/lvs.ts";

const message = text(
  'A service with a firewall mark has no protocol: "protocol" is ignored',
  '防火墙标记服务没有协议，"protocol"会被忽略',
);

/** keepalived/check/check_data.c: validate_check_config. */
export const protocolFwmark: PartRule<Service, Globals> = {
  id: "keepalived/protocol-fwmark",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text(
    "`protocol` in a service that is named by a firewall mark.",
    "用防火墙标记命名的服务中写了 `protocol`。",
  ),
  why: text(
    "The firewall rules that set the mark decide which packets belong to the service, of whatever protocol. keepalived ignores the line and complains about it.",
    "哪些报文属于该服务由打标记的防火墙规则决定，与协议无关。keepalived 会忽略这一行并给出警告。",
  ),
  bad: [
    `
virtual_server fwmark 5 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
#   ^^^^^^^^ "protocol" is ignored
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  good: [
    `
virtual_server_group web {
    192.0.2.10 80
    fwmark 5
}
virtual_server group web {
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
  check(service, { report }) {
    const protocol = service.bound.find("protocol");
    if (protocol === undefined || hasAddress(service)) return;
    if (service.group !== undefined && mayHoldMore(service.group.bound)) return;
    report({
      at: protocol.at(protocol.head),
      message,
      tag: "unnecessary",
      fixes: [removeStatement(protocol, "safe")],
    });
  },
};

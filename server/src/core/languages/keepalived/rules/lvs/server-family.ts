import { removeStatement } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { familyNamed, readService } from "../../model/lvs.ts";

const message = text(
  '"{0}" is IPv{1} but the service is IPv{2}: the server is dropped',
  '"{0}"为 IPv{1}，而该服务为 IPv{2}，此服务器会被丢弃',
);
const declared = text('"{0}" comes too late: the service is IPv{1} already', '"{0}"写得太晚：该服务已确定为 IPv{1}');
const late = text(
  "This comes too late: a server takes over what stands above it",
  "写得太晚：服务器只继承写在它之前的设置",
);

/** keepalived/check/check_parser.c: rs_end_handler, vs_end_handler, ip_family_handler. */
export const serverFamily: BlockRule<Globals> = {
  id: "keepalived/server-family",
  severity: "error",
  scope: "block",
  on: ["virtual_server"],
  summary: text(
    "A real or sorry server of another address family than its service.",
    "真实服务器或 sorry 服务器与服务的地址族不同。",
  ),
  why: text(
    "`NAT` and `DR` cannot turn IPv4 into IPv6 packets, so keepalived drops the server. Only `TUN` may lead to the other family, and `lb_kind TUN` must then stand above the server. A service without an address of its own has the family of its first server.",
    "`NAT` 和 `DR` 不能在 IPv4 与 IPv6 之间转换，keepalived 会丢弃该服务器。只有 `TUN` 可以指向另一地址族，且 `lb_kind TUN` 必须写在服务器之前。没有自身地址的服务采用其第一台服务器的地址族。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    sorry_server 2001:db8::99 80
#                ^^^^^^^^^^^^ is IPv6 but the service is IPv4
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 2001:db8::12 80 {
#               ^^^^^^^^^^^^ is IPv6 but the service is IPv4
        PING_CHECK {
        }
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    ip_family inet6
#             ^^^^^ "inet6" comes too late
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
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind TUN
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 2001:db8::12 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server fwmark 5 {
    lb_algo rr
    lb_kind DR
    real_server 2001:db8::11 {
        PING_CHECK {
        }
    }
}
`,
  ],
  check(block, { report }) {
    const service = readService(block);
    if (service === undefined) return;
    for (const { bound, endpoint, family, late: tunnel } of service.strangers) {
      report({
        at: bound.at(endpoint.word),
        message: fill(message, endpoint.word.value, endpoint.family ?? 4, family),
        related: tunnel === undefined ? [] : [{ ...tunnel.at(tunnel.head), message: late }],
      });
    }
    for (const { bound, family } of service.against) {
      const wanted = bound.keyword?.name === "ip_family" ? familyNamed(bound.name) : undefined;
      if (wanted === undefined || wanted === family) continue;
      report({
        at: bound.at(bound.nameWord),
        message: fill(declared, bound.name, family),
        fixes: [removeStatement(bound, "safe")],
      });
    }
  },
};

import { removeStatement } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { hasAddress, type Service, services } from "../../model/lvs.ts";

const message = text('"ops" is only for UDP; this service is {0}', '"ops"只用于 UDP，而该服务为 {0}');
const set = text("The protocol is set here", "协议在此处设定");

/** keepalived/check/check_data.c: validate_check_config. */
export const opsProtocol: PartRule<Service, Globals> = {
  id: "keepalived/ops-protocol",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text("`ops` in a service that is not UDP.", "非 UDP 服务中写了 `ops`。"),
  why: text(
    "One-packet scheduling chooses a server for each packet anew, which would tear a TCP connection apart. keepalived therefore switches it off again.",
    "单包调度为每个报文重新选择服务器，会把 TCP 连接拆散，因此 keepalived 会将其关闭。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    ops
#   ^^^ only for UDP; this service is TCP
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
virtual_server 192.0.2.10 53 {
    lb_algo rr
    lb_kind NAT
    ops
    protocol UDP
    real_server 198.51.100.11 53 {
        DNS_CHECK {
        }
    }
}
`,
  ],
  check(service, { report }) {
    const { bound } = service;
    const ops = bound.find("ops");
    const protocol = bound.find("protocol");
    const value = protocol?.values[0];
    if (ops === undefined || protocol === undefined || value === undefined) return;
    if (!["TCP", "SCTP"].includes(String(value.data)) || !hasAddress(service)) return;
    report({
      at: ops.at(ops.head),
      message: fill(message, String(value.data)),
      related: [{ ...protocol.at(value.word), message: set }],
      fixes: [removeStatement(ops, "safe")],
    });
  },
};

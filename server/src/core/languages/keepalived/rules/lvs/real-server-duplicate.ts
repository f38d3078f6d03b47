import { sameAddress } from "../../../../net/address.ts";
import { removeStatement } from "../../../../rules/fixes.ts";
import { isSamePlace } from "../../../../rules/generic/place.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { type Server, type Service, services } from "../../model/lvs.ts";

const twice = text('The real server "{0}" stands twice: this block is ignored', '真实服务器"{0}"重复，此块会被忽略');
const same = text(
  'The real server "{0}" stands twice: without a port it has that of the service',
  '真实服务器"{0}"重复：没有写端口时使用服务的端口',
);
const first = text("The first one", "第一处");

/** keepalived/check/check_data.c: validate_check_config, which compares before it puts missing ports in. */
export const realServerDuplicate: PartRule<Service, Globals> = {
  id: "keepalived/real-server-duplicate",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text("The same real server twice in a service.", "同一个服务中重复写了同一台真实服务器。"),
  why: text(
    "keepalived keeps the first block and drops the second with its checks and weight. If one of the two has no port it notices nothing, and both then change the same entry of the kernel.",
    "keepalived 保留第一块，丢弃第二块及其检查和权重。若其中一处没写端口则不会发现，之后两者会修改内核中的同一条目。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 198.51.100.11 80 {
#               ^^^^^^^^^^^^^ error: The real server "198.51.100.11" stands twice
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 198.51.100.11 {
#               ^^^^^^^^^^^^^ warning: The real server "198.51.100.11" stands twice: without
        PING_CHECK {
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 198.51.100.11 8080 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check(service, { report }) {
    for (const { bound, of } of service.copies) {
      report({
        at: bound.at(bound.nameWord),
        message: fill(twice, bound.name),
        related: [{ ...of.at(of.nameWord), message: first }],
        // A loop writes both in one place.
        fixes: isSamePlace(bound, of) ? [] : [removeStatement(bound, "unsafe")],
      });
    }
    for (const [index, server] of service.servers.entries()) {
      const before = service.servers.slice(0, index).find((other) => becomesSame(service, other, server));
      if (before === undefined) continue;
      report({
        at: server.bound.at(server.endpoint.word),
        severity: "warning",
        message: fill(same, server.bound.name),
        related: [{ ...before.bound.at(before.endpoint.word), message: first }],
      });
    }
  },
};

/** Whether one of two servers of one address has no port and so gets the other's, which is the service's. */
function becomesSame({ endpoint }: Service, a: Server, b: Server): boolean {
  const { port } = endpoint ?? {};
  if (!port || a.endpoint.address === undefined || b.endpoint.address === undefined) return false;
  if (!sameAddress(a.endpoint.address, b.endpoint.address)) return false;
  const [one, other] = [a.endpoint.port, b.endpoint.port];
  return (one === 0 && other === port) || (one === port && other === 0);
}

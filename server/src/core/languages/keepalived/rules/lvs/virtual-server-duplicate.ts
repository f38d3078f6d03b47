import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { addressKey } from "../../../../net/address.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { type Service, services } from "../../model/lvs.ts";
import { bareAddress } from "../../values/endpoint.ts";

const message = text(
  "The same service stands above already: both change one entry of the kernel",
  "上面已有相同的服务，两者会修改内核中的同一条目",
);
const first = text("The first one", "第一处");

/** keepalived/check/ipwrapper.c: init_service_vs; the kernel knows a service by address, port and protocol. */
export const virtualServerDuplicate: ConfigurationRule<Globals> = {
  id: "keepalived/virtual-server-duplicate",
  severity: "warning",
  scope: "configuration",
  reads: ["virtual_server", "virtual_server_group"],
  summary: text("Two virtual servers of one address, port and protocol.", "两个虚拟服务器的地址、端口和协议都相同。"),
  why: text(
    "The kernel has one entry for them. keepalived does not notice, so the real servers of both end up in one pool, with the scheduler of the first, and each block adds and removes servers as if it were alone.",
    "它们在内核中只有一个条目。keepalived 不会发现，两块的真实服务器会混入同一个池，使用第一块的调度算法，而每一块都当作只有自己那样增删服务器。",
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
}
virtual_server 192.0.2.10 80 {
#              ^^^^^^^^^^ stands above already
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.12 80 {
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
    protocol TCP
    real_server 198.51.100.11 53 {
        TCP_CHECK {
        }
    }
}
virtual_server 192.0.2.10 53 {
    lb_algo rr
    lb_kind NAT
    protocol UDP
    real_server 198.51.100.11 53 {
        DNS_CHECK {
        }
    }
}
`,
  ],
  check(configuration, { report }) {
    const seen = new Map<string, Bound>();
    for (const service of services(configuration)) {
      const key = identity(service);
      const { bound } = service;
      const before = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && before === undefined) seen.set(key, bound);
      if (before === undefined) continue;
      report({
        at: bound.at(bound.nameWord),
        message,
        related: [{ ...before.at(before.nameWord), message: first }],
      });
    }
  },
};

/** What the kernel knows a service by; undefined where that cannot be told. */
function identity({ bound, endpoint, family }: Service): string | undefined {
  const mark = bound.value("fwmark");
  if (mark !== undefined) return mark.word.unknown === true || family === undefined ? undefined : `${family} ${mark.data}`;
  const protocol = bound.find("protocol")?.values[0];
  if (endpoint?.address === undefined || endpoint.port === undefined || protocol?.word.unknown === true) return undefined;
  return `${addressKey(bareAddress(endpoint.word.value))} ${endpoint.port} ${protocol?.data ?? "UDP"}`;
}

import { addressKey } from "../../../../net/address.ts";
import { withoutRereads } from "../../../../rules/generic/place.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('The service "{0}" is defined already', '服务"{0}"已经定义过');
const before = text("It is defined here before", "此前已在此处定义");

/** keepalived/check/check_parser.c: vs_handler compares nothing; the kernel has one service for both. */
export const duplicateVirtualServer: ConfigurationRule<Globals> = {
  id: "keepalived/duplicate-virtual-server",
  severity: "warning",
  scope: "configuration",
  reads: ["virtual_server"],
  summary: text(
    "Two `virtual_server` blocks with the same address, port and protocol.",
    "两个 `virtual_server` 块的地址、端口和协议相同。",
  ),
  why: text(
    "Both stand for one service in the kernel. The blocks change the same entry with their own scheduler, servers and checks, and a server that one of them takes out may stay because of the other. Write all real servers in one block.",
    "两者在内核中是同一个服务：各自以自己的调度算法、真实服务器和检查去修改同一条目，一方移除的服务器可能因另一方而保留。应把所有真实服务器写在同一个块中。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 192.0.2.21 80 {
        TCP_CHECK {
        }
    }
}
virtual_server 192.0.2.10 80 {
#              ^^^^^^^^^^ The service "192.0.2.10 80" is defined already
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 192.0.2.22 80 {
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
    real_server 192.0.2.21 53 {
        TCP_CHECK {
        }
    }
}
virtual_server 192.0.2.10 53 {
    lb_algo rr
    lb_kind NAT
    protocol UDP
    real_server 192.0.2.21 53 {
        DNS_CHECK {
        }
    }
}
`,
  ],
  check(configuration, { report }) {
    const byKey = new Map<string, Bound[]>();
    for (const server of withoutRereads(configuration.all("virtual_server"), (bound) => bound)) {
      const key = keyOf(server);
      if (key === undefined) continue;
      const [first] = byKey.get(key) ?? [];
      byKey.set(key, [...(byKey.get(key) ?? []), server]);
      if (first === undefined) continue;
      const words = server.values.filter((value) => value.name !== "form").map((value) => value.word.value);
      report({
        at: server.at(server.nameWord),
        message: fill(message, words.join(" ")),
        related: [{ ...first.at(first.nameWord), message: before }],
      });
    }
  },
};

/** Equal for blocks that are one service to the kernel; undefined where that cannot be told. */
function keyOf(server: Bound): string | undefined {
  const protocol = server.find("protocol")?.values[0];
  if ([...server.values, ...(protocol === undefined ? [] : [protocol])].some((value) => value.word.unknown))
    return undefined;
  const address = server.value("address")?.data;
  // Services by firewall mark are told apart by the family of their servers too.
  if (typeof address !== "string" || parseFailed(server)) return undefined;
  const port = server.value("port")?.data ?? 0;
  return [addressKey(address), String(port), String(protocol?.data ?? "").toUpperCase()].join(" ");
}

function parseFailed(server: Bound): boolean {
  return Number.isNaN(server.value("port")?.data);
}

import { insertInto } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { connecting, isOnlyHosts, serverOf } from "../../model/checkers.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { endpointOf } from "../../model/lvs.ts";

const message = text(
  '"{0}" has no port to connect to: neither the real server nor "connect_port" gives one',
  '"{0}"没有可连接的端口：真实服务器没有写端口，也没有"connect_port"',
);
const here = text("The real server without a port", "没有端口的真实服务器");

/** keepalived/check/check_api.c: queue_checker copies the server's port before the service's is put in. */
export const checkerPort: BlockRule<Globals> = {
  id: "keepalived/checker-port",
  severity: "warning",
  scope: "block",
  on: connecting.filter((name) => name !== "PING_CHECK"),
  summary: text(
    "A check without a port: the real server has none, and there is no `connect_port`.",
    "检查没有端口：真实服务器没有写端口，也没有 `connect_port`。",
  ),
  why: text(
    "A real server without a port takes over that of the service, but its checks do not: they connect to port 0, fail and take the server out.",
    "没有写端口的真实服务器会采用服务的端口，但它的检查不会：检查会连接 0 端口，必然失败，服务器因此被摘除。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 198.51.100.11 {
        TCP_CHECK {
#       ^^^^^^^^^ has no port to connect to
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 198.51.100.11 {
        TCP_CHECK {
            connect_port 80
        }
    }
    real_server 198.51.100.12 {
        PING_CHECK {
        }
    }
}
`,
  ],
  check(check, { report }) {
    const server = serverOf(check);
    if (server === undefined || endpointOf(server)?.port !== 0) return;
    if (check.has("connect_port") || isOnlyHosts(check) || mayHoldMore(check)) return;
    const port = server.parent === undefined ? undefined : endpointOf(server.parent)?.port;
    report({
      at: check.at(check.head),
      message: fill(message, check.keyword?.name ?? ""),
      related: [{ ...server.at(server.nameWord), message: here }],
      fixes: port ? [insertInto(check, `connect_port ${port}`, "unsafe")] : [],
    });
  },
};

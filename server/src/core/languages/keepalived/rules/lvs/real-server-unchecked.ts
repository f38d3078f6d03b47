import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { checksOf } from "../../model/checkers.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const all = text(
  "No real server of this service is checked: all of them count as healthy for ever",
  "该服务的真实服务器都没有健康检查，始终视为健康",
);
const one = text(
  "This real server is not checked and counts as healthy for ever",
  "该真实服务器没有健康检查，始终视为健康",
);

/** keepalived/check/check_data.c: alloc_rs, ipwrapper.c: init_service_rs. */
export const realServerUnchecked: BlockRule<Globals> = {
  id: "keepalived/real-server-unchecked",
  severity: "information",
  scope: "block",
  on: ["virtual_server"],
  summary: text("A real server without a health check.", "真实服务器没有健康检查。"),
  why: text(
    "Nothing notices when such a server fails: it stays in the table, and its share of the clients gets no answer. That is fine only if something outside of keepalived takes care of it.",
    "这样的服务器出现故障时无从发现：它仍留在转发表中，分到它的客户端得不到响应。只有由 keepalived 之外的机制负责时才可以这样写。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
#              ^^^^^^^^^^ No real server of this service is checked
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        weight 1
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 198.51.100.12 80 {
#               ^^^^^^^^^^^^^ This real server is not checked
        weight 1
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
}
`,
  ],
  check(service, { report }) {
    const servers = service.all("real_server");
    const bare = servers.filter((server) => checksOf(server).length === 0 && !mayHoldMore(server));
    if (bare.length === 0) return;
    if (bare.length === servers.length) {
      report({ at: service.at(service.nameWord), message: all });
      return;
    }
    for (const server of bare) report({ at: server.at(server.nameWord), message: one });
  },
};

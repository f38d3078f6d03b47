import { belowEdit, removeStatement } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { type Service, sameEndpoint, services } from "../../model/lvs.ts";

const on = text(
  '"{0}" is also a real server with "inhibit_on_failure", so "sorry_server_inhibit" is set too',
  '"{0}"同时是带有"inhibit_on_failure"的真实服务器，因此也会设置"sorry_server_inhibit"',
);
const off = text(
  '"{0}" is also a real server without "inhibit_on_failure", so "sorry_server_inhibit" is cleared',
  '"{0}"同时是没有"inhibit_on_failure"的真实服务器，因此"sorry_server_inhibit"会被清除',
);
const same = text("The same server as a real server", "同一台服务器作为真实服务器");
const insert = text('Insert "sorry_server_inhibit"', '插入"sorry_server_inhibit"');

/** keepalived/check/check_data.c: validate_check_config. */
export const sorryServerInhibit: PartRule<Service, Globals> = {
  id: "keepalived/sorry-server-inhibit",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text(
    "A sorry server that is also a real server, with another inhibit setting.",
    "sorry 服务器同时也是真实服务器，但两处的 inhibit 设置不同。",
  ),
  why: text(
    "The kernel has one entry for the server, which can be either removed or set to weight 0 when it fails. keepalived takes the setting of the real server for both.",
    "该服务器在内核中只有一个条目，故障时要么删除、要么把权重置 0。keepalived 会统一采用真实服务器的设置。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    inhibit_on_failure
    sorry_server 198.51.100.11 80
#                ^^^^^^^^^^^^^ "sorry_server_inhibit" is set too
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
    real_server 198.51.100.12 80 {
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
    lb_kind NAT
    protocol TCP
    inhibit_on_failure
    sorry_server 198.51.100.11 80
    sorry_server_inhibit
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
  ],
  check({ bound, sorry, servers }, { report }) {
    if (sorry === undefined) return;
    const server = servers.find((one) => sameEndpoint(one.endpoint, sorry.endpoint));
    if (server === undefined) return;
    const switchBound = bound.children.slice(bound.children.indexOf(sorry.bound)).find(isInhibit);
    const wanted = server.bound.flag("inhibit_on_failure") ?? bound.has("inhibit_on_failure");
    if (wanted === (switchBound !== undefined)) return;
    const { word } = sorry.endpoint;
    report({
      at: sorry.bound.at(word),
      message: fill(wanted ? on : off, word.value),
      related: [{ ...server.bound.at(server.endpoint.word), message: same }],
      fixes: [
        switchBound === undefined
          ? { title: insert, safety: "safe", edits: [belowEdit(sorry.bound, "sorry_server_inhibit")] }
          : removeStatement(switchBound, "safe"),
      ],
    });
  },
};

function isInhibit(statement: Bound): boolean {
  return statement.keyword?.name === "sorry_server_inhibit";
}

import { insertInto } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { endpointOf, isMark, type Service, services } from "../../model/lvs.ts";

const message = text(
  'A service of all ports needs persistence: "persistence_timeout 360" is used',
  '没有端口的服务必须使用持久连接，将使用"persistence_timeout 360"',
);
const entry = text("This entry has no port", "该条目没有端口");

/** keepalived/check/check_data.c: validate_check_config. */
export const persistenceMissing: PartRule<Service, Globals> = {
  id: "keepalived/persistence-missing",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text(
    "A service without a port, or with port 0, and without persistence.",
    "服务没有端口（或端口为 0），又没有启用持久连接。",
  ),
  why: text(
    "Without a port the service stands for all ports, and the kernel accepts that only if connections of one client stay together. keepalived then sets a persistence of 360 seconds; a forgotten port is the more likely reason.",
    "没有端口表示所有端口，内核只在同一客户端的连接保持在一起时才接受。keepalived 会设定 360 秒的持久连接；更可能的原因是漏写了端口。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 {
#              ^^^^^^^^^^ needs persistence
    lb_algo rr
    lb_kind DR
    protocol TCP
    real_server 198.51.100.11 {
        PING_CHECK {
        }
    }
}
`,
    `
virtual_server_group web {
    192.0.2.10 80
    192.0.2.11
}
virtual_server group web {
#                    ^^^ needs persistence
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
virtual_server 192.0.2.10 0 {
    lb_algo rr
    lb_kind DR
    persistence_timeout 600
    protocol TCP
    real_server 198.51.100.11 {
        PING_CHECK {
        }
    }
}
`,
  ],
  check(service, { report }) {
    const { bound, group } = service;
    if (mayHoldMore(bound)) return;
    if (bound.has("persistence_timeout") || bound.has("persistence_granularity")) return;
    const portless = withoutPort(service);
    if (portless === undefined) return;
    const related = group === undefined ? {} : { related: [{ ...portless.at(portless.head), message: entry }] };
    const fixes = [insertInto(bound, "persistence_timeout 360", "safe")];
    report({ at: bound.at(bound.nameWord), message, ...related, fixes });
  },
};

/** The address without a port: the service itself or an entry of its group. */
function withoutPort({ bound, group }: Service): Bound | undefined {
  return (group?.entries ?? [bound]).find(
    (line) => !isMark(line) && (line.value("fwmark") !== undefined || endpointOf(line)?.port === 0),
  );
}

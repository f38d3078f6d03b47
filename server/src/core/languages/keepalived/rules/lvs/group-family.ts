import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { endpointOf, familyNamed, fits, groupNamed, readService } from "../../model/lvs.ts";

const message = text(
  'The service is IPv{0} but the group "{1}" is not: the whole service is dropped',
  '该服务为 IPv{0}，而组"{1}"不是，整个服务会被丢弃',
);
const both = text(
  'The group "{1}" has both families and the service is IPv{0}: the whole service is dropped',
  '组"{1}"同时含有两种地址族，而该服务为 IPv{0}，整个服务会被丢弃',
);
const entry = text("This entry is of the other family", "该条目属于另一地址族");

/** keepalived/check/ipwrapper.c: link_vsg_to_vs, which writes no more than a line to the log. */
export const groupFamily: ConfigurationRule<Globals> = {
  id: "keepalived/group-family",
  severity: "warning",
  scope: "configuration",
  reads: ["virtual_server", "virtual_server_group"],
  summary: text(
    "A service whose group has addresses of another family than its real servers.",
    "服务所用的组与其真实服务器的地址族不同。",
  ),
  why: text(
    "keepalived drops the service with nothing but a line in the log, and `keepalived -t` is silent. A group with IPv4 and IPv6 addresses only works if all real servers are reached through `TUN`; otherwise write one group and one service for each family.",
    "keepalived 只写一行日志就丢弃该服务，`keepalived -t` 也不报告。同时含 IPv4 和 IPv6 的组只有在所有真实服务器都走 `TUN` 时才可用；否则请为每种地址族各写一个组和一个服务。",
  ),
  bad: [
    `
virtual_server_group web {
    2001:db8::10 80
}
virtual_server group web {
#                    ^^^ the whole service is dropped
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server_group web {
    192.0.2.10 80
    2001:db8::10 80
}
virtual_server group web {
#                    ^^^ has both families
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
  check(configuration, { report }) {
    for (const bound of configuration.all("virtual_server")) {
      const named = bound.value("group");
      const service = named === undefined || named.word.unknown === true ? undefined : readService(bound);
      if (named === undefined || service?.family === undefined) continue;
      const { family } = service;
      const group = groupNamed(configuration, String(named.data));
      if (group === undefined || fits(family, group)) continue;
      const other = group.entries.find((line) => {
        const own = endpointOf(line)?.family ?? familyNamed(String(line.value("family")?.data ?? ""));
        return own !== undefined && own !== family;
      });
      report({
        at: bound.at(named.word),
        message: fill(group.has4 && group.has6 ? both : message, family, String(named.data)),
        related: other === undefined ? [] : [{ ...other.at(other.head), message: entry }],
      });
    }
  },
};

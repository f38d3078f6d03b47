import { insertInto } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { hasAddress, last, type Service, schedulerNames, services } from "../../model/lvs.ts";

const message = text('The virtual server has no "{0}", so {1} is used', '该虚拟服务器没有"{0}"，将使用 {1}');

interface Missing {
  readonly keyword: string;
  /** What the daemon takes instead. */
  readonly used: string;
  readonly offered: readonly string[];
  lacks(service: Service): boolean;
}

const settings: readonly Missing[] = [
  {
    keyword: "protocol",
    used: "UDP",
    offered: ["protocol TCP", "protocol UDP"],
    lacks: (service) => hasAddress(service) && !service.bound.has("protocol"),
  },
  {
    keyword: "lb_algo",
    used: "wlc",
    offered: ["lb_algo wlc", "lb_algo rr"],
    lacks: (service) => last(service.bound, ...schedulerNames) === undefined,
  },
  {
    keyword: "lb_kind",
    used: "NAT",
    offered: ["lb_kind NAT", "lb_kind DR"],
    lacks: (service) => service.methodMissing,
  },
];

/** keepalived/check/check_data.c: validate_check_config. */
export const virtualServerIncomplete: PartRule<Service, Globals> = {
  id: "keepalived/virtual-server-incomplete",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text(
    "A virtual server without `protocol`, `lb_algo` or `lb_kind`.",
    "虚拟服务器没有写 `protocol`、`lb_algo` 或 `lb_kind`。",
  ),
  why: text(
    "keepalived complains and takes a value of its own: UDP, wlc and NAT. UDP turns a web service into one that nobody reaches. A service that is named by a firewall mark only needs no protocol.",
    "keepalived 会给出提示并自行取值：UDP、wlc 和 NAT。Web 服务变成 UDP 后就无法访问了。只用防火墙标记命名的服务不需要协议。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
#              ^^^^^^^^^^ no "protocol", so UDP
    lb_algo rr
    lb_kind NAT
    real_server 198.51.100.11 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server_group web {
    192.0.2.10 80
}
virtual_server group web {
#                    ^^^ no "lb_algo", so wlc
#                    ^^^ no "lb_kind", so NAT
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
virtual_server fwmark 5 {
    lvs_sched rr
    real_server 198.51.100.11 {
        lvs_method DR
        PING_CHECK {
        }
    }
}
`,
  ],
  check(service, { report }) {
    const { bound } = service;
    if (mayHoldMore(bound)) return;
    for (const { keyword, used, offered, lacks } of settings) {
      if (!lacks(service)) continue;
      report({
        at: bound.at(bound.nameWord),
        message: fill(message, keyword, used),
        fixes: offered.map((line) => insertInto(bound, line, "unsafe")),
      });
    }
  },
};

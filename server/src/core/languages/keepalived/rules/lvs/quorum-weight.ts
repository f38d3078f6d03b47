import { replace } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { type Service, services, setting, weightOf } from "../../model/lvs.ts";

const above = text(
  "The quorum {0} is above the total weight {1} of the real servers",
  "法定权重 {0} 超过真实服务器的总权重 {1}",
);
const zero = text(
  "All real servers have weight 0, so none of them gets traffic",
  "所有真实服务器的权重都是 0，没有一台会收到流量",
);
const weight = text("This weight counts", "此处的权重计入总和");

/** keepalived/check/check_data.c: validate_check_config. */
export const quorumWeight: PartRule<Service, Globals> = {
  id: "keepalived/quorum-weight",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text(
    "A `quorum` that the weights of all real servers together do not reach.",
    "所有真实服务器的权重加起来也达不到 `quorum`。",
  ),
  why: text(
    "The quorum counts weights, not servers, and is 1 where none is set. keepalived lowers it to the total weight, so that the service is down as soon as a single server is missing. With a total weight of 0 nobody is served at all.",
    "法定人数按权重计算而不是按台数，未设置时为 1。keepalived 会把它降到总权重，于是只要少一台服务器整个服务就算不可用。总权重为 0 时则完全没有服务。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo wrr
    lb_kind NAT
    protocol TCP
    quorum 4
#          ^ above the total weight 3
    real_server 198.51.100.11 80 {
        weight 2
        TCP_CHECK {
        }
    }
    real_server 198.51.100.12 80 {
        TCP_CHECK {
        }
    }
}
`,
    `
virtual_server 192.0.2.10 80 {
    lb_algo wrr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        weight 0
#              ^ All real servers have weight 0
        TCP_CHECK {
        }
    }
}
`,
  ],
  good: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo wrr
    lb_kind NAT
    protocol TCP
    weight 2
    quorum 4
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
  check({ bound, servers }, { report }) {
    if (mayHoldMore(bound)) return;
    const quorum = setting(bound, "quorum", 1);
    const weights = servers.map((server) => weightOf(server.bound));
    if (quorum === undefined || weights.includes(undefined)) return;
    const total = weights.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    if (quorum <= total) return;
    const statement = bound.find("quorum");
    const word = statement?.values[0]?.word;
    const related = servers.flatMap((server) => {
      const found = server.bound.find("weight") ?? bound.find("weight");
      return found === undefined ? [] : [{ ...found.at(found.nameWord), message: weight }];
    });
    const place = total === 0 ? related[0] : word && bound.at(word);
    const lowered =
      statement === undefined || word === undefined || total === 0
        ? []
        : [replace(statement, word, String(total), "unsafe")];
    report({
      at: place ?? bound.at(bound.nameWord),
      message: total === 0 ? zero : fill(above, quorum, total),
      related,
      fixes: lowered,
    });
  },
};

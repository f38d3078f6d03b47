import { replace } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { type Service, services, setting, weightOf } from "../../model/lvs.ts";

const message = text(
  "The hysteresis {0} must be below the quorum, which is {1}",
  "hysteresis 的值 {0} 必须小于 quorum，而 quorum 为 {1}",
);
const set = text("The quorum is set here", "quorum 在此处设定");

/** keepalived/check/check_data.c: validate_check_config. */
export const hysteresisQuorum: PartRule<Service, Globals> = {
  id: "keepalived/hysteresis-quorum",
  severity: "error",
  scope: "part",
  parts: services,
  summary: text("A `hysteresis` that is not below the `quorum`.", "`hysteresis` 不小于 `quorum`。"),
  why: text(
    "A service goes down when its weight falls below quorum minus hysteresis, so with this value it never would. keepalived reduces it to one less than the quorum, which is 1 where none is set.",
    "服务在总权重低于“quorum 减 hysteresis”时才算不可用，按该值则永远不会。keepalived 会把它降到比 quorum 小 1；未设置 quorum 时其值为 1。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo wrr
    lb_kind NAT
    protocol TCP
    hysteresis 1
#              ^ must be below the quorum, which is 1
    real_server 198.51.100.11 80 {
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
    quorum 2
    hysteresis 1
    real_server 198.51.100.11 80 {
        weight 2
        TCP_CHECK {
        }
    }
}
`,
  ],
  check({ bound, servers }, { report }) {
    const statement = bound.find("hysteresis");
    const word = statement?.values[0]?.word;
    if (statement === undefined || word === undefined || mayHoldMore(bound)) return;
    const hysteresis = setting(bound, "hysteresis", 0);
    const wanted = setting(bound, "quorum", 1);
    const weights = servers.map((server) => weightOf(server.bound));
    if (hysteresis === undefined || wanted === undefined || weights.includes(undefined)) return;
    const total = weights.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const quorum = Math.min(wanted, total);
    if (hysteresis < quorum) return;
    const source = bound.find("quorum");
    report({
      at: statement.at(word),
      message: fill(message, hysteresis, quorum),
      related: source === undefined ? [] : [{ ...source.at(source.nameWord), message: set }],
      fixes: quorum === 0 ? [] : [replace(statement, word, String(quorum - 1), "safe")],
    });
  },
};

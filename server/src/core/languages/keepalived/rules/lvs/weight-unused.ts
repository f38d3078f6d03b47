import { replace } from "../../../../rules/fixes.ts";
import type { PartRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { last, type Service, schedulerNames, services, weightOf } from "../../model/lvs.ts";

const message = text('The weights differ, but "{0}" does not look at them', '各服务器权重不同，但"{0}"不看权重');
const weight = text("One of the weights", "其中一个权重");

/** The kernel's ip_vs_rr.c and ip_vs_lc.c, which only leave out servers of weight 0. */
const weighted: Readonly<Record<string, string>> = { rr: "wrr", lc: "wlc" };

export const weightUnused: PartRule<Service, Globals> = {
  id: "keepalived/weight-unused",
  severity: "warning",
  scope: "part",
  parts: services,
  summary: text("Real servers of different weight under `rr` or `lc`.", "真实服务器权重不同，却使用 `rr` 或 `lc`。"),
  why: text(
    "`rr` and `lc` treat all servers alike and only leave out those of weight 0. A small server gets as much as a large one; `wrr` and `wlc` share by weight.",
    "`rr` 和 `lc` 对所有服务器一视同仁，只排除权重为 0 的服务器，小机器会分到与大机器一样多的流量；`wrr` 和 `wlc` 才按权重分配。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
    lb_algo rr
#           ^^ The weights differ
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        weight 3
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
    real_server 198.51.100.11 80 {
        weight 1
        TCP_CHECK {
        }
    }
    real_server 198.51.100.12 80 {
        weight 0
        TCP_CHECK {
        }
    }
}
`,
  ],
  check({ bound, servers }, { report }) {
    const scheduler = last(bound, ...schedulerNames);
    const better = weighted[scheduler?.name ?? ""];
    if (scheduler === undefined || better === undefined || scheduler.nameWord.unknown === true) return;
    const weights = new Set(servers.map((server) => weightOf(server.bound)));
    weights.delete(0);
    weights.delete(undefined);
    if (weights.size < 2) return;
    const related = servers.flatMap((server) => {
      const found = server.bound.find("weight");
      return found === undefined ? [] : [{ ...found.at(found.nameWord), message: weight }];
    });
    report({
      at: scheduler.at(scheduler.nameWord),
      message: fill(message, scheduler.name),
      related,
      fixes: [replace(scheduler, scheduler.nameWord, better, "unsafe")],
    });
  },
};

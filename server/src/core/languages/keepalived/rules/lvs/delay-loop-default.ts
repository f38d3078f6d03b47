import { insertInto } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { checksOf } from "../../model/checkers.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const message = text(
  'There is no "delay_loop", so the servers are checked once a minute only',
  '没有写"delay_loop"，因此每分钟才检查一次服务器',
);

/** keepalived/check/check_data.c: alloc_vs; KEEPALIVED_DEFAULT_DELAY is 60 seconds. */
export const delayLoopDefault: BlockRule<Globals> = {
  id: "keepalived/delay-loop-default",
  severity: "information",
  scope: "block",
  on: ["virtual_server"],
  summary: text("Checks without a `delay_loop`.", "健康检查没有设置 `delay_loop`。"),
  why: text(
    "`delay_loop` is the time between two checks, 60 seconds where none is set. A failed server then gets traffic for up to a minute and more.",
    "`delay_loop` 是两次检查之间的间隔，未设置时为 60 秒。故障服务器因此可能在一分钟以上的时间里仍收到流量。",
  ),
  bad: [
    `
virtual_server 192.0.2.10 80 {
#              ^^^^^^^^^^ once a minute
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
virtual_server 192.0.2.10 80 {
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 198.51.100.11 80 {
        TCP_CHECK {
            delay_loop 5
        }
    }
}
`,
  ],
  check(service, { report }) {
    if (service.has("delay_loop") || mayHoldMore(service) || !service.all("real_server").some(usesDefault)) return;
    report({
      at: service.at(service.nameWord),
      message,
      fixes: [insertInto(service, "delay_loop 10", "unsafe")],
    });
  },
};

function usesDefault(server: Bound): boolean {
  if (server.has("delay_loop") || mayHoldMore(server)) return false;
  return checksOf(server).some((check) => isTimed(check) && !check.has("delay_loop") && !mayHoldMore(check));
}

/** Files and BFD sessions report by themselves. */
function isTimed(check: Bound): boolean {
  return check.keyword?.name !== "FILE_CHECK" && check.keyword?.name !== "BFD_CHECK";
}

import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { readInstance } from "../../model/vrrpInstance.ts";
import { longestDelay, takenInterval } from "../../model/vrrpTimers.ts";

const tooLong = text(
  'A delay of {0} s is longer than "{1}" allows: {2} s are used',
  '延迟 {0} 秒超过了"{1}"允许的值，将使用 {2} 秒',
);
const unused = text(
  'The delays are ignored: "{0}" uses "down_timer_adverts 1"',
  '延迟会被忽略："{0}"使用"down_timer_adverts 1"',
);
const cause = text("This instance is on the interface", "该实例使用此接口");

/** keepalived/vrrp/vrrp.c: vrrp_complete_instance, check_debounce_timers. */
export const interfaceDelayTooLong: ConfigurationRule<Globals> = {
  id: "keepalived/interface-delay-too-long",
  severity: "warning",
  scope: "configuration",
  reads: ["interface_up_down_delays", "vrrp_instance"],
  summary: text(
    "An interface delay that is longer than the other nodes wait for adverts.",
    "接口延迟超过了其他节点等待通告的时间。",
  ),
  why: text(
    "A node that ignores the loss of its link longer than that meets a second MASTER when the link is back. keepalived shortens the delay with no more than a line in the log. Raise `advert_int` or `down_timer_adverts`, or shorten the delay.",
    "若节点忽略链路断开的时间更长，链路恢复时就会出现第二个 MASTER。keepalived 会缩短延迟，只写一行日志。请调大 `advert_int` 或 `down_timer_adverts`，或缩短延迟。",
  ),
  bad: [
    `
interface_up_down_delays {
    eth0 3
#        ^ 1.996094 s are used
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
interface_up_down_delays {
    eth0 0.5
#        ^^^ ignored
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    down_timer_adverts 1
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
interface_up_down_delays {
    eth0 1.5 20
    eth1 10
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    for (const line of configuration.all("interface_up_down_delays").flatMap((list) => list.children)) {
      const down = line.value("down");
      const name = line.value("interface")?.word;
      if (down === undefined || name === undefined || line.statement.words.some((word) => word.unknown)) continue;
      for (const block of configuration.all("vrrp_instance")) {
        const { interface: own, version: protocol } = readInstance(block, globals, version);
        if (own?.nameWord.value !== name.value || protocol === undefined || mayHoldMore(block)) continue;
        const adverts = downTimerAdverts(block, globals);
        const interval = takenInterval(block.number("advert_int") ?? 1, protocol);
        const related = [{ ...own.at(own.nameWord), message: cause }];
        const at = line.at(down.word);
        const limit = longestDelay(adverts, interval);
        if (adverts === 1) {
          if (isSet(down) || isSet(line.value("up"))) report({ at, message: fill(unused, block.name), related });
        } else if (Number(down.data) > limit) {
          report({ at, message: fill(tooLong, down.word.value, block.name, limit), related });
        }
      }
    }
  },
};

function isSet(delay: BoundValue | undefined): boolean {
  return Number(delay?.data ?? 0) > 0;
}

function downTimerAdverts(block: Bound, globals: Globals): number {
  const globally = globals.values["vrrp_down_timer_adverts"];
  return block.number("down_timer_adverts") ?? (typeof globally === "number" ? globally : 3);
}

import { insertInto } from "../../../../rules/fixes.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const message = text(
  '"garp_master_repeat" counts after a takeover only: each refresh sends 1 packet',
  '"garp_master_repeat"只对接管后的发送有效：每次刷新只发送 1 个报文',
);
const refreshed = text("Refreshed every {0} s", "每 {0} 秒刷新一次");

/** global_data.c: VRRP_GARP_REP. A lower number weakens the takeover, which hardly anybody wants. */
const usual = 5;

/** keepalived/vrrp/vrrp.c: vrrp_state_master_tx sends `garp_refresh_rep`, vrrp_state_become_master `garp_rep`. */
export const garpRefreshRepeat: BlockRule<Globals> = {
  id: "keepalived/garp-refresh-repeat",
  severity: "information",
  scope: "block",
  on: ["vrrp_instance"],
  summary: text(
    "`garp_master_repeat` beside a refresh whose packets it does not count.",
    "与刷新写在一起的 `garp_master_repeat` 并不决定刷新时的报文数。",
  ),
  why: text(
    "The two numbers are easily mixed up. `garp_master_repeat` is how many gratuitous ARPs follow a takeover, 5 if nothing is said, and fewer make it more likely that a switch misses them. `garp_master_refresh_repeat` is how many each refresh sends.",
    "这两个数容易混淆。`garp_master_repeat` 是接管后发送的免费 ARP 个数，默认 5，调小后交换机更容易漏收；`garp_master_refresh_repeat` 才是每次刷新发送的个数。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    garp_master_refresh 5
    garp_master_repeat 2
#   ^^^^^^^^^^^^^^^^^^ counts after a takeover only: each refresh sends 1 packet
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    garp_master_refresh 60
    garp_master_repeat 5
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth0
    virtual_router_id 52
    garp_master_refresh 60
    garp_master_refresh_repeat 2
    garp_master_repeat 3
    virtual_ipaddress {
        192.0.2.20/24
    }
}
`,
  ],
  check(instance, { report, globals }) {
    const repeat = instance.find("garp_master_repeat");
    const refresh = instance.find("garp_master_refresh");
    const number = instance.number("garp_master_repeat");
    const seconds = instance.number("garp_master_refresh") ?? 0;
    if (repeat === undefined || refresh === undefined || number === undefined || seconds === 0) return;
    // One packet is what a refresh sends in any case.
    if (number <= 1 || number >= usual || mayHoldMore(instance)) return;
    const isSaid = instance.has("garp_master_refresh_repeat") || "vrrp_garp_master_refresh_repeat" in globals.values;
    if (isSaid) return;
    report({
      at: repeat.at(repeat.head),
      message,
      related: [{ ...refresh.at(refresh.head), message: fill(refreshed, seconds) }],
      fixes: [insertInto(instance, `garp_master_refresh_repeat ${number}`, "unsafe")],
    });
  },
};

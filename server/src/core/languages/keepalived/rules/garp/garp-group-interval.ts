import type { BlockRule } from "../../../../rules/rule.ts";
import { text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const noInterval = text(
  'The group has neither "garp_interval" nor "gna_interval" and is dropped',
  '该组既没有"garp_interval"也没有"gna_interval"，会被丢弃',
);
const noInterface = text(
  "The group names no interface, so its intervals are not used",
  "该组没有指明网卡，其间隔不起作用",
);
const empty = text("The list of interfaces is empty", "网卡列表为空");

/** keepalived/vrrp/vrrp_parser.c: garp_group_end_handler, garp_group_interfaces_handler. */
export const garpGroupInterval: BlockRule<Globals> = {
  id: "keepalived/garp-group-interval",
  severity: "error",
  scope: "block",
  on: ["garp_group"],
  summary: text("A `garp_group` without an interval or without interfaces.", "`garp_group` 没有间隔，或没有网卡。"),
  why: text(
    "The group says how long to wait between gratuitous ARPs on which interfaces. Without an interval keepalived drops it; without an interface it stays unused, and nobody is told.",
    "该组规定在哪些网卡上、以多长间隔发送免费 ARP。没有间隔时 keepalived 会丢弃它；没有网卡时它不起作用，也没有任何提示。",
  ),
  bad: [
    `
garp_group {
#<^^^^^^^^ error: The group has neither
    interface eth0
}
garp_group {
#<^^^^^^^^ warning: The group names no interface
    garp_interval 0.01
}
garp_group {
    garp_interval 0.01
    interfaces {
#   ^^^^^^^^^^ error: The list
    }
}
`,
  ],
  good: [
    `
garp_group {
    gna_interval 0.01
    interfaces {
        eth0
    }
}
`,
  ],
  check(group, { report }) {
    const list = group.find("interfaces");
    if (list?.children.length === 0 && !mayHoldMore(list)) report({ at: list.at(list.head), message: empty });
    if (mayHoldMore(group)) return;
    const at = group.at(group.head);
    if (!group.has("garp_interval") && !group.has("gna_interval")) report({ at, message: noInterval });
    else if (list === undefined && !group.has("interface")) report({ at, severity: "warning", message: noInterface });
  },
};

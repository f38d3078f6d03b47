import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Location } from "../../../../schema/problem.ts";
import type { BoundValue } from "../../../../schema/value.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";

const message = text('"{0}" is in a "garp_group" already', '"{0}"已经属于某个"garp_group"');
const first = text("The first group", "第一个组");

/** keepalived/vrrp/vrrp_parser.c: garp_group_interface_handler, garp_group_end_handler. */
export const garpGroupInterface: ConfigurationRule<Globals> = {
  id: "keepalived/garp-group-interface",
  severity: "error",
  scope: "configuration",
  reads: ["garp_group"],
  summary: text("One interface in two `garp_group` blocks.", "同一网卡出现在两个 `garp_group` 中。"),
  why: text(
    "An interface has one pace of gratuitous ARPs; keepalived keeps the first and ignores the second.",
    "一个网卡只能有一种免费 ARP 间隔，keepalived 保留第一个，忽略第二个。",
  ),
  bad: [
    `
garp_group {
    garp_interval 0.01
    interface eth0
}
garp_group {
    garp_interval 0.02
    interfaces {
        eth1 eth0
#            ^^^^ is in a "garp_group" already
    }
}
`,
  ],
  good: [
    `
garp_group {
    garp_interval 0.01
    interface eth0
}
garp_group {
    garp_interval 0.02
    interface eth1
}
`,
  ],
  check(configuration, { report }) {
    const seen = new Map<string, Location>();
    for (const group of configuration.all("garp_group")) {
      const own = group.children.flatMap(interfacesIn);
      for (const { bound, value } of own) {
        const name = String(value.data);
        const at = bound.at(value.word);
        const before = seen.get(name);
        if (before === undefined) seen.set(name, at);
        else report({ at, message: fill(message, name), related: [{ ...before, message: first }] });
      }
      // A group without an interval is taken out and sets its interfaces free.
      if (group.has("garp_interval") || group.has("gna_interval")) continue;
      for (const { bound, value } of own) {
        const at = bound.at(value.word);
        const kept = seen.get(String(value.data));
        if (kept?.start === at.start && kept.source === at.source) seen.delete(String(value.data));
      }
    }
  },
};

function interfacesIn(statement: Bound): readonly { bound: Bound; value: BoundValue }[] {
  const name = statement.keyword?.name;
  const holders = name === "interfaces" ? statement.children : name === "interface" ? [statement] : [];
  return holders.flatMap((bound) =>
    bound.values.filter(({ word }) => word.unknown !== true).map((value) => ({ bound, value })),
  );
}

import { isSamePlace } from "../../../../rules/generic/place.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { syncGroups } from "../../model/syncGroups.ts";

const message = text('"{0}" is a member of "{1}" already', '"{0}"已经是"{1}"的成员');
const before = text("It joins here", "在此处加入");

/** vrrp_sync.c: vrrp_sync_set_group. */
export const syncGroupOverlap: ConfigurationRule<Globals> = {
  id: "keepalived/sync-group-overlap",
  severity: "error",
  scope: "configuration",
  reads: ["vrrp_sync_group", "vrrp_instance"],
  summary: text("An instance in two sync groups, or twice in one.", "一个实例加入了两个同步组，或在同一组中出现两次。"),
  why: text(
    "An instance can follow one group only. keepalived keeps it in the first and leaves it out of the second, which may then be too small to make sense.",
    "一个实例只能跟随一个组。keepalived 将其留在第一个组，第二个组中会忽略它，后者可能因此失去意义。",
  ),
  bad: [
    `
vrrp_sync_group all {
    group {
        VI_1
        VI_2
    }
}
vrrp_sync_group outside {
    group {
        VI_1
#       ^^^^ "VI_1" is a member of "all" already
        VI_3
    }
}
${[1, 2, 3].map((id) => instance(id)).join("")}`,
  ],
  good: [
    `
vrrp_sync_group outside {
    group {
        VI_1 VI_2
    }
}
vrrp_sync_group inside {
    group {
        VI_3 VI_4
    }
}
${[1, 2, 3, 4].map((id) => instance(id)).join("")}`,
  ],
  check(configuration, { report }) {
    for (const group of syncGroups(configuration)) {
      for (const { line, word, first, firstGroup } of group.surplus) {
        if (isSamePlace(line, first.line) && word.start === first.word.start) continue;
        report({
          at: line.at(word),
          message: fill(message, word.value, firstGroup.name),
          related: [{ ...first.line.at(first.word), message: before }],
        });
      }
    }
  },
};

function instance(id: number): string {
  return `vrrp_instance VI_${id} {
    interface eth0
    virtual_router_id ${id}
    priority 100
    virtual_ipaddress {
        192.0.2.1${id}/24
    }
}
`;
}

import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import type { Word } from "../../../../syntax/ast.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { syncGroups } from "../../model/syncGroups.ts";
import { trackerKeywords, trackersOf } from "../../model/trackers.ts";

const message = text('"{0}" is tracked by the member "{1}" already', '"{0}"已被成员"{1}"跟踪');
const tracked = text("It is tracked here", "在此处跟踪");
const own = text("It is the member's own interface, which is always tracked", "它是该成员自身的接口，总会被跟踪");

/** vrrp.c: add_vrrp_to_interface. */
export const syncGroupInterface: ConfigurationRule<Globals> = {
  id: "keepalived/sync-group-interface",
  severity: "error",
  scope: "configuration",
  reads: trackerKeywords,
  summary: text(
    "A sync group that tracks an interface which a member tracks itself.",
    "同步组跟踪了成员自己已跟踪的接口。",
  ),
  why: text(
    "A member tracks its own interface anyway, and when one member goes to FAULT, the whole group does. keepalived reports the double entry and takes only one of the two weights.",
    "成员本来就会跟踪自身的接口，而任一成员进入 FAULT 时整个组都会进入 FAULT。keepalived 会报告重复的条目，并且只采用其中一个权重。",
  ),
  bad: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
    track_interface {
        eth0
#       ^^^^ "eth0" is tracked by the member "VI_1" already
        eth2
#       ^^^^ "eth2" is tracked by the member "VI_2" already
    }
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 52
    priority 100
    track_interface {
        eth2
    }
    virtual_ipaddress {
        198.51.100.10/24
    }
}
`,
  ],
  good: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
    track_interface {
        eth0
        eth2
    }
}
vrrp_instance VI_1 {
    interface eth0
    dont_track_primary
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 52
    priority 100
    virtual_ipaddress {
        198.51.100.10/24
    }
}
`,
  ],
  check(configuration, { report }) {
    for (const group of syncGroups(configuration)) {
      for (const { kind, line, word } of trackersOf(group.bound, configuration)) {
        if (kind !== "track_interface") continue;
        for (const { instance } of group.members) {
          const rival = trackedBy(instance, word.value);
          if (rival === undefined) continue;
          report({
            at: line.at(word),
            message: fill(message, word.value, instance.name),
            related: [{ ...rival.bound.at(rival.word), message: rival.bound.keyword === undefined ? tracked : own }],
            fixes: [removeStatement(line, "unsafe")],
          });
          break;
        }
      }
    }
  },
};

/** Where an instance names the interface so that it tracks it. */
function trackedBy(instance: Bound, name: string): { bound: Bound; word: Word } | undefined {
  const statement = instance.find("interface");
  const isOwn = statement?.values[0]?.word.value === name;
  if (isOwn && !instance.has("dont_track_primary")) return { bound: statement, word: statement.nameWord };
  // A line with the own interface is dropped.
  if (isOwn) return undefined;
  const line = instance
    .all("track_interface")
    .flatMap((list) => list.children)
    .find((one) => one.values[0]?.word.value === name);
  return line === undefined ? undefined : { bound: line, word: line.nameWord };
}

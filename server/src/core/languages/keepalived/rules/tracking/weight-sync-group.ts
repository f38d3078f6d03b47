import { insertInto } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { syncGroups } from "../../model/syncGroups.ts";
import { trackerKeywords, trackersOf } from "../../model/trackers.ts";

const ignored = text(
  'The weight of "{0}" is ignored: "{1}" belongs to the sync group "{2}"',
  '"{0}"的权重会被忽略："{1}"属于同步组"{2}"',
);
const apart = text(
  'The weight of "{0}" changes only "{1}", not the other members of the sync group "{2}"',
  '"{0}"的权重只改变"{1}"，不影响同步组"{2}"的其他成员',
);
const joined = text("It joins the group here", "在此处加入该组");

/** vrrp.c: vrrp_complete_instance; a tracked process is not looked at there and keeps its weight. */
export const weightSyncGroup: ConfigurationRule<Globals> = {
  id: "keepalived/weight-sync-group",
  severity: "error",
  scope: "configuration",
  reads: trackerKeywords,
  summary: text("A weighted tracker in a member of a sync group.", "同步组成员使用了带权重的跟踪项。"),
  why: text(
    "Members of a group have to win or lose together, so keepalived lets no weight change only one of them: it drops the script, file or session, or takes the weight from the interface. Track it in the group, or set `sync_group_tracking_weight` there.",
    "同步组的成员必须同进同退，因此 keepalived 不允许权重只改变其中一个：脚本、文件或会话会被丢弃，接口则失去权重。应在组中跟踪，或在组中设置 `sync_group_tracking_weight`。",
  ),
  bad: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_interface {
        eth2 weight -10
#       ^^^^ error: The weight of "eth2" is ignored: "VI_1" belongs to the sync group "routers"
    }
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
  good: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
    track_interface {
        eth2 weight -10
    }
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_interface {
        eth3
    }
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
      if (group.keepsWeights) continue;
      for (const member of group.members) {
        for (const { kind, line, word, weight } of trackersOf(member.instance, configuration)) {
          if (weight === undefined || weight === 0) continue;
          const isProcess = kind === "track_process";
          report({
            at: line.at(word),
            severity: isProcess ? "warning" : "error",
            message: fill(isProcess ? apart : ignored, word.value, member.instance.name, group.bound.name),
            related: [{ ...member.line.at(member.word), message: joined }],
            fixes: [insertInto(group.bound, "sync_group_tracking_weight", "unsafe")],
          });
        }
      }
    }
  },
};

import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { syncGroups } from "../../model/syncGroups.ts";
import { trackerKeywords, trackersOf } from "../../model/trackers.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  'The weight of "{0}" is ignored: the member "{1}" has priority 255, which never changes',
  '"{0}"的权重会被忽略：成员"{1}"的优先级为 255，不会改变',
);
const priority = text("The priority is set here", "优先级在此处设定");

/** vrrp.c: sync_group_tracking_init. */
export const syncGroupWeightOwner: ConfigurationRule<Globals> = {
  id: "keepalived/sync-group-weight-owner",
  severity: "error",
  scope: "configuration",
  reads: trackerKeywords,
  summary: text(
    "A sync group with a weighted tracker and a member of priority 255.",
    "同步组使用了带权重的跟踪项，而某个成员的优先级为 255。",
  ),
  why: text(
    "The owner of the addresses keeps its priority whatever happens, so a weight cannot move the group. keepalived takes the weight away: a failure then puts the whole group in FAULT.",
    "地址拥有者的优先级始终不变，权重无法使整个组移动。keepalived 会去掉权重，失败时整个组进入 FAULT。",
  ),
  bad: [
    `
vrrp_sync_group routers {
    group {
        VI_1
        VI_2
    }
    track_interface {
        eth2 weight -10
#       ^^^^ The weight of "eth2" is ignored: the member "VI_1" has priority 255
    }
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 255
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 52
    priority 255
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
        eth2
    }
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 255
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 52
    priority 255
    virtual_ipaddress {
        198.51.100.10/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    for (const group of syncGroups(configuration)) {
      const member = group.members.find((one) => readInstance(one.instance, globals, version).priority === owner);
      if (member === undefined) continue;
      const { priorityFrom, state } = readInstance(member.instance, globals, version);
      const from = priorityFrom ?? state;
      for (const { line, word, weight } of trackersOf(group.bound, configuration)) {
        if (weight === undefined || weight === 0) continue;
        report({
          at: line.at(word),
          message: fill(message, word.value, member.instance.name),
          related: from === undefined ? [] : [{ ...from.at(from.nameWord), message: priority }],
        });
      }
    }
  },
};

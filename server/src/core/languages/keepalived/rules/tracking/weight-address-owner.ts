import { removeStatement } from "../../../../rules/fixes.ts";
import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { groupOf, syncGroups } from "../../model/syncGroups.ts";
import { trackerKeywords, trackersOf } from "../../model/trackers.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const message = text(
  'The weight of "{0}" has no effect: priority 255 never changes',
  '"{0}"的权重不起作用：优先级 255 不会改变',
);
const priority = text("The priority is set here", "优先级在此处设定");

/** vrrp.c: vrrp_complete_instance; a tracked process is not looked at there. */
export const weightAddressOwner: ConfigurationRule<Globals> = {
  id: "keepalived/weight-address-owner",
  severity: "error",
  scope: "configuration",
  reads: trackerKeywords,
  summary: text("A weighted tracker in an instance with priority 255.", "优先级为 255 的实例使用了带权重的跟踪项。"),
  why: text(
    "Priority 255 marks the owner of the addresses, and an owner never gives way. keepalived drops such a tracker, so its failure changes nothing at all. Give it weight 0, which puts the instance in FAULT, or choose a lower priority.",
    "优先级 255 表示地址的拥有者，拥有者从不让出。keepalived 会丢弃这样的跟踪项，其失败不产生任何作用。应将权重设为 0（失败时进入 FAULT），或降低优先级。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 255
    track_interface {
        eth1 weight -10
#       ^^^^ error: The weight of "eth1" has no effect: priority 255 never changes
        eth2
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
track_file drain {
    file /etc/drain
}
vrrp_track_process haproxy {
    process haproxy
    weight 10
}
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    track_file {
        drain
#       ^^^^^ error: The weight of "drain" has no effect
    }
    track_process {
        haproxy
#       ^^^^^^^ warning: The weight of "haproxy" has no effect
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  good: [
    `
track_file drain {
    file /etc/drain
    weight 0
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 255
    track_interface {
        eth1
    }
    track_file {
        drain
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    const groups = syncGroups(configuration);
    for (const instance of configuration.all("vrrp_instance")) {
      const known = readInstance(instance, globals, version);
      if (known.priority !== owner) continue;
      const group = groupOf(instance, groups);
      // Then the group is the reason that the daemon gives.
      if (group !== undefined && !group.keepsWeights) continue;
      for (const { kind, line, word, weight, weightFrom } of trackersOf(instance, configuration)) {
        if (weight === undefined || weight === 0) continue;
        const from = known.priorityFrom ?? known.state;
        report({
          at: line.at(word),
          severity: kind === "track_process" ? "warning" : "error",
          message: fill(message, word.value),
          related: from === undefined ? [] : [{ ...from.at(from.nameWord), message: priority }],
          fixes: weightFrom?.bound.keyword?.name === "weight" ? [removeStatement(line, "unsafe")] : [],
        });
      }
    }
  },
};

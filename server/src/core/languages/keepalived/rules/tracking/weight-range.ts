import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { groupOf, syncGroups } from "../../model/syncGroups.ts";
import { trackerKeywords, trackersOf } from "../../model/trackers.ts";
import { owner, readInstance } from "../../model/vrrpInstance.ts";

const below = text(
  "{0} with weight {1} would be {2}; the priority stops at 1",
  "{0} 加上权重 {1} 为 {2}，而优先级最低为 1",
);
const above = text(
  "{0} with weight {1} would be {2}; the priority stops at 254",
  "{0} 加上权重 {1} 为 {2}，而优先级最高为 254",
);
const priority = text("The priority is set here", "优先级在此处设定");

/** vrrp_track.c: vrrp_set_effective_priority. */
export const weightRange: ConfigurationRule<Globals> = {
  id: "keepalived/weight-range",
  severity: "information",
  scope: "configuration",
  reads: trackerKeywords,
  summary: text("A weight that would take the priority below 1 or above 254.", "权重会使优先级低于 1 或高于 254。"),
  why: text(
    "keepalived keeps the priority between 1 and 254. Nodes that reach the limit become equal, and then the higher address wins instead of the better node; further failures make no difference.",
    "keepalived 把优先级限制在 1 到 254 之间。到达极限的节点变得相等，此时由地址较大者而不是状态较好者胜出，再多的故障也不起作用。",
  ),
  bad: [
    `
vrrp_track_process haproxy {
    process haproxy
    weight -150
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_process {
        haproxy
#       ^^^^^^^ information: 100 with weight -150 would be -50; the priority stops at 1
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 250
    track_interface {
        eth1 weight 20
#       ^^^^ warning: 250 with weight 20 would be 270; the priority stops at 254
    }
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
    priority 100
    track_interface {
        eth1 weight -50
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(configuration, { report, globals, version }) {
    const groups = syncGroups(configuration);
    for (const block of configuration.all("vrrp_instance")) {
      const instance = readInstance(block, globals, version);
      const group = groupOf(block, groups);
      if (instance.priority === undefined || instance.priority === owner) continue;
      // In a group the weights of a member do not count.
      if (group !== undefined && !group.keepsWeights) continue;
      const from = instance.priorityFrom;
      for (const { kind, line, word, weight } of trackersOf(block, configuration)) {
        // What a file says is a factor, and only the host knows the other one.
        if (weight === undefined || kind === "track_file") continue;
        const result = instance.priority + weight;
        if (result >= 1 && result < owner) continue;
        report({
          at: line.at(word),
          severity: result < 1 ? "information" : "warning",
          message: fill(result < 1 ? below : above, instance.priority, weight, result),
          related: from === undefined ? [] : [{ ...from.at(from.nameWord), message: priority }],
        });
      }
    }
  },
};

import type { ConfigurationRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";
import { syncGroups } from "../../model/syncGroups.ts";
import { lacks } from "../../model/vrrpInstance.ts";

const empty = text('The sync group "{0}" has no members', '同步组"{0}"没有成员');
const single = text('The sync group "{0}" has only one member', '同步组"{0}"只有一个成员');

/** vrrp_parser.c: vrrp_sync_group_end_handler; vrrp_sync.c: vrrp_sync_set_group. */
export const syncGroupSingle: ConfigurationRule<Globals> = {
  id: "keepalived/sync-group-single",
  severity: "error",
  scope: "configuration",
  reads: ["vrrp_sync_group", "vrrp_instance"],
  summary: text("A sync group with fewer than two members.", "同步组的成员少于两个。"),
  why: text(
    "A sync group ties instances together; with one member there is nothing to tie, and without a member keepalived removes the group. Mostly a name is missing.",
    "同步组用来把实例绑在一起；只有一个成员时没有可绑的对象，没有成员时 keepalived 会删除该组。多半是漏写了名称。",
  ),
  bad: [
    `
vrrp_sync_group routers {
#               ^^^^^^^ The sync group "routers" has only one member
    group {
        VI_1
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
`,
    `
vrrp_sync_group routers {
#               ^^^^^^^ The sync group "routers" has no members
    notify_priority_changes
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
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
    virtual_ipaddress {
        198.51.100.10/24
    }
}
`,
  ],
  check(configuration, { report }) {
    for (const { bound, names, members } of syncGroups(configuration)) {
      const lists = bound.all("group");
      if (bound.values.length === 0 || mayHoldMore(bound) || lists.some(mayHoldMore)) continue;
      if (names.length === 0 && (lists.length > 0 || lacks(bound, "group"))) {
        report({ at: bound.at(bound.nameWord), message: fill(empty, bound.name) });
      }
      // Where a name is unknown or used twice, that is the reason, and it is told.
      if (names.length !== 1 || members.length > 1) continue;
      report({ at: bound.at(bound.nameWord), message: fill(single, bound.name) });
    }
  },
};

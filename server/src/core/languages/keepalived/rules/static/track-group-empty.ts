import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import { atLeast } from "../../../../text/version.ts";
import type { Globals } from "../../globals.ts";
import { mayHoldMore } from "../../model/gaps.ts";

const message = text('The track group "{0}" has no members', '跟踪组"{0}"没有成员');

/** keepalived/vrrp/vrrp_parser.c: static_track_group_end_handler. */
export const trackGroupEmpty: BlockRule<Globals> = {
  id: "keepalived/track-group-empty",
  severity: "error",
  scope: "block",
  on: ["track_group"],
  summary: text("A `track_group` without instances.", "`track_group` 中没有实例。"),
  why: text(
    "Nothing follows the static entries that name the group. keepalived removes it, and those entries then refer to a group that does not exist.",
    "没有实例跟随引用该组的静态条目。keepalived 会删除该组，那些条目也就引用了不存在的组。",
  ),
  bad: [
    `
track_group TG {
#           ^^ has no members
}
`,
  ],
  good: [
    `
track_group TG {
    group {
        VI_1
    }
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  since: "2.2.8",
  check(group, { report, version }) {
    // The same keyword stands in lines of static entries, as an option; only blocks are meant here.
    if (group.parent !== undefined || mayHoldMore(group)) return;
    const list = group.find("group");
    if (list !== undefined && (list.children.length > 0 || mayHoldMore(list))) return;
    // Older versions say so only where an empty list is written.
    const reported = list !== undefined || atLeast(version, "2.2.8");
    report({
      at: group.at(group.nameWord),
      message: fill(message, group.name),
      ...(reported ? {} : { severity: "warning" }),
    });
  },
};

import { removeStatement } from "../../../../rules/fixes.ts";
import { isSamePlace } from "../../../../rules/generic/place.ts";
import type { BlockRule } from "../../../../rules/rule.ts";
import type { Bound } from "../../../../schema/bound.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { trackerKinds } from "../../model/trackers.ts";

const message = text('"{0}" is tracked already; this line is skipped', '"{0}"已经被跟踪，此行会被跳过');
const before = text("It is tracked here before", "此前已在此处跟踪");

/** vrrp_track.c: alloc_track_if, alloc_track_script and the others. */
export const duplicateTracker: BlockRule<Globals> = {
  id: "keepalived/duplicate-tracker",
  severity: "error",
  scope: "block",
  on: ["vrrp_instance", "vrrp_sync_group"],
  summary: text(
    "The same interface, script, file, process or session tracked twice.",
    "重复跟踪同一接口、脚本、文件、进程或会话。",
  ),
  why: text(
    "keepalived keeps the first line and skips the second, together with its weight. That holds across several `track_…` blocks of an instance too.",
    "keepalived 保留第一行，跳过第二行及其权重；同一实例的多个 `track_…` 块之间也是如此。",
  ),
  bad: [
    `
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority 100
    track_interface {
        eth1
        eth2
    }
    track_interface {
        eth1 weight -10
#       ^^^^ "eth1" is tracked already
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
    ~LST(i, eth1, eth2) track_interface { $i }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  ],
  check(block, { report }) {
    for (const { kind } of trackerKinds) {
      const seen = new Map<string, Bound>();
      for (const line of block.all(kind).flatMap((list) => list.children)) {
        const word = line.values[0]?.word;
        if (word === undefined || word.unknown === true) continue;
        const first = seen.get(word.value);
        if (first === undefined) seen.set(word.value, line);
        if (first === undefined || isSamePlace(first, line)) continue;
        report({
          at: line.at(word),
          message: fill(message, word.value),
          related: [{ ...first.at(first.nameWord), message: before }],
          fixes: [removeStatement(line, "safe")],
        });
      }
    }
  },
};

import type { BlockRule } from "../../../../rules/rule.ts";
import { fill, text } from "../../../../text/localized.ts";
import type { Globals } from "../../globals.ts";
import { lacks } from "../../model/vrrpInstance.ts";

const message = text('"{0}" has no "{1}" and is left out', '"{0}"缺少"{1}"，会被忽略');

/** What each block cannot do without. */
const needs: Readonly<Record<string, string>> = {
  vrrp_script: "script",
  track_file: "file",
  vrrp_track_file: "file",
  vrrp_track_process: "process",
};

/** vrrp_parser.c: vrrp_vscript_end_handler, vrrp_tprocess_end_handler; trackers/track_file.c. */
export const trackerIncomplete: BlockRule<Globals> = {
  id: "keepalived/tracker-incomplete",
  severity: "error",
  scope: "block",
  on: Object.keys(needs),
  summary: text(
    "A `vrrp_script`, `track_file` or `vrrp_track_process` that does not say what to look at.",
    "`vrrp_script`、`track_file` 或 `vrrp_track_process` 没有写明检查对象。",
  ),
  why: text(
    "keepalived removes the block, and the instances that track it then refer to a name that does not exist.",
    "keepalived 会删除该块，跟踪它的实例也就引用了不存在的名称。",
  ),
  bad: [
    `
vrrp_track_process haproxy {
#                  ^^^^^^^ "haproxy" has no "process" and is left out
    quorum 2
}
`,
    `
track_file drain {
#          ^^^^^ "drain" has no "file"
}
`,
  ],
  good: [
    `
vrrp_track_process haproxy {
    process haproxy
    quorum 2
}
`,
  ],
  check(block, { report }) {
    const wanted = needs[block.keyword?.name ?? ""];
    // The lists in an instance have the same names.
    if (wanted === undefined || block.parent !== undefined || block.statement.block === undefined) return;
    if (!lacks(block, wanted)) return;
    report({ at: block.at(block.nameWord), message: fill(message, block.name, wanted) });
  },
};
